import type { Readable } from "node:stream";
import type { Actor } from "../actor.js";
import type { Query } from "../query.js";

/** 导出: ledgers as an office prints them. */
export interface PrintingDesk {
  /**
   * A ledger as a workbook (.xlsx) for printing and sending: title, 填报单位, 截至时间, units, real numbers and dates, numbers
   * of persons and papers as text, a line to sign. All rows of the query that the actor may read, streamed: the body must
   * be read or destroyed. Real-name lists ask for the right to take them out, and are logged and marked.
   */
  exportSheet(actor: Actor, record: string, query: ExportQuery): Promise<ExportedSheet>;
  /**
   * 空白表: the form of a ledger to be filled in by somebody without an account: its columns with lists to pick from and a sheet
   * that says how each is filled in. Coming back through the import it is known for what it is.
   */
  blankSheet(actor: Actor, record: string): Promise<ExportedSheet>;
  /** 数据字典: every ledger with its columns, kinds, units, words to choose from and steps, as a workbook. Holds no row. */
  dictionary(): Promise<ExportedSheet>;
}

export type ExportQuery = Omit<Query, "after" | "limit" | "titles">;

export interface ExportedSheet {
  /** File name with its ending, as an office would give it. */
  readonly name: string;
  readonly body: Readable;
}
