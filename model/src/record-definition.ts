import type { IntegerRange } from "./integer-range.js";
import type { RecordGroup } from "./record-groups.js";
import type { SoundOrder } from "./sort-key.js";

/**
 * What a record definition says. List, form, route, workbook template, import, export, history and data dictionary
 * follow from it; a test compares each definition with the migrated schema.
 *
 * Column rule: text, long_text, code → text; integer, money → bigint (money in 分); decimal → numeric (printed
 * figures such as 1.12 or 52.6, exact); flag → boolean; reference, identifier → uuid (an identifier is shared by rows
 * and points to none of them: a `happening_id`); references → uuid[]; texts → text[]; list → jsonb;
 * date → three columns: `key` text as printed in ISO form (`2021-02`, `--12-11`), `key_from` date, `key_to` date
 * (both null when the year is unknown).
 * Every table also has: scope_id uuid, id uuid, seq bigint, search_grams text[] (from the title and `alsoFound`, `search-grams.ts`, `sound-initials.ts`),
 * sort_key text COLLATE "C" NOT NULL (only where the list is ordered by sound),
 * salt bytea null (only where a field is personal). `required` → NOT NULL.
 */
export type FieldType =
  | "text"
  | "long_text"
  | "integer"
  | "decimal"
  | "money"
  | "date"
  | "code"
  | "flag"
  | "identifier"
  | "reference"
  | "references"
  | "texts"
  | "list";

export interface FieldDefinition {
  /** Column name and JSON key, snake_case. Never renamed or reused. */
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly type: FieldType;
  readonly required?: boolean;
  /** Enters digests as a salted HMAC; never in change bodies, logs, URLs, error texts. */
  readonly personal?: boolean;
  /** Holds rows together or counts them (a person's key, an import's run) and says nothing to a reader: shown nowhere. */
  readonly inner?: boolean;
  /**
   * For `code`, and for each of `texts`: what a rule decides on. Labels in both languages. For `text`: names of the codes
   * that are known (an indicator's), printed beside them; other text stands as it is.
   */
  readonly codes?: readonly CodeLabel[];
  /**
   * For `code`, and for each of `texts`: what an authority can change by a circular. The dictionary (字典) of this name says
   * which codes there are, in which years and under which name; `codes` holds what it says (`dictionary-codes.ts`).
   */
  readonly dictionary?: string;
  /** For `text`: names of a dictionary that are offered while typing, those of the row's year first; any other text may stand. */
  readonly offers?: WordList;
  /** For `text` and `long_text`: a dictionary whose names and aliases are looked for in it; that one is there is told, never refused. */
  readonly against?: WordList;
  /** For a `code` of a dictionary: the text field whose name says which it is, where a sheet has no column for it. */
  readonly namedBy?: string;
  /** For `reference` and `references`: the record pointed to. */
  readonly record?: string;
  /** For `reference`: the field that names the pair in which the row pointed to stands; empty: it stands beside this row. */
  readonly within?: string;
  /** For `list`: what each item holds, in the order of printing. Items' dates are ISO text, counts numbers or null. */
  readonly items?: readonly ItemField[];
  readonly unit?: string;
  /** For `integer`: what it may be, where anything else is a slip: a year, a month. */
  readonly range?: IntegerRange;
  /** Other header words for it in offices' spreadsheets. */
  readonly headers?: readonly string[];
}

/** One value inside each item of a `list` field. */
/** A dictionary's words beside a text, which keeps no code of it. */
export interface WordList {
  readonly dictionary: string;
  readonly codes: readonly CodeLabel[];
}

export interface ItemField {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly codes?: readonly CodeLabel[];
  /** As of a field. */
  readonly dictionary?: string;
  /** Header words for it in offices' spreadsheets, where a sheet gives it a column of its own. */
  readonly headers?: readonly string[];
}

export interface CodeLabel {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Of a dictionary: what it was and is called, oldest first, no two in one year; `zh` and `en` are the last of them. */
  readonly years?: readonly LabelYears[];
  /** Of a dictionary: the code that goes on in its place when it has ended. */
  readonly successor?: string | null;
  /** Of a dictionary: what places call it. */
  readonly aliases?: readonly LabelAlias[];
}

/** A name and the years in which it holds, ends included; null: always before, or still. */
export interface LabelYears {
  readonly from: number | null;
  readonly to: number | null;
  readonly zh: string;
  readonly en: string;
}

/** 别名: what a place calls it in some years. */
export interface LabelAlias {
  readonly text: string;
  /** The full path of a region or party; null: everywhere. */
  readonly place: string | null;
  readonly from: number | null;
  readonly to: number | null;
}

export interface LifecycleStep extends CodeLabel {
  readonly next: readonly string[];
  /** The document that proves the step, as an office names it. */
  readonly proof?: { readonly zh: string; readonly en: string };
  /** Fields that must be filled in by the time this step is taken; the step asks for those that are not. */
  readonly needs?: readonly string[];
  /** The field that holds the day of the step: today, where nobody says another. */
  readonly day?: string;
}

/**
 * 对方事项 (users.md finding 10): each side sees its own work; of an item that the other side owes it sees that it moves or that it is
 * done, and nothing of how. `side` is the field that says whose a row is, on the row itself or on its `parent`.
 */
export interface OtherSideView {
  readonly side: string;
  readonly of: "row" | "parent";
  /** The field of the state. Of the other side only `ended` is told; null there stands for 推进中. */
  readonly state: string;
  /** What the other side is told instead of a state; every state that is not named is 推进中. */
  readonly ended: { readonly [state: string]: string };
  /** Fields of the work itself. */
  readonly hides: readonly string[];
}

export interface RecordDefinition {
  /** snake_case; also the table's name. `<name>_past` holds replaced versions. */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** `scoped` rows live in a pair or a party; `reference` rows in the nil scope and are seen by all. */
  readonly keeping: "scoped" | "reference";
  /** The branch of the work that the ledger belongs to (`record-groups.ts`): lists of ledgers are shown by it. */
  readonly group: RecordGroup;
  /**
   * Rows come by the hundred thousand from spreadsheets: they have no rows of sources but `run` and `sheet_row`
   * (`bulk-fields.ts`), from which the cell is computed, and are found by their columns, not by words of the title.
   */
  readonly bulk?: boolean;
  /** For parts such as a visit's stops: the record they belong to, and the field that says which. */
  readonly parent?: { readonly record: string; readonly field: string };
  /** Fields that name a row on screen, in order. */
  readonly title: readonly string[];
  /**
   * Field the list is ordered by, newest or largest first when `descending`. Words are ordered by their sound (拼音), as
   * every list of an office is: then the table has a `sort_key` that follows from the field (`sort-key.ts`).
   */
  readonly order: { readonly field: string; readonly descending: boolean; readonly sound?: SoundOrder };
  /** Text fields by which 检索 finds a row beside its title: the names it had before. Never personal ones. */
  readonly alsoFound?: readonly string[];
  /**
   * Fields by which 检索 finds a row beside its title. `words`: a value stands in many rows (a village, an employer) and is
   * found by any part of it or by its sound. `keys`: nearly every row has its own (a name, an invoice number), found by
   * its beginning. Rows of a bulk record are found by these alone.
   */
  readonly searched?: { readonly words?: readonly string[]; readonly keys?: readonly string[] };
  /** The field that says which year a row belongs to, a year or a day: names of a dictionary are those of that year. */
  readonly year?: string;
  /** Fields the list shows at first. */
  readonly columns: readonly string[];
  readonly fields: readonly FieldDefinition[];
  readonly lifecycle?: { readonly field: string; readonly steps: readonly LifecycleStep[] };
  /** What an office sees of a row that is the other side's to do. */
  readonly otherSide?: OtherSideView;
}

/** A field's value in JSON: money, decimals and other bigints as decimal strings, dates as printed in ISO form. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly { readonly [key: string]: unknown }[];
