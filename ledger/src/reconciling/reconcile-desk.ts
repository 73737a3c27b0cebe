import type { CauseCandidate, Decimal, FigureWarning } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Receipt } from "../command.js";
import type { AttachedProof, NewProof } from "../evidence/evidence-desk.js";

/** 数据核对、定稿封账: numbers that people report, compared with the other side and closed month by month. */
export interface ReconcileDesk {
  /** Fills in 部门报送数 or 对方数, on screen or from a sheet: the same command either way. Warns, does not stop. */
  fillNumbers(actor: Actor, filling: Filling): Promise<Filled>;
  /**
   * Hands own numbers on: 草稿 → 本单位 → 提交核对 → 上报; each step shows them to more people. 双方确认 comes by settling lines and
   * is not waited for: the form is due on its day. Only who speaks for the side reports (上报) to those above.
   */
  handOn(actor: Actor, of: MonthOfPair, to: HandedOn, commandId: string): Promise<Receipt>;
  /** Our numbers, theirs, the differences and what the ledger knows of their causes. */
  comparison(actor: Actor, of: MonthOfPair): Promise<Comparison>;
  /** Settles lines: equal ones, 同意对方, 维持, 备注. Only who speaks for the line's side. */
  settle(actor: Actor, of: MonthOfPair, lines: readonly Settlement[], commandId: string): Promise<Receipt>;
  /** 数据核对单.xlsx: our column, their empty column, for people with WPS and no account. */
  comparisonSheet(actor: Actor, of: MonthOfPair): Promise<SentFile>;
  /** 确认函.docx with the numbers of the month. */
  confirmationLetter(actor: Actor, of: MonthOfPair): Promise<SentFile>;
  /** What a returned 核对单 says; nothing is written before it is filled in with `fillNumbers`. */
  readReturned(actor: Actor, name: string, bytes: Uint8Array): Promise<ReturnedSheet>;
  /** Closes the month on a line: a version with its final numbers, never changed again. */
  closeMonth(actor: Actor, of: MonthOfPair, closing: Closing): Promise<Receipt>;
  /** The closed versions of a year, newest first. */
  closings(actor: Actor, scope: string, year: number): Promise<readonly ClosedMonth[]>;
  /** Attaches the stamped scan (盖章扫描件) to its version. */
  stampMonth(
    actor: Actor,
    scope: string,
    close: string,
    file: Omit<NewProof, "field" | "strength">,
  ): Promise<AttachedProof>;
}

/** One month of one pair on one reporting line. */
export interface MonthOfPair {
  readonly scope: string;
  readonly year: number;
  readonly month: number;
  readonly line: "west" | "east";
}

/** How far numbers are handed on by hand: to the office, to the other side, to those above. */
export type HandedOn = "office" | "submitted" | "reported";

export interface FilledNumber {
  readonly indicator: string;
  /** Null: not filled in, never 0. */
  readonly this_month: Decimal | null;
  readonly to_date: Decimal | null;
  readonly note?: string | null;
}

export interface Filling extends MonthOfPair {
  readonly kind: "reported" | "other_side";
  readonly numbers: readonly FilledNumber[];
  /** 填报单位, or who sent the sheet. */
  readonly reporter_unit?: string;
  /** Kept as a draft for its author until he hands it on. */
  readonly draft?: boolean;
  readonly command_id: string;
}

export interface Filled {
  /** Null: everything stood so already. */
  readonly receipt: Receipt | null;
  readonly warnings: readonly FigureWarning[];
}

export interface ComparedLine {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly ours: Decimal | null;
  readonly oursFrom: "final" | "reported" | "ledger" | null;
  readonly theirs: Decimal | null;
  /** ours − theirs; null where one side has nothing. */
  readonly difference: Decimal | null;
  readonly causes: readonly CauseCandidate[];
  /** 未说明. */
  readonly rest: Decimal | null;
  readonly settled: "equal" | "agreed" | "kept" | "noted" | null;
  readonly note: string | null;
}

export interface Comparison extends MonthOfPair {
  readonly title: string;
  readonly day: string;
  readonly lines: readonly ComparedLine[];
  readonly equal: number;
  readonly different: number;
  /** Lines that only one side has filled in. */
  readonly waiting: number;
  /** 双方确认. */
  readonly confirmed: number;
}

export interface Settlement {
  readonly indicator: string;
  readonly how: "equal" | "agreed" | "kept" | "noted";
  readonly note?: string;
}

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReturnedSheet extends MonthOfPair {
  readonly title: string;
  readonly numbers: readonly FilledNumber[];
  /** Cells that could not be read, with their place. */
  readonly problems: readonly { readonly cell: string; readonly zh: string; readonly en: string }[];
  /** Lines left empty. */
  readonly empty: readonly string[];
}

export interface FinalChoice {
  readonly indicator: string;
  readonly source: "ledger" | "reported" | "other_side";
  /** Given where what was really sent differs from the source; then a note is asked. */
  readonly to_date?: Decimal;
  readonly this_month?: Decimal;
  readonly note?: string;
}

export interface Closing {
  /** Indicators not named take their number from the ledger where it says the same as the bureau, else from the bureau. */
  readonly choices?: readonly FinalChoice[];
  readonly submitted_to?: string;
  readonly note?: string;
  readonly command_id: string;
}

export interface ClosedFigure {
  readonly indicator: string;
  readonly this_month: Decimal | null;
  readonly to_date: Decimal | null;
  readonly unit: string;
  readonly source: string;
  readonly note: string | null;
  /** What its source says now; other than `to_date`: 与盖章件不一致. */
  readonly now: Decimal | null;
}

export interface ClosedMonth {
  readonly scope_id: string;
  readonly id: string;
  readonly year: number;
  readonly month: number;
  readonly line: "west" | "east";
  readonly version: number;
  readonly closed_on: string | null;
  readonly closed_by: string | null;
  /** 审核, or 自审 where the same person had entered its numbers; null: closed before this was kept. */
  readonly check_kind: "checked" | "self_checked" | null;
  readonly submitted_to: string | null;
  /** SHA-256 of the stamped scan; null: 待盖章. */
  readonly stamped_file: string | null;
  readonly figures: readonly ClosedFigure[];
  /** How many figures differ from what their source says now. */
  readonly differing: number;
}
