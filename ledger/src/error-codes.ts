import { errorTexts } from "./error-texts/index.js";

/**
 * Every refusal of the ledger, in one table: what the user reads in Chinese and English, and what to do next.
 * `{name}` is filled from the parameters of the error; `{name_en}` is the English word for the `{name}` of the Chinese text. A code is never reused for another meaning.
 * Personal data never goes into parameters: texts reach logs and screens.
 */
export const ERROR_CODES = errorTexts;

/** A key of the table. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** Values for the `{name}` places of a text. */
export type ErrorParams = { readonly [name: string]: string | number };

/** A refusal of the ledger: a code of the table with both texts filled in. Broken code throws plain errors instead. */
export class LedgerError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** What happened, then what to do. */
  readonly zh: string;
  readonly en: string;
  /** The same in its two parts, for screens that set them apart. */
  readonly whatZh: string;
  readonly adviceZh: string;
  readonly whatEn: string;

  /** `detail`: what a room below says of it, in both languages, put before the advice. */
  constructor(
    code: ErrorCode,
    params: ErrorParams = {},
    options?: { readonly cause?: unknown; readonly detail?: { readonly zh: string; readonly en: string } },
  ) {
    const entry = ERROR_CODES[code];
    const detail = options?.detail;
    const whatEn = fill(detail === undefined ? entry.en : `${entry.en} ${detail.en}`, params);
    const en = `${whatEn} ${fill(entry.advice_en, params)}`;
    super(en, options);
    this.name = "LedgerError";
    this.code = code;
    this.params = params;
    this.whatZh = fill(`${entry.zh}${detail?.zh ?? ""}`, params);
    this.adviceZh = fill(entry.advice_zh, params);
    this.zh = `${this.whatZh}${this.adviceZh}`;
    this.whatEn = whatEn;
    this.en = en;
  }
}

function fill(text: string, params: ErrorParams): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    return value === undefined ? place : String(value);
  });
}
