/**
 * Every refusal of the ledger, in one table: what the user reads in Chinese and English, and what to do next.
 * `{name}` is filled from the parameters of the error. A code is never reused for another meaning.
 * Personal data never goes into parameters: texts reach logs and screens.
 */
export const ERROR_CODES = {
  DATABASE_IN_USE: {
    zh: "山海已在运行（数据目录 {dataDir}）。",
    en: "Shanhai is already running on the data directory {dataDir}.",
    advice_zh:
      "请直接打开正在运行的页面；要重新启动，先在原窗口按 Ctrl-C 结束它，或用 SHANHAI_DATA 指定另一个数据目录。",
    advice_en:
      "Open the page that is already running; to restart, end the other one with Ctrl-C first, or choose another directory with SHANHAI_DATA.",
  },
  DATABASE_OTHER_VERSION: {
    zh: "数据目录 {dataDir} 由 PostgreSQL {found} 建立，本程序使用 PostgreSQL {expected}，不能直接打开。",
    en: "The data directory {dataDir} was made by PostgreSQL {found}; this program uses PostgreSQL {expected} and cannot open it.",
    advice_zh: "请用原来版本的程序执行 shanhai export 目录，再用本程序在空的数据目录执行 shanhai import 目录。",
    advice_en:
      "Run `shanhai export DIR` with the program that made it, then `shanhai import DIR` with this one into an empty data directory.",
  },
  DATABASE_DAMAGED: {
    zh: "数据目录 {dataDir} 打不开：{cause}。",
    en: "The data directory {dataDir} cannot be opened: {cause}.",
    advice_zh: "请保留该目录不要改动，用最近一次备份导入到新的数据目录；备份位置见启动时的提示。",
    advice_en:
      "Keep the directory untouched and import the latest backup into a new data directory; the start names the last backup.",
  },
  DATABASE_UNREACHABLE: {
    zh: "连不上数据库：{cause}。",
    en: "The database cannot be reached: {cause}.",
    advice_zh: "请检查数据库服务是否已启动，以及 DATABASE_URL 是否正确。",
    advice_en: "Check that the database server runs and that DATABASE_URL is right.",
  },
  DATA_DIRECTORY_UNUSABLE: {
    zh: "数据目录 {dataDir} 不能使用：{cause}。",
    en: "The data directory {dataDir} cannot be used: {cause}.",
    advice_zh: "请确认目录存在且当前用户可写，或用 SHANHAI_DATA 指定另一个目录。",
    advice_en:
      "Make sure that the directory exists and that you may write to it, or choose another one with SHANHAI_DATA.",
  },
  DISK_FULL: {
    zh: "磁盘已满，本次操作没有写入，已有数据不受影响。",
    en: "The disk is full; nothing of this operation was written, what was there is unharmed.",
    advice_zh: "请清理磁盘空间后重试。",
    advice_en: "Free some space and try again.",
  },
} as const;

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

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: { readonly cause?: unknown }) {
    const entry = ERROR_CODES[code];
    const en = fill(`${entry.en} ${entry.advice_en}`, params);
    super(en, options);
    this.name = "LedgerError";
    this.code = code;
    this.params = params;
    this.zh = fill(`${entry.zh}${entry.advice_zh}`, params);
    this.en = en;
  }
}

function fill(text: string, params: ErrorParams): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    return value === undefined ? place : String(value);
  });
}
