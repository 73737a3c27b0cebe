import { type IndicatorDefinition, indicators, PACE_WORDS, printNumber } from "@shanhai/model";
import type { Board, BoardLine, ReportedFigure } from "@shanhai/server";
import { Table } from "antd";
import { memo, type ReactNode } from "react";
import { Link } from "react-router";
import { useAppearance } from "../appearance.js";
import { useText, useWords } from "../language.js";
import { rowAddress } from "../row-address.js";
import { rowsAddress } from "../rows-address.js";
import styles from "./BoardTable.module.css";

/** A line of the board, or the heading of its group. */
type Item =
  | { readonly key: string; readonly group: IndicatorDefinition["group"] }
  | { readonly key: string; readonly line: BoardLine; readonly definition: IndicatorDefinition };

/**
 * The year's board: target, this month, to date, completion and pace, a year ago, and the four numbers side by side. Drawn
 * anew only when its lines change: what opens beside it need not wait for some five hundred cells.
 */
export const BoardTable = memo(function BoardTable({
  board,
  lines,
  onOpen,
}: {
  readonly board: Board;
  readonly lines: readonly BoardLine[];
  /** Opens the rows and the meaning of an indicator. */
  readonly onOpen: (code: string) => void;
}) {
  const { indicators: words } = useWords();
  const text = useText();
  const { paper } = useAppearance();
  const items = itemsOf(lines);
  const span = (item: Item) => ("group" in item ? { colSpan: 0 } : {});
  const column = (
    key: string,
    title: string,
    cell: (line: BoardLine, definition: IndicatorDefinition) => ReactNode,
    align: "left" | "right" = "right",
  ) => ({
    key,
    title,
    align,
    onCell: span,
    render: (_: unknown, item: Item) => ("group" in item ? null : cell(item.line, item.definition)),
  });
  return (
    <Table<Item>
      size="small"
      className={styles.table ?? ""}
      sticky={!paper}
      pagination={false}
      rowKey="key"
      dataSource={items}
      scroll={{ x: "max-content" }}
      rowClassName={(item) => ("group" in item ? (styles.group ?? "") : "")}
      columns={[
        {
          key: "indicator",
          title: words.indicator,
          fixed: "left",
          onCell: (item: Item) => ("group" in item ? { colSpan: 12 } : {}),
          render: (_, item) =>
            "group" in item ? (
              <b>
                {item.group} {words.groups[item.group]}
              </b>
            ) : (
              <button type="button" className={styles.name} onClick={() => onOpen(item.line.code)}>
                <small>{item.line.code}</small>
                <span data-part={item.definition.parent !== undefined}>{text(item.definition)}</span>
                <i>{words.unitName(item.line.unit)}</i>
              </button>
            ),
        },
        column("target", words.target, (line) => (
          <Opened to={targetAddress(board, line)}>{printNumber(line.target, line.unit)}</Opened>
        )),
        column("month", words.thisMonth, (line) => printNumber(line.thisMonth, line.unit)),
        column("toDate", words.toDate, (line) => <ToDate board={board} line={line} onOpen={onOpen} />),
        column("lastMonth", words.sinceLastMonth, (line) => <SinceLastMonth line={line} />),
        column("rate", words.rate, (line, { kind }) =>
          line.rate === null ? (
            "—"
          ) : (
            <span title={`${printNumber(line.rate.numerator)} ÷ ${printNumber(line.rate.denominator)}`}>
              {kind === "rate" && line.target === null ? "" : `${line.rate.percent}%`}
            </span>
          ),
        ),
        column("pace", words.paceColumn, (line) => <PaceWord line={line} />, "left"),
        column("lastYear", words.lastYear, (line) =>
          line.lastYear === null ? (
            "—"
          ) : (
            <span>
              {printNumber(line.lastYear.toDate, line.unit)}
              {line.lastYear.breaks && <small className={styles.under}>{words.broken}</small>}
            </span>
          ),
        ),
        column("ledger", words.ledger, (line) =>
          line.ledger === null ? (
            "—"
          ) : (
            <>
              <NumberButton line={line} value={printNumber(line.ledger.toDate, line.unit)} onOpen={onOpen} />
              {!line.ledger.exact && <small className={styles.under}>{words.notExact}</small>}
              {line.ledger.missing > 0 && <small className={styles.under}>{words.missing(line.ledger.missing)}</small>}
              {line.ledger.unsplit !== null && (
                <small className={styles.under}>{words.unsplit(printNumber(line.ledger.unsplit, line.unit))}</small>
              )}
            </>
          ),
        ),
        column("reported", words.reported, (line) => <Told board={board} line={line} value={line.reported} />),
        column("other", words.otherSide, (line) => <Told board={board} line={line} value={line.otherSide} />),
        column("final", words.final, (line) => (
          <>
            <Told board={board} line={line} value={line.final} />
            {changedSince(line) && <small className={styles.changed}>{words.changed}</small>}
          </>
        )),
      ]}
      footer={() => words.cutOff(board.day)}
    />
  );
});

function itemsOf(lines: readonly BoardLine[]): readonly Item[] {
  const items: Item[] = [];
  for (const line of lines) {
    const definition = indicators.find(({ code }) => code === line.code);
    if (definition === undefined) continue;
    if (!items.some((item) => "group" in item && item.group === definition.group))
      items.push({ key: definition.group, group: definition.group });
    items.push({ key: line.code, line, definition });
  }
  return items;
}

/** A final number whose ledger says something else by now. */
export function changedSince({ final, ledger }: BoardLine): boolean {
  return (
    final?.state === "closed" &&
    final.toDate !== null &&
    ledger !== null &&
    Number(final.toDate) !== Number(ledger.toDate)
  );
}

/** A number that somebody reported opens what it stands in, with its source and its stamped sheet; a sum opens its numbers. */
function Told({
  board,
  line,
  value,
}: {
  readonly board: Board;
  readonly line: BoardLine;
  readonly value: ReportedFigure | null;
}) {
  return (
    <Opened to={value === null ? null : figureAddress(board, line, value)}>
      {printNumber(value?.toDate ?? null, line.unit)}
    </Opened>
  );
}

function Opened({ to, children }: { readonly to: string | null; readonly children: string }) {
  return to === null ? (
    children
  ) : (
    <Link className={styles.number ?? ""} to={to}>
      {children}
    </Link>
  );
}

const just = (field: string, value: number) =>
  [
    [field, "from", String(value)],
    [field, "to", String(value)],
  ] as const;
const asOfDay = ({ asOf }: Board) => (asOf === null ? {} : { as_of: asOf });

function figureAddress(board: Board, { code }: BoardLine, { row, kind, line }: ReportedFigure): string {
  const { year, month, scopes, asOf } = board;
  if (row !== null) return rowAddress({ record: "indicator_value", ...row }, asOf ?? undefined);
  return rowsAddress({
    record: "indicator_value",
    scopes,
    ...asOfDay(board),
    conditions: [
      ["indicator", "one_of", code],
      ...just("year", year),
      ...just("month", month),
      ["kind", "one_of", kind],
      ...(line === null ? [] : [["line", "one_of", line] as const]),
    ],
  });
}

function targetAddress(board: Board, { code, target, targetRow }: BoardLine): string | null {
  const { year, scopes, asOf } = board;
  if (target === null) return null;
  if (targetRow !== null) return rowAddress({ record: "indicator_target", ...targetRow }, asOf ?? undefined);
  const conditions = [["indicator", "one_of", code] as const, ...just("year", year)];
  return rowsAddress({ record: "indicator_target", scopes, ...asOfDay(board), conditions });
}

/** 较上月: what came since last month; where the ledger says another growth than the stamped number, both (领7). */
function SinceLastMonth({ line }: { readonly line: BoardLine }) {
  const { indicators: words } = useWords();
  if (line.lastMonth === null) return "—";
  const own = line.source !== "ledger" && line.ledger !== null ? line.ledger.thisMonth : null;
  return (
    <>
      {signed(line.lastMonth.change, line.unit)}
      {own !== null && Number(own) !== Number(line.lastMonth.change) && (
        <small className={styles.under}>{words.ledgerChange(signed(own, line.unit))}</small>
      )}
    </>
  );
}

function signed(value: string, unit: string): string {
  return Number(value) > 0 ? `+${printNumber(value, unit)}` : printNumber(value, unit);
}

function ToDate({
  board,
  line,
  onOpen,
}: {
  readonly board: Board;
  readonly line: BoardLine;
  readonly onOpen: (code: string) => void;
}) {
  const { indicators: words } = useWords();
  const text = useText();
  const value = printNumber(line.toDate, line.unit);
  const told = line.source === "final" ? line.final : line.source === "reported" ? line.reported : null;
  if (line.toDate === null && line.said.length + line.warnings.length === 0) return value;
  return (
    <>
      {told === null ? (
        <NumberButton line={line} value={value} onOpen={onOpen} />
      ) : (
        <Told board={board} line={line} value={told} />
      )}
      {line.said.map(({ scope_id, id, printed }) => (
        <small key={id} className={styles.under}>
          <Link to={rowAddress({ record: "reported_figure", scope_id, id }, board.asOf ?? undefined)}>
            {words.said(printed)}
          </Link>
        </small>
      ))}
      {line.warnings.map((warning) => (
        <small key={warning.code} className={styles.warning}>
          {text(warning)}
        </small>
      ))}
    </>
  );
}

function NumberButton({
  line,
  value,
  onOpen,
}: {
  readonly line: BoardLine;
  readonly value: string;
  readonly onOpen: (code: string) => void;
}) {
  const { indicators: words } = useWords();
  const text = useText();
  const definition = indicators.find(({ code }) => code === line.code);
  return (
    <button
      type="button"
      className={styles.number}
      aria-label={words.openRows(definition === undefined ? line.code : text(definition), value)}
      onClick={() => onOpen(line.code)}
    >
      {value}
    </button>
  );
}

/** Colour and word together: the word alone says it. */
function PaceWord({ line }: { readonly line: BoardLine }) {
  const text = useText();
  if (line.pace === null) return null;
  const words = PACE_WORDS[line.pace.state];
  return (
    <span className={styles.pace} data-colour={words.colour} title={`${line.pace.points} / ${line.pace.expected}%`}>
      {text(words)}
    </span>
  );
}
