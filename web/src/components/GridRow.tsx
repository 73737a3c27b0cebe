import { type CellForm, cellText, everyLabel, fieldAt, type GroupRun, printValue, projectLag } from "@shanhai/model";
import type { HeldMark } from "@shanhai/server";
import { memo } from "react";
import { today } from "../format.js";
import type { GridColumn } from "../grid/grid-columns.js";
import type { GridLine } from "../grid/grid-lines.js";
import type { RowEdit } from "../grid/row-edits.js";
import { useLanguage, useWords } from "../language.js";
import { isMoving } from "../outside-view.js";
import { rowAddress } from "../row-address.js";
import type { Words } from "../words/index.js";
import styles from "./LedgerGrid.module.css";

interface Props {
  readonly line: GridLine;
  /** Its place among all lines, from 0. */
  readonly at: number;
  readonly top: number;
  readonly columns: readonly GridColumn[];
  readonly form: CellForm;
  readonly edit: RowEdit | undefined;
  /** A change of the row waits for review. */
  readonly held: HeldMark | undefined;
  /** The active column, or -1 where another line is active. */
  readonly active: number;
  /** First and last chosen column, or -1. */
  readonly chosenFrom: number;
  readonly chosenTo: number;
  readonly asOf: string | undefined;
  /** The name of the grid, part of the ids of its cells. */
  readonly grid: string;
  /** The field that rows are grouped by. */
  readonly group: GridColumn["field"] | undefined;
}

/** One line of a table. Drawn anew only when something of it changed; its elements serve other lines when it is out of view. */
export const GridRow = memo(Line, (before, after) => sameLine(before.line, after.line) && sameLook(before, after));

function sameLine(one: GridLine, other: GridLine): boolean {
  if (one.key !== other.key) return false;
  if (one.kind === "row") return other.kind === "row" && one.row === other.row && one.number === other.number;
  if (one.kind === "waiting") return other.kind === "waiting";
  return (
    other.kind === "group" &&
    one.totals === other.totals &&
    one.count === other.count &&
    one.folded === other.folded &&
    one.open === other.open
  );
}

function sameLook(one: Props, other: Props): boolean {
  return (
    one.at === other.at &&
    one.top === other.top &&
    one.columns === other.columns &&
    one.form === other.form &&
    one.edit === other.edit &&
    one.held === other.held &&
    one.active === other.active &&
    one.chosenFrom === other.chosenFrom &&
    one.chosenTo === other.chosenTo &&
    one.asOf === other.asOf &&
    one.group === other.group
  );
}

function Line(props: Props) {
  const { line, at, top, columns, grid, active } = props;
  const { language } = useLanguage();
  const words = useWords();
  const place = { transform: `translateY(${top}px)` };
  if (line.kind === "group") {
    const { group, form } = props;
    const label = group?.dictionary === undefined ? undefined : group.codes?.find(({ code }) => code === line.value);
    // A group may go over years in which its name changed.
    const name =
      label === undefined
        ? group === undefined
          ? ""
          : cellText(group, line.value, language, form)
        : everyLabel(label, language);
    return (
      <tr aria-rowindex={at + 2} className={styles.group} style={place} data-line={at}>
        {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid a td is a gridcell, which folds */}
        <td
          aria-colspan={columns.length + 1}
          id={`${grid}-${at}-0`}
          data-fold={line.key}
          data-active={active >= 0 || undefined}
          aria-expanded={!line.folded}
        >
          <span aria-hidden="true">{line.folded ? "▸" : "▾"}</span> {name === "" ? words.ledger.notFilled : name}
          <i>
            {line.count}
            {line.open ? "+" : ""}
          </i>
          {/* A group that goes on has no total yet. */}
          {!line.open && <Totals totals={line.totals} columns={columns} form={form} />}
        </td>
      </tr>
    );
  }
  if (line.kind === "waiting")
    return (
      <tr aria-rowindex={at + 2} className={styles.row} style={place} data-line={at} data-waiting="true">
        <td className={styles.number} data-column="number">
          {line.number}
        </td>
        <td
          aria-colspan={columns.length}
          id={active >= 0 ? `${grid}-${at}-${active}` : undefined}
          className={styles.waiting}
          data-column={Math.max(0, active)}
          data-active={active >= 0 || undefined}
        >
          {words.ledger.readingRow}
        </td>
      </tr>
    );
  const { row, number } = line;
  const { edit, held, chosenFrom, chosenTo, asOf, form } = props;
  const lag = row.record === "project" ? projectLag({ ...row.values, ...edit?.values }, asOf ?? today()) : null;
  return (
    <tr aria-rowindex={at + 2} className={styles.row} style={place} data-line={at} data-odd={at % 2 === 1}>
      <td
        className={styles.number}
        data-column="number"
        data-state={edit?.state ?? (held === undefined ? undefined : "held")}
        title={edit === undefined && held !== undefined ? heldTitle(held, words) : undefined}
      >
        {edit !== undefined ? words.ledger.editStates[edit.state] : held === undefined ? number : words.holding.mark}
      </td>
      {columns.map((column, index) => {
        const now = edit === undefined ? row.values : { ...row.values, ...edit.values };
        const field = fieldAt(column.field, form.yearBy, now);
        const typed = edit !== undefined && field.key in edit.values;
        const value = now[field.key];
        const bare = cellText(field, value, language, form);
        // A code that has a name is read with it, and typed without.
        const text =
          edit === undefined && isMoving([field], field.key, value)
            ? words.followup.lights.moving
            : bare !== "" && field.type === "text" && field.codes !== undefined
              ? printValue(field, value, language)
              : bare;
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid a td is a gridcell, which is chosen
          <td
            key={field.key}
            // Only the active cell is pointed to: to name all anew at every frame costs more than their words.
            id={index === active ? `${grid}-${at}-${index}` : undefined}
            className={column.name ? styles.name : styles.cell}
            data-column={index}
            data-right={column.right || undefined}
            data-late={(column.name && lag !== null) || undefined}
            data-typed={typed || undefined}
            data-active={index === active || undefined}
            data-chosen={(index >= chosenFrom && index <= chosenTo) || undefined}
            aria-selected={index >= chosenFrom && index <= chosenTo}
            title={text.length > 12 ? text : undefined}
          >
            {column.name ? (
              <a href={rowAddress(row, asOf)} tabIndex={-1} draggable={false}>
                <span>{text === "" ? row.title || words.ledger.notFilled : text}</span>
                {lag !== null && <em className={styles.lag}>{words.ledger.lag(lag.days)}</em>}
              </a>
            ) : Array.isArray(value) && field.type === "list" ? (
              words.ledger.items(value.length)
            ) : (
              text
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** Who has a change of the row under review, as far as it is one's own office's. */
function heldTitle({ maker }: HeldMark, { holding }: Words): string {
  return maker === null ? holding.markOther : holding.markOwn(maker);
}

/** 小计 of a group: its sums of money, each with the rows that have none. */
function Totals({ totals, columns, form }: Pick<Props, "columns" | "form"> & Pick<GroupRun, "totals">) {
  const { language } = useLanguage();
  const words = useWords();
  return columns
    .filter(({ field }) => field.type === "money")
    .map(({ field }) => {
      const { sum, missing } = totals[field.key] ?? { sum: null, missing: 0 };
      if (sum === null) return null;
      return (
        <span key={field.key} className={styles.total}>
          {field[language]} {cellText(field, sum, language, form)}
          {missing > 0 && <small> {words.ledger.totalMissing(missing)}</small>}
        </span>
      );
    });
}
