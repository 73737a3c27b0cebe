import type { RecordDefinition } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Alert, Button, Input, Select, Table } from "antd";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { api } from "../api.js";
import { useAppearance } from "../appearance.js";
import { ExportButton } from "../components/ExportButton.js";
import { FieldValueText } from "../components/FieldValueText.js";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { RecordKinds } from "../components/RecordKinds.js";
import { useDefinitions } from "../definitions.js";
import { today } from "../format.js";
import { useText, useWords } from "../language.js";
import { usePageTitle } from "../page-title.js";
import { columnsOf } from "../record-columns.js";
import { filterFields, readFilter, writeFilter } from "../record-filter.js";
import { rowAddress } from "../row-address.js";
import { useScopeName } from "../scope-name.js";
import styles from "./RecordsPage.module.css";

/** One kind of record as a table: found by name, page by page, as recorded on any day. */
export function RecordsPage() {
  const { record = "" } = useParams();
  const words = useWords();
  const text = useText();
  const { list, definitions, isPending, error } = useDefinitions();
  const definition = definitions.get(record);
  usePageTitle(definition === undefined ? words.nav.records : text(definition));
  if (error !== null) return <ProblemNotice error={error} />;
  if (isPending) return <Loading label={words.state.loading} />;
  return (
    <div className={styles.page}>
      <RecordKinds list={list} current={record} />
      {definition === undefined ? (
        <Nothing title={words.records.unknown} advice={words.records.unknownAdvice} />
      ) : (
        <Rows key={record} definition={definition} definitions={definitions} />
      )}
    </div>
  );
}

function Rows({
  definition,
  definitions,
}: {
  readonly definition: RecordDefinition;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
}) {
  const words = useWords();
  const text = useText();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const { paper } = useAppearance();
  const wanted = search.get("text") ?? "";
  const asOf = search.get("as_of") ?? "";
  const scope = search.get("scope") ?? "";
  const filter = readFilter(search.get("where") ?? "", definition);
  const where = writeFilter(filter);
  const whose = useScopeName(scope);
  const set = (name: string, value: string) =>
    setSearch(
      (now) => {
        if (value === "") now.delete(name);
        else now.set(name, value);
        return now;
      },
      { replace: true },
    );
  const pages = useInfiniteQuery({
    queryKey: ["rows", definition.name, wanted, asOf, scope, where],
    queryFn: ({ pageParam }) =>
      api.rows(definition.name, {
        text: wanted,
        scope,
        where,
        as_of: asOf,
        limit: 50,
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const bare = wanted === "" && asOf === "" && scope === "" && where === "";
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const address = (row: Row) => rowAddress(row, asOf);
  return (
    <section className={styles.rows}>
      <header className={styles.tools}>
        <h1>{text(definition)}</h1>
        {filterFields(definition).map((field) => (
          <Select
            key={field.key}
            allowClear
            className={styles.filter ?? ""}
            aria-label={words.records.filterHint(text(field))}
            placeholder={text(field)}
            popupMatchSelectWidth={false}
            value={filter.get(field.key) ?? null}
            onChange={(code) => {
              const { [field.key]: _, ...others } = Object.fromEntries(filter);
              set(
                "where",
                writeFilter(
                  new Map(
                    Object.entries(code === null || code === undefined ? others : { ...others, [field.key]: code }),
                  ),
                ),
              );
            }}
            options={(field.codes ?? []).map((code) => ({ value: code.code, label: text(code) }))}
          />
        ))}
        <Input.Search
          key={definition.name}
          allowClear
          className={styles.search ?? ""}
          defaultValue={wanted}
          placeholder={words.records.search}
          aria-label={words.records.search}
          onSearch={(value) => set("text", value.trim())}
        />
        <div className={styles.day} title={words.records.asOfHint}>
          <span aria-hidden="true">{words.records.asOf}</span>
          <Input
            type="date"
            value={asOf}
            max={today()}
            aria-label={words.records.asOf}
            onChange={(event) => set("as_of", event.target.value)}
          />
        </div>
        {rows.length > 0 && (
          <ExportButton record={definition.name} search={{ text: wanted, scope, where, as_of: asOf }} />
        )}
      </header>
      {whose !== null && (
        <Alert
          type="info"
          showIcon
          title={words.records.onlyOf(whose.title)}
          action={
            <Button size="small" onClick={() => set("scope", "")}>
              {words.records.ofAll}
            </Button>
          }
        />
      )}
      {asOf !== "" && (
        <Alert
          type="info"
          showIcon
          title={words.records.asOfNotice(asOf)}
          action={
            <Button size="small" onClick={() => set("as_of", "")}>
              {words.records.backToNow}
            </Button>
          }
        />
      )}
      {pages.error !== null && (
        <ProblemNotice
          error={pages.error}
          action={<Button onClick={() => pages.refetch()}>{words.state.again}</Button>}
        />
      )}
      {pages.isPending && <Loading label={words.state.loading} />}
      {pages.data !== undefined && rows.length === 0 && (
        <Nothing
          title={words.records.emptyTitle(text(definition))}
          advice={bare ? words.records.emptyAdvice : words.records.emptyMatch}
        >
          {bare && <Button onClick={() => navigate("/check")}>{words.records.goCheck}</Button>}
        </Nothing>
      )}
      {rows.length > 0 && (
        <Table<Row>
          size="small"
          sticky={!paper}
          rowKey={({ scope_id, id }) => `${scope_id}/${id}`}
          pagination={false}
          dataSource={rows}
          rowClassName={styles.row ?? ""}
          scroll={{ x: "max-content" }}
          onRow={(row) => ({
            onClick: (event) => {
              if (event.target instanceof Element && event.target.closest("a") === null) navigate(address(row));
            },
          })}
          columns={columnsOf(definition).map(({ field, name }) => ({
            key: field.key,
            title: `${text(field)}${field.unit === undefined ? "" : `（${field.unit}）`}`,
            align:
              field.type === "money" || field.type === "integer" || field.type === "decimal"
                ? ("right" as const)
                : ("left" as const),
            render: (_, row) =>
              name ? (
                <a
                  className={styles.name}
                  href={address(row)}
                  onClick={(event) => {
                    event.preventDefault();
                    navigate(address(row));
                  }}
                >
                  {row.title}
                </a>
              ) : (
                <div className={styles.cell}>
                  <FieldValueText
                    field={field}
                    row={row}
                    definitions={definitions}
                    asOf={asOf === "" ? undefined : asOf}
                  />
                </div>
              ),
          }))}
        />
      )}
      {pages.hasNextPage && (
        <Button block type="text" loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {words.state.more}
        </Button>
      )}
    </section>
  );
}
