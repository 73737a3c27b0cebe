import type { RecordDefinition } from "@shanhai/model";
import type { ReferringRows, Row } from "@shanhai/server";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { api } from "../api.js";
import { useText, useWords } from "../language.js";
import { relatedColumns } from "../related-columns.js";
import { rowAddress } from "../row-address.js";
import { FieldValueText } from "./FieldValueText.js";
import { ProblemNotice } from "./ProblemNotice.js";
import styles from "./RelatedRows.module.css";
import { ScrollRegion } from "./ScrollRegion.js";

interface Props {
  /** The row that is pointed to. */
  readonly row: Row;
  /** The first of the rows that point to it by one field. */
  readonly first: ReferringRows;
  readonly definition: RecordDefinition;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly asOf: string | undefined;
}

/** Rows of one record that point to a row by one field: the stops of a visit, the statements of a meeting. Each opens its page. */
export function RelatedRows({ row, first, definition, definitions, asOf }: Props) {
  const words = useWords();
  const text = useText();
  const pages = useInfiniteQuery({
    queryKey: ["referring", row.record, row.scope_id, row.id, asOf ?? null, first.record, first.field],
    queryFn: ({ pageParam }) =>
      api.referringPage(row, first.record, first.field, {
        ...(asOf === undefined ? {} : { as_of: asOf }),
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    initialData: { pages: [{ rows: first.rows, next: first.next }], pageParams: [null] },
    getNextPageParam: (page) => page.next,
  });
  const rows = pages.data.pages.flatMap((page) => page.rows);
  const columns = relatedColumns(definition, first.field, rows);
  const pointing = definition.fields.filter(({ record }) => record === row.record);
  const by =
    pointing.length > 1 || definition.name === row.record ? pointing.find(({ key }) => key === first.field) : undefined;
  return (
    <section className={styles.related}>
      <h2>
        {text(definition)}
        {by !== undefined && <small>{text(by)}</small>}{" "}
        <span>
          {rows.length}
          {pages.hasNextPage ? "+" : ""}
        </span>
      </h2>
      <ScrollRegion className={styles.scroll} label={text(definition)}>
        <table>
          <thead>
            <tr>
              {columns.map(({ field }) => (
                <th key={field.key} scope="col">
                  {text(field)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={`${one.scope_id}/${one.id}`}>
                {columns.map(({ field, name }) => {
                  const value = <FieldValueText {...{ field, definitions, asOf }} row={one} />;
                  return (
                    <td key={field.key}>
                      {name ? (
                        <Link to={rowAddress(one, asOf)} className={styles.name ?? ""}>
                          {field.record === undefined ? value : one.title}
                        </Link>
                      ) : (
                        value
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {pages.error !== null && <ProblemNotice error={pages.error} />}
      {pages.hasNextPage && (
        <Button type="text" size="small" loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {words.state.more}
        </Button>
      )}
    </section>
  );
}
