/**
 * What the reports give, as the API hands it on. Plain data: counts are numbers, money is 分 as text, and every figure
 * that a page shows says which rows it counts.
 */

/** A list of rows: the record with the conditions of its list, one scope or all that the actor reads. */
export interface RowsOf {
  readonly record: string;
  readonly scope?: string;
  /** Of several pairs. */
  readonly scopes?: readonly string[];
  /** As recorded at the end of a past day. */
  readonly as_of?: string;
  readonly conditions?: readonly (readonly [field: string, is: string, ...values: string[]])[];
}

/** What a report is asked for; without a party all that the actor reads. */
export interface ReportQuery {
  /** 协作主体: its own rows and those of its pairs. */
  readonly party?: string;
  readonly year?: number;
  /** The cut-off day (截至日), `YYYY-MM-DD`; today where it is not given. */
  readonly day?: string;
  /** 历史时点: as recorded at the end of this day; what happened after it is left out too. */
  readonly as_of?: string;
}

/** Parties of one type on one side. */
export interface TypeCount {
  readonly type: string | null;
  readonly count: number;
}

/** 结对关系 as a tree: provinces, cities, pairs, then types of parties within a pair. */
export interface PairingNetwork {
  readonly roots: readonly NetworkNode[];
  /** Rosters told of several pairs together (未分县): they enter no pair. */
  readonly unsplit: readonly RosterTold[];
  /** Distinct parties of all pairs and pairings. */
  readonly total: NetworkCounts;
}

export interface NetworkCounts {
  readonly pairs: number;
  /** Pairings within the pairs (结对), each a row. */
  readonly links: number;
  /** Distinct parties of the pairings, by type, most first. */
  readonly east: readonly TypeCount[];
  readonly west: readonly TypeCount[];
}

export interface NetworkNode extends NetworkCounts {
  readonly key: string;
  readonly level: "province" | "city" | "pair";
  readonly east_name: string;
  readonly west_name: string;
  /** The pair's scope; null above pairs. */
  readonly pair: string | null;
  /** Above pairs: the rows of the pairs that are counted. */
  readonly rows: RowsOf | null;
  /** The pairs that it counts over: whose rows its numbers are. */
  readonly scopes: readonly string[];
  /** When the pair began, as it is known; null above pairs. */
  readonly began: string | null;
  readonly children: readonly NetworkNode[];
  /** Of a pair: its pairings by type of both sides. */
  readonly kinds: readonly PairingKind[];
  readonly rosters: readonly RosterTold[];
}

export interface PairingKind {
  readonly east_type: string | null;
  readonly west_type: string | null;
  readonly links: number;
  readonly east: number;
  readonly west: number;
}

/** 结对规模: a roster as a document tells it. */
export interface RosterTold {
  readonly scope_id: string;
  readonly id: string;
  readonly title: string;
  readonly as_of: string | null;
  readonly east: readonly RosterPart[];
  readonly west: readonly RosterPart[];
}

export interface RosterPart {
  readonly type?: string | null;
  readonly count?: number | null;
  readonly unit?: string | null;
}

/** 协作主体 that stand in a pair. */
export interface PairedParties {
  readonly parties: readonly {
    readonly id: string;
    readonly path: string;
    readonly side: "east" | "west";
    readonly pairs: number;
    /** The last month, not ahead of today, for which rows or reported numbers stand ("2026-10"); null where there is none. */
    readonly latest: string | null;
    /** How much is known: the kept sums (a series in a month) that hold rows. */
    readonly sums: number;
  }[];
}

/** 总览 of a year: money, projects, people in post, jobs and sales by month. Each line says which rows it counts. */
export interface Overview {
  readonly year: number;
  readonly day: string;
  readonly as_of: string | null;
  /** The rows behind the figures that are sums over the lines below. */
  readonly rows: {
    readonly projects: RowsOf;
    readonly payments: RowsOf;
    readonly people: RowsOf;
    readonly jobs: RowsOf;
    readonly sales: RowsOf;
  };
  /** Years that have projects, funds or sales, the latest first. */
  readonly years: readonly number[];
  readonly money: MoneyFlow;
  readonly stages: readonly StageLine[];
  readonly talent: readonly TalentLine[];
  readonly jobs: readonly JobsMonth[];
  readonly sales: readonly SalesMonth[];
  readonly pairs: readonly PairLine[];
}

/** Projects of one stage. */
export interface StageLine {
  readonly stage: string | null;
  /** The field by whose day the stage was inferred; null where it is stated, or cannot be told. */
  readonly by: "accepted" | "completed" | "started" | "planned_start" | null;
  readonly count: number;
  readonly rows: RowsOf;
}

/** 资金流向: where the money of the year's projects comes from, what it is for, what is paid; and what has arrived. */
export interface MoneyFlow {
  readonly kinds: readonly MoneyKind[];
  /** 到账、拨出 of the year up to the day; null where nothing is entered. */
  readonly received: string | null;
  readonly sent: string | null;
  readonly received_rows: RowsOf;
  readonly sent_rows: RowsOf;
  /** 支付 of fiscal aid by its shares; null where payments are not entered by source. */
  readonly paid_by_source: string | null;
}

/** 分 of the projects of one kind. A total that is not filled in is the sum of its sources. */
export interface MoneyKind {
  readonly kind: string | null;
  readonly projects: number;
  readonly province: string;
  readonly county: string;
  readonly township: string;
  readonly bridging: string;
  readonly other: string;
  readonly total: string;
  readonly disbursed: string;
  readonly paid: string;
  readonly rows: RowsOf;
}

/** 在岗: postings that are not over, as entered on the report's day, begun by the day; people are counted once. */
export interface TalentLine {
  readonly direction: string | null;
  readonly category: string | null;
  readonly people: number;
  readonly postings: number;
  readonly rows: RowsOf;
}

/** 就业: people whose counting job of the year began in the month; -1: before the year, 13: after it, 0: no day entered. */
export interface JobsMonth {
  readonly month: number;
  readonly people: number;
  readonly east: number;
  readonly rows: RowsOf;
  readonly east_rows: RowsOf;
}

/** 消费帮扶 of a month in 分; 采购 and 帮助销售 stay apart. */
export interface SalesMonth {
  readonly month: number;
  readonly purchase: string;
  readonly assisted: string;
  readonly purchase_rows: RowsOf;
  readonly assisted_rows: RowsOf;
}

export interface PairLine {
  readonly pair: string;
  readonly east: string;
  readonly west: string;
  readonly links: number;
  readonly rows: RowsOf;
}

/** 一页纸: one A4 for a leader, ≤ 600 characters, in Chinese; null where no party is asked for. */
export interface OnePage {
  readonly page: OnePageText | null;
}

export interface OnePageText {
  readonly party: string;
  readonly title: string;
  readonly title_en: string;
  /** 截至日: the last day of the month before, or the day that is asked for where it ends a month. */
  readonly day: string;
  readonly as_of: string | null;
  readonly sections: readonly OnePageSection[];
  /** What was kept for the same day: the office's own wording. */
  readonly kept: {
    readonly id: string;
    readonly version: string;
    readonly title: string;
    readonly text: string;
  } | null;
}

export interface OnePageSection {
  readonly heading: string;
  readonly heading_en: string;
  /** Lines of pieces; a piece that counts rows says which. */
  readonly lines: readonly (readonly OnePagePiece[])[];
}

/** One number of a board. */
export interface FigureOf {
  readonly party: string;
  readonly year: number;
  readonly month: number;
  readonly line: "east" | "west";
  readonly code: string;
}

export interface OnePagePiece {
  readonly text: string;
  /** The same for who reads English; names stay as the ledger has them. */
  readonly en: string;
  readonly rows?: RowsOf;
  readonly row?: { readonly record: string; readonly scope_id: string; readonly id: string };
  /** A number that a ledger counts: the board's line with the rows that make it, up to the end of the month. */
  readonly figure?: FigureOf;
  /** Late or far behind on the own side: red, and the word says so too. */
  readonly late?: boolean;
}

/** 工作台: what waits, as numbers; a number is null where its ledger holds nothing yet, so that there is nothing to open. */
export interface Waiting {
  /** 督办: own tasks that fall due within a week or are past their day; without an office, which has no side, all open ones. */
  readonly tasks: { readonly count: number; readonly own: boolean; readonly rows: RowsOf } | null;
  /** 收表: not returned, returned and to be looked at, sent back and not yet mended. */
  readonly sheets: { readonly waiting: number; readonly returned: number; readonly sent_back: number } | null;
  /** 数据差异 not settled, and the latest month of a pair that has some, else the last that was reported; `compared`: the other side has sent numbers. */
  readonly differences: { readonly count: number; readonly compared: boolean; readonly at: MonthOfBoard } | null;
  /** 滞后指标 of the own party's board, of the last month that has numbers. */
  readonly lagging: { readonly count: number; readonly at: MonthOfBoard } | null;
}

export interface MonthOfBoard {
  readonly scope?: string;
  readonly party?: string;
  readonly year: number;
  readonly month: number;
  readonly line: "east" | "west";
}

/** Every report by its name. */
export interface ReportAnswers {
  readonly parties: PairedParties;
  readonly waiting: Waiting;
  readonly overview: Overview;
  readonly network: PairingNetwork;
  readonly one_page: OnePage;
}

export type ReportName = keyof ReportAnswers;
