import type { Genre } from "./document/genre-code.js";
import type { RepairedSpan } from "./span.js";

/**
 * Mentions: what stands where in the repaired text, before anything is concluded from it. Annotators propose (they
 * may overlap), refiners merge and drop. Values are normalised, spans point into the repaired text.
 */
interface MentionOf<Kind extends string, Value> {
  readonly kind: Kind;
  readonly span: RepairedSpan;
  readonly value: Value;
  /** The annotator that made it. */
  readonly by: string;
}

export type RegionMention = MentionOf<
  "region",
  {
    /** Official names in full, province first. */
    readonly path: string;
    readonly adcode: string | null;
    readonly level: "province" | "city" | "county" | "township" | "village" | "zone";
    readonly side: "east" | "west" | null;
    /** Part of an institution's or media's name (广州日报, 云南大学): not a party. */
    readonly insideName: boolean;
  }
>;

export type PersonMention = MentionOf<"person", { readonly name: string; readonly surnameOnly: boolean }>;

/** A post or a label of the page (记者, 责编) as printed; `organisation`/`region` where the words name one. */
export type TitleMention = MentionOf<"title", { readonly text: string; readonly organisation: string | null }>;

/** A roster entry or an apposition: who with which titles, joined by the list grammar. */
export type AttributionMention = MentionOf<
  "attribution",
  {
    readonly name: RepairedSpan;
    /** The name as it is spoken: 李明 for 李  明. */
    readonly person: string;
    readonly titles: readonly RepairedSpan[];
    /** The chain of posts as printed, without the region in front; null where none is printed. */
    readonly title: string | null;
    /** One per post. */
    readonly posts: readonly {
      readonly title: string;
      readonly organisation: string | null;
      readonly region: string | null;
    }[];
    /** Path of the region whose post it is: printed in the post, or the list head's (…镇党委委员X，副镇长Y). */
    readonly region: string | null;
    /** A label of the page: 记者, 责编, 摄影. */
    readonly byline: boolean;
  }
>;

export type DateMention = MentionOf<
  "date",
  {
    /** ISO, possibly partial: `2021-02`, `--12-11`, `2023`; null for 近日. */
    readonly start: string | null;
    readonly end: string | null;
    readonly part: "morning" | "afternoon" | "evening" | null;
    /** True where year or month is taken from elsewhere. */
    readonly inferred: boolean;
    readonly form:
      | "day"
      | "range"
      | "month"
      | "year"
      | "quarter"
      | "half"
      | "relative"
      | "duration"
      | "plan_period"
      | "so_far";
    /** Still to come when it was written: 将于3月5日, 2025年底前. Absent otherwise. */
    readonly planned?: boolean;
  }
>;

export type QuantityMention = MentionOf<
  "quantity",
  {
    readonly value: number;
    /** Upper end of a range, else null. */
    readonly to: number | null;
    readonly unit: string;
    readonly base: number;
    readonly baseUnit: string;
    /** `duration`: years, days, ages, hours — never a figure of the work. */
    readonly measure: "money" | "people" | "count" | "area" | "percent" | "other" | "duration";
    readonly approx: string | null;
    readonly ordinal: boolean;
    /** Printed in digits rather than 三 or 十二. */
    readonly arabic: boolean;
  }
>;

export type OrganisationMention = MentionOf<
  "organisation",
  {
    readonly name: string;
    readonly type:
      | "government"
      | "enterprise"
      | "school"
      | "hospital"
      | "social_org"
      | "cooperative"
      | "media"
      | "other";
    readonly region: string | null;
  }
>;

/** A named project, base, park, plant, workshop, building. */
export type ProjectMention = MentionOf<
  "project",
  {
    readonly name: string;
    readonly region: string | null;
    /** A list says that it is a project, whatever its name. */
    readonly listed?: true;
  }
>;

export type Mention =
  | RegionMention
  | PersonMention
  | TitleMention
  | AttributionMention
  | DateMention
  | QuantityMention
  | OrganisationMention
  | ProjectMention;

export type MentionKind = Mention["kind"];
export type MentionOfKind<K extends MentionKind> = Extract<Mention, { kind: K }>;

/** A paragraph of the repaired text with what it does in the page. Captions are content. */
export interface Paragraph {
  readonly span: RepairedSpan;
  readonly role: "title" | "subtitle" | "meta" | "body" | "caption" | "byline" | "heading" | "table" | "furniture";
  /** Body sentences; a sentence ends at 。！？… outside quotes or at the paragraph's end; ；ends none (一是……；二是…… is one). */
  readonly sentences: readonly RepairedSpan[];
}

/** What readers and repairs know of a document before facts. */
export interface Article {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly title: string | null;
  readonly source: string | null;
  /** ISO date. */
  readonly published: string | null;
  readonly publishedSpan: RepairedSpan | null;
  /** Of a segment of a long document: the document's own. Else it follows from the text (genre.ts). */
  readonly genre?: Genre;
}

/** The article with its mentions, in order of their start, refined: what rules read. */
export interface AnnotatedArticle extends Article {
  readonly mentions: readonly Mention[];
  /** Mentions of one kind that lie inside a span, in order. */
  within<K extends MentionKind>(kind: K, span: RepairedSpan): readonly MentionOfKind<K>[];
}
