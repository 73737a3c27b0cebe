import { exactNumber, type GridCell, squeezed } from "./grid.js";

/** A 身份证号码 as it stands in a cell. Its words are personal: they never enter texts for logs. */
export interface OfficeIdNumber {
  readonly state: "value" | "missing" | "damaged";
  /** Cleaned: no spaces, capital X. Null when nothing can be relied on. */
  readonly value: string | null;
  readonly warning: "check" | "form" | null;
  readonly length: number;
}

/** Weights of GB 11643-1999. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The 18th character that belongs to the first 17 digits; null where they are none. */
export function idCheckCharacter(first17: string): string | null {
  if (!/^\d{17}$/.test(first17)) return null;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return "10X98765432"[sum % 11] ?? null;
}

/**
 * Reads an ID number. A spreadsheet keeps 15 digits of a number: 980101198503150015 typed as one comes back as
 * 980101198503150000 and is lost (失真), unlike one that a warning is enough for: a wrong check digit, 15 digits of the
 * old form, a small x, spaces inside.
 */
export function readIdNumber(cell: GridCell | null): OfficeIdNumber {
  const text = cell === null ? "" : squeezed(cell.text).replace(/^['’]/u, "").toUpperCase();
  if (cell === null || /^[/—-]*$/u.test(text)) return { state: "missing", value: null, warning: null, length: 0 };
  const number = exactNumber(cell);
  const lost = (number !== null && number.replace(/\D/gu, "").length > 15) || /^\d(?:\.\d+)?E\+1[4-9]$/u.test(text);
  if (lost) return { state: "damaged", value: null, warning: null, length: 18 };
  const value = number ?? text;
  if (value.length !== 18) return { state: "value", value, warning: "form", length: value.length };
  const right = idCheckCharacter(value.slice(0, 17)) === value[17];
  return { state: "value", value, warning: right ? null : "check", length: 18 };
}

/** √, 是, 有, 1, Y, TRUE → true; ×, 否, 0 → false; empty and dashes → null (not filled in). */
export function readOfficeFlag(cell: GridCell | null): boolean | null {
  if (cell === null) return null;
  const text = squeezed(cell.text).toUpperCase();
  if (/^(?:√|✓|✔|☑|是|有|1|Y|YES|TRUE|★|☆|●|√√)$/u.test(text)) return true;
  if (/^(?:×|✗|X|否|无|0|N|NO|FALSE|□|☐)$/u.test(text)) return false;
  return null;
}

/** 1.1112224E+7: how a spreadsheet prints a long number. */
const SHORTENED = /^(\d)(?:\.(\d+))?E\+?(\d+)$/iu;

/** Whether a number was typed over as a spreadsheet shortens it, so that its last digits are gone: 5.2E+17. */
export function hasLostDigits(cell: GridCell): boolean {
  const short = exactNumber(cell) === null ? SHORTENED.exec(squeezed(cell.text)) : null;
  return short !== null && (short[2] ?? "").length !== Number(short[3]);
}

/** Digits of a telephone or invoice number that may have been stored as a number. Lost leading zeros stay lost. */
export function readDigits(cell: GridCell | null): string | null {
  if (cell === null) return null;
  const text = exactNumber(cell) ?? squeezed(cell.text).replace(/^['’]/u, "");
  const short = SHORTENED.exec(text);
  if (short !== null && !hasLostDigits(cell)) return `${short[1]}${short[2] ?? ""}`;
  return /^[/—-]*$/u.test(text) ? null : text;
}
