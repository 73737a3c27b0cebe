import type { Cell } from "./book.js";
import type { CellLook } from "./cell-looks.js";
import { decimalText } from "./decimal-text.js";
import { printGeneral } from "./number-format.js";
import type { RawCell } from "./sheet-scan.js";
import type { StringTable } from "./string-table.js";

/** Counts what the user should know about the cells of a sheet. */
export interface CellFindings {
  uncalculated: number;
  firstUncalculated: string;
  imprecise: number;
  firstImprecise: string;
}

/** Makes cells of a package's raw ones: texts looked up, numbers printed by their format, dates told from numbers. */
export class CellMaker {
  readonly #looks: readonly CellLook[];
  readonly #strings: StringTable;
  readonly #date1904: boolean;

  constructor(looks: readonly CellLook[], strings: StringTable, date1904: boolean) {
    this.#looks = looks;
    this.#strings = strings;
    this.#date1904 = date1904;
  }

  /** Undefined for an empty cell. `formula` is the formula in full where it is one that is shared. */
  make(raw: RawCell, formula: string | null): Cell | undefined {
    const look = this.#looks[raw.style] ?? this.#looks[0];
    const cell = this.#plain(raw, formula, look);
    if (
      cell === undefined ||
      (formula === null && look?.fill === undefined && look?.struck === undefined && !cell.struck)
    ) {
      return cell;
    }
    return {
      ...cell,
      ...(formula === null ? {} : { formula }),
      ...(look?.fill === undefined ? {} : { fill: look.fill }),
      ...(look?.struck === true ? { struck: true } : {}),
    };
  }

  #plain(raw: RawCell, formula: string | null, look: CellLook | undefined): Cell | undefined {
    const value = raw.value;
    if (value === null || (value === "" && raw.type === "n")) {
      return formula === null ? undefined : { kind: "formula-error", text: "" };
    }
    switch (raw.type) {
      case "s": {
        const index = Number(value);
        const text = this.#strings.get(index);
        if (this.#strings.struck(index)) return { kind: "text", text, struck: true };
        return text === "" && formula === null ? undefined : { kind: "text", text };
      }
      case "str":
      case "inlineStr":
        return value === "" && formula === null ? undefined : { kind: "text", text: value };
      case "b":
        return { kind: "flag", text: /^(1|true)$/i.test(value.trim()) ? "TRUE" : "FALSE" };
      case "e":
        // A picture placed in a cell is kept as a rich value whose old-style value is an error.
        if (raw.rich && formula === null) return undefined;
        return { kind: formula === null ? "error" : "formula-error", text: value };
      case "d":
        return isoCell(value);
      default:
        return this.#number(value, look);
    }
  }

  #number(value: string, look: CellLook | undefined): Cell | undefined {
    const raw = decimalText(value);
    if (raw === null) return value.trim() === "" ? undefined : { kind: "text", text: value };
    const number = Number(raw);
    if (look === undefined || look.format.general) return { kind: "number", text: printGeneral(raw), number, raw };
    const printed = look.format.print(raw, this.#date1904);
    if (printed.date === undefined) return { kind: "number", text: printed.text, number, raw };
    return { kind: "date", text: printed.text, number, raw, date: printed.date };
  }
}

/** A date written out in the file itself (ISO 8601), as few programs do. */
function isoCell(value: string): Cell {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value);
  return day === null ? { kind: "text", text: value } : { kind: "date", text: day[0], date: day[0] };
}
