import type { Decimal, FigureWarning, IndicatorUnit, Pace, Rate, YearPoint } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { DefinitionEdition } from "../defining/defining-desk.js";
import type { Row } from "../row.js";

/** 指标: boards, and the way from a number to its rows. */
export interface CountingDesk {
  /** The boards that the actor may open. */
  boards(actor: Actor): Promise<readonly FrameChoice[]>;
  /** The year's board; `progress` counts the scopes of a count as of a past day. */
  board(actor: Actor, query: BoardQuery, progress?: (done: number, of: number) => void): Promise<Board>;
  /** The rows behind a number, page by page; their sources and proofs hang on the rows. */
  boardRows(actor: Actor, query: BoardRowsQuery): Promise<BoardRows>;
  /** One indicator over the years, with the places where its line breaks. */
  indicatorYears(actor: Actor, query: YearsQuery): Promise<readonly YearPoint[]>;
  /** Compares every roll-up with a full count of its rows, scope by scope; empty when all are true. */
  checkRollups(actor: Actor): Promise<readonly RollupDifference[]>;
}

/** Whose numbers a board adds up. */
export type FrameKind = "pair" | "party" | "region";

/** Whose board: one pair, all pairs of a party, or those of all parties within a region (市、州、省) by its code. */
export interface FrameQuery {
  readonly scope?: string;
  readonly party?: string;
  readonly region?: string;
}

/** A board that may be opened, for the list to choose from. */
export interface FrameChoice extends FrameQuery {
  readonly kind: FrameKind;
  readonly title: string;
  readonly pairs: number;
  /** The last month (yyyymm) in which its ledgers have something, this month at the latest; null: nothing yet. */
  readonly latest: number | null;
}

/** 台账统计数 of one indicator at the end of a month, in the indicator's unit. */
export interface LedgerFigure {
  readonly toDate: Decimal;
  readonly thisMonth: Decimal;
  /** Rows (or persons, or tours) that make it. */
  readonly rows: number;
  /** Rows among them whose number was not filled in: 0 is not assumed. */
  readonly missing: number;
  /** False: a sum over pairs in which a person may be twice (未去重). */
  readonly exact: boolean;
  /** How much of it is said of several counties together (未分县); null where nothing is. */
  readonly unsplit: Decimal | null;
}

export type ValueKind = "reported" | "other_side" | "final";

/** A number that somebody reported (部门报送数、对方数、上报定稿数) of one indicator in one month. */
export interface ReportedFigure {
  readonly kind: ValueKind;
  /** 报送线 of it; null where it was not said. */
  readonly line: "west" | "east" | null;
  readonly thisMonth: Decimal | null;
  readonly toDate: Decimal | null;
  /** The step that it has reached; of several counties the earliest. */
  readonly state: string;
  /** The row, for a pair; null for a sum over several. */
  readonly row: { readonly scope_id: string; readonly id: string; readonly version: string } | null;
  readonly reporter: string | null;
  readonly note: string | null;
  /** Of how many pairs it is the sum. */
  readonly scopes: number;
}

/** A number that a document prints of several counties together (约1610万元): shown 未分县 beside the party's number. */
export interface SaidFigure {
  readonly of: string;
  readonly printed: string;
  readonly approx: string | null;
  readonly scope_id: string;
  readonly id: string;
}

export interface BoardQuery extends FrameQuery {
  readonly year: number;
  readonly month: number;
  /** 受援线 or 帮扶线: each counts and cuts off in its own way. */
  readonly line: "west" | "east";
  /** As recorded at the end of a past day. */
  readonly asOf?: string;
  /** 截至日: what had happened by this day of the month. */
  readonly until?: string;
  /** Persons of several pairs once (去重): a full count. */
  readonly exact?: boolean;
}

/** The year's board (指标) of a pair, a county, a city, a province. */
export interface Board {
  readonly kind: FrameKind;
  readonly title: string;
  readonly year: number;
  readonly month: number;
  readonly line: "west" | "east";
  readonly day: string;
  readonly asOf: string | null;
  /** As of a past day: by which definitions it is counted and judged; null for today's board. */
  readonly edition: DefinitionEdition | null;
  readonly counties: number;
  readonly pairs: number;
  /** Pairs and parties whose rows its numbers are: what a sum over several opens. */
  readonly scopes: readonly string[];
  readonly lines: readonly BoardLine[];
}

export type ValueSource = "final" | "reported" | "ledger";

/** One indicator with its four numbers side by side. */
export interface BoardLine {
  readonly code: string;
  readonly version: number;
  /** The unit of this year's definition. */
  readonly unit: IndicatorUnit;
  readonly target: Decimal | null;
  /** The row of the target; null for a sum over several pairs, or without a target. */
  readonly targetRow: { readonly scope_id: string; readonly id: string } | null;
  /** 台账统计数; null: the ledger has no row. */
  readonly ledger: LedgerFigure | null;
  /** Whether a ledger counts this indicator at all, and the actor reads it: then there are rows to open. */
  readonly counted: boolean;
  readonly reported: ReportedFigure | null;
  readonly otherSide: ReportedFigure | null;
  readonly final: ReportedFigure | null;
  /** Which of them the next five are of. */
  readonly source: ValueSource | null;
  readonly thisMonth: Decimal | null;
  readonly toDate: Decimal | null;
  readonly lastYear: { readonly toDate: Decimal; readonly breaks: boolean } | null;
  /** 较上月: last month's figure of the same source, and what came since; null in the first month. */
  readonly lastMonth: { readonly toDate: Decimal; readonly change: Decimal } | null;
  /** Completion; for a rate its own numerator and denominator. */
  readonly rate: Rate | null;
  readonly pace: Pace | null;
  readonly warnings: readonly FigureWarning[];
  /** What documents say of several counties together; beside the number, never in it. */
  readonly said: readonly SaidFigure[];
}

/** A row behind a number, with what it adds to it in the indicator's unit; null: not filled in. */
export interface CountedRow {
  readonly row: Row;
  readonly amount: string | null;
  readonly day: string | null;
}

/** A row of the same ledger that does not count, and why. */
export interface ExcludedRow {
  readonly row: Row;
  readonly reason: string;
}

/** The rows behind a number (点数字 → 行 → 出处与佐证), page by page. */
export interface BoardRows {
  readonly code: string;
  readonly rows: readonly CountedRow[];
  readonly next: string | null;
  /** Of all pages: how many rows, and what they make. */
  readonly count: number;
  readonly total: string;
  /** Rows left out with their reason (重复票、上年发票). */
  readonly excluded: readonly ExcludedRow[];
  /** For pairings: distinct units on each side, which are not the number of pairs. */
  readonly sides: { readonly east: number; readonly west: number } | null;
}

export interface BoardRowsQuery extends BoardQuery {
  readonly code: string;
  /** Only this month's (本月). */
  readonly only?: "month";
  readonly after?: string;
  readonly limit?: number;
}

export interface YearsQuery extends FrameQuery {
  readonly code: string;
  /** Up to the same month of each year, so that years compare. */
  readonly year: number;
  readonly month: number;
  readonly line: "west" | "east";
}

/** A roll-up that differs from the full count of its rows. */
export interface RollupDifference {
  readonly scope_id: string;
  readonly series: string;
  readonly year: number;
  readonly month: number;
  readonly kept: string | null;
  readonly counted: string | null;
}
