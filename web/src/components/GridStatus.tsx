import { type CellForm, cellText } from "@shanhai/model";
import type { GridColumn } from "../grid/grid-columns.js";
import type { GridLines } from "../grid/grid-lines.js";
import type { Range } from "../grid/grid-range.js";
import { useLanguage, useText, useWords } from "../language.js";
import styles from "./TableSheet.module.css";

interface Props {
  readonly lines: GridLines;
  /** Rows of the list, of all that are counted so far. */
  readonly rows: number;
  readonly counted: boolean;
  readonly columns: readonly GridColumn[];
  readonly range: Range | null;
  readonly form: CellForm;
}

/** Cells summed at most: more are counted only. */
const summed = 20_000;

/** Below the table: how many rows the list has, how many cells are chosen, and their sum where they are of one column of numbers. */
export function GridStatus({ lines, rows, counted, columns, range, form }: Props) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const cells = range === null ? 0 : (range.to.line - range.from.line + 1) * (range.to.column - range.from.column + 1);
  const column = range !== null && range.from.column === range.to.column ? columns[range.from.column] : undefined;
  const sum =
    range === null || column === undefined || !column.right || cells > summed ? null : sumOf(lines, column, range);
  const unit = column?.field.type === "money" ? words.ledger.moneyUnits[form.money] : (column?.field.unit ?? "");
  return (
    <div className={`${styles.foot} screen-only`} role="status">
      <span>{words.ledger.listed(rows, counted)}</span>
      {cells > 1 && <span>{words.ledger.chosen(cells)}</span>}
      {cells > 1 && sum !== null && column !== undefined && (
        <span>
          {text(column.field)} {words.ledger.chosenSum(cellText(column.field, sum, language, form))} {unit}
        </span>
      )}
    </div>
  );
}

/** Exact: amounts in 分 and whole numbers as integers, decimals by their digits. Null where nothing is filled in or not all rows are read. */
function sumOf(lines: GridLines, { field }: GridColumn, range: Range): string | null {
  let scale = 0;
  const parts: [digits: bigint, scale: number][] = [];
  for (let at = range.from.line; at <= range.to.line; at++) {
    const line = lines.at(at);
    if (line?.kind === "waiting") return null;
    const value = line?.kind === "row" ? line.row.values[field.key] : null;
    if (value === null || value === undefined || !/^-?\d+(?:\.\d+)?$/.test(String(value))) continue;
    const [whole = "", fraction = ""] = String(value).split(".");
    parts.push([BigInt(whole + fraction), fraction.length]);
    scale = Math.max(scale, fraction.length);
  }
  if (parts.length === 0) return null;
  const total = parts.reduce((sum, [digits, own]) => sum + digits * 10n ** BigInt(scale - own), 0n);
  const text = (total < 0n ? -total : total).toString().padStart(scale + 1, "0");
  const sign = total < 0n ? "-" : "";
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}
