/**
 * Facts (要素): what the engine says about one document. The public contract of `shanhai extract --json`;
 * fields may be added, never changed in meaning. Values are repaired, Simplified and normalised; quotes never are.
 */

/** One mention that supports a fact: a place in the raw text and the words there; `raw.slice(start, end) === quote`. */
export interface Evidence {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Page, paragraph or `sheet!cell` for readers whose text has parts. */
  readonly part?: string;
}

export type Side = "east" | "west";

interface FactOf<Kind extends string> {
  /** SHA-256 (hex) of document hash, kind and normalised values; not of rule, version, confidence or wording. */
  readonly id: string;
  readonly kind: Kind;
  /** The rule that made it with its version, such as `visit@1`. */
  readonly rule: string;
  /** How sure, 0–1. */
  readonly confidence: number;
  /** Names of the fields that the text does not state but implies. */
  readonly inferred: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** 行政区划 that is a party, or was visited at county level or above. */
export interface RegionFact extends FactOf<"region"> {
  /** Official names in full, province first. */
  readonly path: string;
  /** 6, 9 or 12 digits; null for functional zones (功能区). */
  readonly adcode: string | null;
  readonly side: Side | null;
}

export type PartyType =
  | "province"
  | "city"
  | "county"
  | "township"
  | "village"
  | "school"
  | "hospital"
  | "department"
  | "enterprise"
  | "social_org"
  | "park"
  | "group";

/** 结对关系 */
export interface PairingFact extends FactOf<"pairing"> {
  readonly east: string;
  readonly west: string;
  readonly eastType: PartyType;
  readonly westType: PartyType;
  /** Name of the 组团, where the text shows one. */
  readonly group: string | null;
  /** Each statement of the beginning with its own evidence: 第三个年头 and 过去三年多 stay two statements. */
  readonly since: readonly {
    /** As printed. */
    readonly statement: string;
    /** Year or ISO date that follows from it; null when it cannot be said. */
    readonly from: string | null;
    /** True where `from` is computed rather than printed. */
    readonly inferred: boolean;
    readonly speaker: string | null;
    readonly side: Side | null;
    readonly evidence: Evidence;
  }[];
  readonly until: string | null;
}

/** A roster told in prose. `count` null: the side's number of that type is not printed. */
export interface PairingCountFact extends FactOf<"pairing_count"> {
  readonly east: readonly { readonly type: PartyType; readonly count: number | null; readonly unit: string }[];
  readonly west: readonly { readonly type: PartyType; readonly count: number | null; readonly unit: string }[];
  /** Region paths it is said of, both sides. */
  readonly scope: readonly string[];
  readonly counted: "distinct" | "mentions";
  readonly asOf: string | null;
}

export type EventType = "visit" | "meeting" | "signing" | "unveiling" | "donation" | "talent" | "training" | "fair";
export type StopType =
  | "project"
  | "enterprise"
  | "school"
  | "hospital"
  | "village"
  | "party_education"
  | "infrastructure"
  | "other";

export interface Stop {
  readonly name: string;
  readonly type: StopType;
  /** Name of the project, where the stop is one. */
  readonly project: string | null;
  readonly region: string | null;
  readonly evidence?: Evidence;
}

/** 活动 */
export interface EventFact extends FactOf<"event"> {
  readonly type: EventType;
  /** For meetings: 党政联席会议, 座谈会, 推进会, 对接会, 专题会 … */
  readonly subtype: string | null;
  /** ISO date; `--MM-DD` when the year is unknown; null. */
  readonly start: string | null;
  readonly end: string | null;
  readonly visitor: readonly string[];
  readonly host: readonly string[];
  readonly lead: string | null;
  readonly place: string | null;
  /** What was unveiled, signed or given. */
  readonly object: string | null;
  readonly stops: readonly Stop[];
  /** Id of the event it is part of. */
  readonly within: string | null;
  readonly projects: readonly string[];
  /** What was talked over without agreement (初步磋商、交换意见), as printed: neither promised nor agreed. */
  readonly discussed?: readonly {
    readonly text: string;
    readonly fields: readonly Field[];
    readonly evidence: Evidence;
  }[];
  readonly status: "held" | "planned" | "background";
}

/** 人员 */
export interface PersonFact extends FactOf<"person"> {
  readonly name: string;
  /** As printed, without the region; null when none is printed. */
  readonly title: string | null;
  /** One per post. */
  readonly posts: readonly {
    readonly title: string;
    readonly organisation: string | null;
    readonly region: string | null;
  }[];
  readonly region: string | null;
  readonly organisation: string | null;
  readonly side: Side | null;
  readonly part: "attended" | "named" | "byline";
}

/** 单位 */
export interface OrganisationFact extends FactOf<"organisation"> {
  readonly name: string;
  readonly type: "government" | "enterprise" | "school" | "hospital" | "social_org" | "cooperative" | "media" | "other";
  readonly region: string | null;
}

/** 项目 */
export interface ProjectFact extends FactOf<"project"> {
  readonly name: string;
  readonly region: string | null;
  readonly stage: string | null;
  readonly milestones: readonly {
    readonly type: string;
    readonly date: string | null;
    readonly event?: string | null;
  }[];
}

export type Measure = "money" | "people" | "count" | "area" | "percent" | "other";

/** 数据 */
export interface FigureFact extends FactOf<"figure"> {
  readonly value: number;
  /** As printed. */
  readonly unit: string;
  readonly base: number;
  /** 元, 人, 人次, 个, 亩, % … */
  readonly baseUnit: string;
  readonly measure: Measure;
  /** What is counted. */
  readonly of: string;
  /** 约 余 近 超 … */
  readonly approx: string | null;
  readonly period: string | null;
  readonly accumulation: "period" | "year_to_date" | "all_years" | "stock" | null;
  /** Whose: the regions it is said of, unsplit when several. */
  readonly scope: readonly string[];
  /** Ids of its 其中 parts. */
  readonly includes: readonly string[];
  /** 同比, 环比 */
  readonly change: string | null;
}

export type Field =
  | "fund"
  | "industry"
  | "labour"
  | "consumption"
  | "talent"
  | "education"
  | "health"
  | "tourism"
  | "other";

/** 表态 / 议定事项 */
export interface CommitmentFact extends FactOf<"commitment"> {
  readonly act: "ask" | "pledge" | "decision";
  readonly grade: "statement" | "agreed" | "discussed";
  readonly side: Side | "both";
  /** The name, or the printed phrase of a collective speaker, or null. */
  readonly speaker: string | null;
  /** Units told to do it. */
  readonly owners: readonly string[];
  readonly fields: readonly Field[];
  /** The whole repaired sentence. */
  readonly text: string;
  readonly quantity: { readonly value: number; readonly unit: string } | null;
  readonly due: string | null;
  /** Ids of the asks it answers. */
  readonly respondsTo: readonly string[];
}

/** 规划 / 计划 / 方案 */
export interface PlanFact extends FactOf<"plan"> {
  readonly name: string;
  readonly tier: "规划" | "计划" | "方案" | null;
}

/** 公文要素 */
export interface DocumentFact extends FactOf<"document"> {
  readonly issuer: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly recipients: readonly string[];
  readonly secrecy: string | null;
  readonly attachments: readonly string[];
  readonly subject: string | null;
}

/** 协议指标 */
export interface TargetFact extends FactOf<"target"> {
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly base: number;
  readonly year: string | null;
  readonly owner: string | null;
}

export type Fact =
  | RegionFact
  | PairingFact
  | PairingCountFact
  | EventFact
  | PersonFact
  | OrganisationFact
  | ProjectFact
  | FigureFact
  | CommitmentFact
  | PlanFact
  | DocumentFact
  | TargetFact;

export type FactKind = Fact["kind"];
