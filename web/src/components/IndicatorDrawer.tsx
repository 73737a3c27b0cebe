import { type IndicatorDefinition, indicators, printNumber } from "@shanhai/model";
import type { BoardLine, BoardRows } from "@shanhai/server";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Table } from "antd";
import { Fragment } from "react";
import { Link } from "react-router";
import { ApiProblem } from "../api.js";
import { type BoardAsked, indicatorApi } from "../indicator-api.js";
import { useText, useWords } from "../language.js";
import { rowAddress } from "../row-address.js";
import styles from "./IndicatorDrawer.module.css";
import { Loading, Nothing } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";
import { SideSheet } from "./SideSheet.js";

/** What is behind a number: its rows (each opens with sources and proofs), what does not count, the years, the rule. */
export function IndicatorDrawer({
  asked,
  code,
  lines,
  onOpen,
  onClose,
}: {
  readonly asked: BoardAsked;
  readonly code: string | null;
  readonly lines: readonly BoardLine[];
  readonly onOpen: (code: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const definition = indicators.find((one) => one.code === code);
  return (
    <SideSheet
      open={definition !== undefined}
      onClose={onClose}
      size={720}
      title={definition === undefined ? "" : `${definition.code} ${text(definition)}`}
      destroyOnHidden
    >
      {definition !== undefined && (
        <div className={styles.parts}>
          {definition.ratio !== undefined && <Parts ratio={definition.ratio} lines={lines} onOpen={onOpen} />}
          {definition.kind !== "rate" && <Behind asked={asked} code={definition.code} unit={definition.unit} />}
          {definition.kind !== "rate" && <Years asked={asked} code={definition.code} unit={definition.unit} />}
          <Rule code={definition.code} year={asked.year} />
        </div>
      )}
    </SideSheet>
  );
}

/** A rate is two numbers, each of which opens its own rows. */
function Parts({
  ratio,
  lines,
  onOpen,
}: {
  readonly ratio: NonNullable<IndicatorDefinition["ratio"]>;
  readonly lines: readonly BoardLine[];
  readonly onOpen: (code: string) => void;
}) {
  const { indicators: words } = useWords();
  const text = useText();
  const parts = [
    [words.numerator, ratio.over],
    [words.denominator, ratio.under],
  ] as const;
  return (
    <section aria-label={words.rateParts}>
      <h2>{words.rateParts}</h2>
      <dl className={styles.rule}>
        {parts.map(([name, code]) => {
          const definition = indicators.find((one) => one.code === code);
          const line = lines.find((one) => one.code === code);
          return (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>
                {definition === undefined ? (
                  words.counties
                ) : (
                  <Button type="link" size="small" onClick={() => onOpen(definition.code)}>
                    {`${definition.code} ${text(definition)} ${printNumber(line?.toDate ?? null, definition.unit)} ${words.unitName(definition.unit)}`}
                  </Button>
                )}
              </dd>
            </Fragment>
          );
        })}
      </dl>
    </section>
  );
}

interface Asking {
  readonly asked: BoardAsked;
  readonly code: string;
  readonly unit: string;
}

function Behind({ asked, code, unit }: Asking) {
  const all = useWords();
  const words = all.indicators;
  const pages = useInfiniteQuery({
    queryKey: ["board-rows", asked, code],
    queryFn: ({ pageParam }) => indicatorApi.rows(asked, code, pageParam ?? undefined),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  if (pages.isPending) return <Loading label={all.state.loading} />;
  if (pages.error instanceof ApiProblem && pages.error.problem.code === "INDICATOR_NO_LEDGER")
    return <Nothing title={words.noRows} advice={words.noRowsAdvice} />;
  if (pages.data === undefined) return <ProblemNotice error={pages.error} />;
  const [first] = pages.data.pages;
  if (first === undefined) return null;
  const rows = pages.data.pages.flatMap((page) => page.rows);
  return (
    <section aria-label={words.rows}>
      <h2>
        {words.rows}
        <small>{words.rowsOf(first.count, `${printNumber(first.total, unit)} ${words.unitName(unit)}`)}</small>
        {first.sides !== null && <small>{words.sides(first.sides.east, first.sides.west)}</small>}
      </h2>
      <Table
        size="small"
        pagination={false}
        rowKey={({ row }) => `${row.scope_id}/${row.id}`}
        dataSource={rows}
        locale={{ emptyText: <Nothing title={words.noCounted} advice={words.noCountedAdvice} /> }}
        columns={[
          {
            key: "name",
            title: words.name,
            render: (_, { row }) => <Link to={rowAddress(row, asked.as_of)}>{row.title}</Link>,
          },
          { key: "day", title: words.day, dataIndex: "day", render: (day: string | null) => day ?? "—" },
          {
            key: "amount",
            title: `${words.amount}${all.signs.open}${words.unitName(unit)}${all.signs.close}`,
            align: "right",
            dataIndex: "amount",
            render: (amount: string | null) => (amount === null ? words.notFilled : printNumber(amount, unit)),
          },
        ]}
      />
      {pages.hasNextPage && (
        <Button block type="text" loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {all.state.more}
        </Button>
      )}
      {first.excluded.length > 0 && <Excluded rows={first.excluded} />}
    </section>
  );
}

function Excluded({ rows }: { readonly rows: BoardRows["excluded"] }) {
  const { indicators: words } = useWords();
  return (
    <>
      <h3>{words.excluded}</h3>
      <ul className={styles.excluded}>
        {rows.map(({ row, reason }) => (
          <li key={`${row.scope_id}/${row.id}`}>
            <Link to={rowAddress(row)}>{row.title}</Link>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Years({ asked, code, unit }: Asking) {
  const { indicators: words, signs } = useWords();
  const years = useQuery({ queryKey: ["board-years", asked, code], queryFn: () => indicatorApi.years(asked, code) });
  const text = useText();
  const points = years.data ?? [];
  if (points.length < 2) return null;
  const most = Math.max(1, ...points.map(({ value }) => Math.abs(Number(value ?? 0))));
  return (
    <section aria-label={words.years}>
      <h2>{words.years}</h2>
      <table className={styles.years}>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            <th scope="col">
              {words.toDate}
              {signs.open}
              {words.unitName(unit)}
              {signs.close}
            </th>
            <th scope="col">{words.change}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ year, value, version, unit: counted, rule, breaks, change }, at) => (
            <tr key={year} data-breaks={breaks}>
              <th scope="row">{year}</th>
              <td>
                <i style={{ inlineSize: `${(Math.abs(Number(value ?? 0)) / most) * 100}%` }} aria-hidden="true" />
                {printNumber(value, counted ?? unit)}
                {counted !== null && counted !== unit && ` ${counted}`}
              </td>
              <td>
                {breaks ? words.broken : change === null ? "—" : `${printNumber(change)}%`}
                {version !== null && <small>{words.version(version)}</small>}
                {rule !== null && (breaks || points[at + 1]?.breaks === true) && <small>{text(rule)}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Rule({ code, year }: { readonly code: string; readonly year: number }) {
  const { indicators: words } = useWords();
  const text = useText();
  const set = useQuery({ queryKey: ["indicator-set", year], queryFn: () => indicatorApi.set(year) });
  const meant = set.data?.indicators.find((one) => one.code === code);
  if (meant === undefined) return null;
  return (
    <section aria-label={words.rule}>
      <h2>{words.rule}</h2>
      <dl className={styles.rule}>
        <dt>{words.version(meant.number)}</dt>
        <dd>{text(meant.rule)}</dd>
        <dt>{words.evidence}</dt>
        <dd>{text(meant.evidence)}</dd>
        <dt>{words.days}</dt>
        <dd>{words.span(meant.days.from, meant.days.to)}</dd>
        {meant.cut_off !== null && (
          <>
            <dt>{words.window}</dt>
            <dd>{`${year}-${meant.cut_off}`}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
