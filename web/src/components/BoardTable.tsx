import { type IndicatorDefinition, indicators, PACE_WORDS } from "@shanhai/model";
import type { Board, BoardLine, ReportedFigure } from "@shanhai/server";
import { Table } from "antd";
import type { ReactNode } from "react";
import { useAppearance } from "../appearance.js";
import { useText, useWords } from "../language.js";
import { printNumber } from "../print-number.js";
import styles from "./BoardTable.module.css";

/** A line of the board, or the heading of its group. */
type Item =
  | { readonly key: string; readonly group: IndicatorDefinition["group"] }
  | { readonly key: string; readonly line: BoardLine; readonly definition: IndicatorDefinition };

/** The year's board: target, this month, to date, completion and pace, a year ago, and the four numbers side by side. */
export function BoardTable({
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
          onCell: (item: Item) => ("group" in item ? { colSpan: 11 } : {}),
          render: (_, item) =>
            "group" in item ? (
              <b>
                {item.group} {words.groups[item.group]}
              </b>
            ) : (
              <button type="button" className={styles.name} onClick={() => onOpen(item.line.code)}>
                <small>{item.line.code}</small>
                <span data-part={item.definition.parent !== undefined}>{text(item.definition)}</span>
                <i>{item.definition.unit}</i>
              </button>
            ),
        },
        column("target", words.target, (line, { unit }) => printNumber(line.target, unit)),
        column("month", words.thisMonth, (line, { unit }) => printNumber(line.thisMonth, unit)),
        column("toDate", words.toDate, (line, { unit }) => <ToDate line={line} unit={unit} onOpen={onOpen} />),
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
        column("lastYear", words.lastYear, (line, { unit }) =>
          line.lastYear === null ? (
            "—"
          ) : (
            <span>
              {printNumber(line.lastYear.toDate, unit)}
              {line.lastYear.breaks && <small className={styles.under}>{words.broken}</small>}
            </span>
          ),
        ),
        column("ledger", words.ledger, (line, { unit }) =>
          line.ledger === null ? (
            "—"
          ) : (
            <>
              <NumberButton line={line} value={printNumber(line.ledger.toDate, unit)} onOpen={onOpen} />
              {!line.ledger.exact && <small className={styles.under}>{words.notExact}</small>}
              {line.ledger.missing > 0 && <small className={styles.under}>{words.missing(line.ledger.missing)}</small>}
              {line.ledger.unsplit !== null && (
                <small className={styles.under}>{words.unsplit(printNumber(line.ledger.unsplit, unit))}</small>
              )}
            </>
          ),
        ),
        column("reported", words.reported, (line, { unit }) => figure(line.reported, unit)),
        column("other", words.otherSide, (line, { unit }) => figure(line.otherSide, unit)),
        column("final", words.final, (line, { unit }) => (
          <>
            {figure(line.final, unit)}
            {changedSince(line) && <small className={styles.changed}>{words.changed}</small>}
          </>
        )),
      ]}
      footer={() => words.cutOff(board.day)}
    />
  );
}

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

function figure(value: ReportedFigure | null, unit: string): string {
  return printNumber(value?.toDate ?? null, unit);
}

function ToDate({
  line,
  unit,
  onOpen,
}: {
  readonly line: BoardLine;
  readonly unit: string;
  readonly onOpen: (code: string) => void;
}) {
  const { indicators: words } = useWords();
  const text = useText();
  const value = printNumber(line.toDate, unit);
  return (
    <>
      {line.source === "ledger" ? <NumberButton line={line} value={value} onOpen={onOpen} /> : value}
      {line.said.map(({ id, printed }) => (
        <small key={id} className={styles.under}>
          {words.said(printed)}
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
