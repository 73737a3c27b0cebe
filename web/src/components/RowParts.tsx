import type { RecordDefinition } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { api } from "../api.js";
import { useText, useWords } from "../language.js";
import { columnsOf } from "../record-columns.js";
import { FieldValueText } from "./FieldValueText.js";
import { ProblemNotice } from "./ProblemNotice.js";
import styles from "./RowParts.module.css";

interface Props {
  readonly parent: Row;
  readonly definition: RecordDefinition;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly asOf: string | undefined;
}

/** Rows that are part of another: the stops of a visit, the milestones of a project. Nothing where there are none. */
export function RowParts({ parent, definition, definitions, asOf }: Props) {
  const words = useWords();
  const text = useText();
  const pages = useInfiniteQuery({
    queryKey: ["rows", definition.name, "of", parent.id, asOf ?? ""],
    queryFn: ({ pageParam }) =>
      api.rows(definition.name, {
        scope: parent.scope_id,
        parent: parent.id,
        limit: 100,
        ...(asOf === undefined ? {} : { as_of: asOf }),
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  if (pages.error !== null) return <ProblemNotice error={pages.error} />;
  if (rows.length === 0) return null;
  const columns = columnsOf(definition);
  return (
    <section className={styles.parts}>
      <h2>
        {text(definition)}{" "}
        <span>
          {rows.length}
          {pages.hasNextPage ? "+" : ""}
        </span>
      </h2>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              {columns.map(({ field }) => (
                <th key={field.key}>{text(field)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {columns.map(({ field, name }) => (
                  <td key={field.key}>
                    {name ? (
                      <Link to={`/records/${row.record}/${row.scope_id}/${row.id}`}>
                        <FieldValueText
                          field={field}
                          value={row.values[field.key]}
                          scope={row.scope_id}
                          definitions={definitions}
                          asOf={asOf}
                        />
                      </Link>
                    ) : (
                      <FieldValueText
                        field={field}
                        value={row.values[field.key]}
                        scope={row.scope_id}
                        definitions={definitions}
                        asOf={asOf}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages.hasNextPage && (
        <Button type="text" size="small" loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {words.state.more}
        </Button>
      )}
    </section>
  );
}
