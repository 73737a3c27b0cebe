import type { FieldValue } from "../record-definition.js";
import { checkCreditCode } from "../values/credit-code.js";
import { type MoneyUnit, printMoney } from "../values/money.js";
import type { FindingCode } from "./finding.js";
import { type GridCell, squeezed } from "./grid.js";
import { readOfficeDate, readOfficeSpan } from "./office-date.js";
import { hasLostDigits, readDigits, readIdNumber, readOfficeFlag } from "./office-identity.js";
import {
  type FiguresInWords,
  type OfficeNumber,
  readOfficeAmount,
  readOfficeNumber,
  readOfficePercent,
} from "./office-number.js";
import type { CellDetail, CellKind } from "./sheet-form.js";

/** A cell read as one kind: its value in the form in which records keep it, and what there is to say of it. */
export interface CellReading {
  readonly value: FieldValue;
  readonly detail: CellDetail;
  /** Codes of findings with the words they need beyond column and text. */
  readonly says: readonly { readonly code: FindingCode; readonly words: { readonly [place: string]: string } }[];
}

const MISSING = /^(?:\/|-|—+|――|无|未填|\\|N\/A)$/u;

/** Reads a cell. `unit` is that of the column, `year` the ledger's own for dates without one. Never throws. */
export function readCell(
  kind: CellKind,
  cell: GridCell,
  {
    unit,
    year,
    words,
  }: { readonly unit: MoneyUnit; readonly year: number | null; readonly words?: FiguresInWords | undefined },
): CellReading {
  if (cell.kind === "error" || cell.kind === "formula-error") return bad("value/formula-error");
  const missing = MISSING.test(squeezed(cell.text));
  if (missing && kind !== "id_number" && kind !== "flag")
    return { value: null, detail: { state: "missing" }, says: [{ code: "value/missing", words: {} }] };
  switch (kind) {
    case "text": {
      const text = cell.text.replace(/(?!\n)\p{Cc}/gu, "").trim();
      const says: CellReading["says"] = text.includes("\ufffd") ? [{ code: "value/broken-text", words: {} }] : [];
      return { ...plain(text === "" ? null : text), says };
    }
    case "digits":
      return hasLostDigits(cell)
        ? bad("value/unreadable", { kind: "完整的号码", kind_en: "a whole number" })
        : plain(readDigits(cell));
    case "flag":
      return plain(readOfficeFlag(cell));
    case "money":
      return money(cell, unit, words);
    case "number":
      return figure(readOfficeNumber(cell, words));
    case "percent":
      return figure(readOfficePercent(cell));
    case "date":
      return date(cell, year);
    case "span": {
      const { from, to, open, days, readable } = readOfficeSpan(cell, year);
      return readable
        ? { value: from, detail: { state: "value", from, to, open, days }, says: [] }
        : bad("value/unreadable", { kind: "起止时间", kind_en: "a stretch of time" });
    }
    case "id_number": {
      const id = readIdNumber(cell);
      const says: CellReading["says"] =
        id.state === "damaged"
          ? [{ code: "value/id-damaged", words: {} }]
          : id.warning === null
            ? []
            : [
                {
                  code: id.warning === "check" ? "value/id-check" : "value/id-form",
                  words: { length: String(id.length) },
                },
              ];
      return {
        value: id.value,
        detail: {
          state: id.state === "missing" ? "missing" : "value",
          damaged: id.state === "damaged",
          warned: id.warning !== null,
        },
        says,
      };
    }
    case "credit_code": {
      const { code, warning } = checkCreditCode(cell.text);
      if (code === "") return plain(null);
      const says: CellReading["says"] =
        warning === null
          ? []
          : [{ code: "value/credit-code", words: { problem_zh: warning.zh, problem_en: warning.en } }];
      return { value: code, detail: { state: "value" }, says };
    }
  }
}

function plain(value: FieldValue): CellReading {
  return { value, detail: { state: value === null ? "missing" : "value" }, says: [] };
}

function bad(code: FindingCode, words: { readonly [place: string]: string } = {}): CellReading {
  return { value: null, detail: { state: "bad" }, says: [{ code, words }] };
}

function money(cell: GridCell, unit: MoneyUnit, words: FiguresInWords | undefined): CellReading {
  const read = readOfficeAmount(cell, unit, words);
  if (read.state === "missing") return plain(null);
  if (read.fen === null) return bad("value/unreadable", { kind: "金额", kind_en: "an amount" });
  const says: { code: FindingCode; words: { [place: string]: string } }[] = [];
  if (read.inWords) says.push({ code: "value/in-words", words: { value: inWan(read.fen) } });
  else if (read.ownUnit) says.push({ code: "value/unit-in-cell", words: { value: inWan(read.fen) } });
  if (read.range) says.push({ code: "value/range", words: {} });
  if (read.approx !== null) says.push({ code: "value/approximate", words: {} });
  return { value: read.fen.toString(), detail: { state: "value", approx: read.approx, goods: read.goods }, says };
}

/** 118600000n → `118.60万元`; as tables of this work print; less than 1万 in 元. */
function inWan(fen: bigint): string {
  if (fen < 1_000_000n && fen > -1_000_000n) return printMoney(fen, "zh", "元");
  const sign = fen < 0n ? "-" : "";
  const size = fen < 0n ? -fen : fen;
  const digits = (size % 1_000_000n)
    .toString()
    .padStart(6, "0")
    .replace(/0{1,4}$/u, "");
  const whole = (size / 1_000_000n).toString().replace(/\B(?=(?:\d{3})+$)/gu, ",");
  return `${sign}${whole}.${digits}万元`;
}

function figure(read: OfficeNumber): CellReading {
  if (read.state === "missing") return plain(null);
  if (read.value === null) return bad("value/unreadable", { kind: "数字", kind_en: "a figure" });
  const says: { code: FindingCode; words: { [place: string]: string } }[] = [];
  if (read.inWords) says.push({ code: "value/in-words", words: { value: `${read.value}${read.unit ?? ""}` } });
  if (read.range) says.push({ code: "value/range", words: {} });
  if (read.approx !== null) says.push({ code: "value/approximate", words: {} });
  return { value: read.value, detail: { state: "value", approx: read.approx, percent: read.percent }, says };
}

function date(cell: GridCell, year: number | null): CellReading {
  const read = readOfficeDate(cell, year);
  if (read.state === "missing") return plain(null);
  if (read.state === "open") return { value: null, detail: { state: "value", open: true }, says: [] };
  if (read.state === "impossible") return bad("value/date-impossible");
  if (read.value === null) return bad("value/unreadable", { kind: "日期", kind_en: "a date" });
  const partial = read.value.length < 10 || read.qualifier !== null;
  const says: CellReading["says"] =
    partial && !read.planned ? [{ code: "value/date-partial", words: { value: read.value } }] : [];
  return { value: read.value, detail: { state: "value", planned: read.planned, qualifier: read.qualifier }, says };
}
