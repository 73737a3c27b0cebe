import type { SaleWindow } from "../counting/sale-exclusions.js";
import type { DictionaryReader } from "../dictionary-reader.js";
import type { FieldValue } from "../record-definition.js";
import type { MoneyUnit } from "../values/money.js";
import type { BitList } from "./bit-list.js";
import type { Finding } from "./finding.js";
import type { CellPlace, GridArea } from "./grid.js";
import type { Table } from "./sheet-tables.js";

/** How a column's cells are read. `span` is a stretch of time, `digits` a telephone or invoice number. */
export type CellKind =
  | "text"
  | "money"
  | "number"
  | "percent"
  | "date"
  | "span"
  | "flag"
  | "id_number"
  | "credit_code"
  | "digits";

/** A column that a form knows: what it is called in offices' sheets, and how its cells are read. */
export interface FormColumn {
  /** Unique within the form. */
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: CellKind;
  /** Header words; `资金来源>其他` asks for a parent that holds the first word. */
  readonly words: readonly string[];
  /** The unit of amounts where neither header nor caption nor cell names one. */
  readonly unit?: MoneyUnit;
  /** Sums of totals are checked. Money is always. */
  readonly summed?: boolean;
  /** Without it a row cannot be told from others. */
  readonly needed?: boolean;
}

/** One cell of a data row under a known column. */
export interface ReadCell {
  readonly column: FormColumn;
  readonly place: CellPlace;
  readonly area: GridArea;
  readonly printed: string;
  /** False where a merge from a row above reaches down to here: the same cell, counted there already. */
  readonly first: boolean;
  /** Money in 分, decimals, days as text; null where nothing or nothing readable stands. */
  readonly value: FieldValue;
  readonly detail: CellDetail;
}

/** What the reading of one cell found beside its value. */
export interface CellDetail {
  readonly state: "value" | "missing" | "bad";
  readonly approx?: string | null;
  readonly goods?: string | null;
  readonly planned?: boolean;
  readonly qualifier?: string | null;
  readonly open?: boolean;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly days?: number | null;
  readonly damaged?: boolean;
  /** A check digit or a form that does not fit. */
  readonly warned?: boolean;
  readonly percent?: boolean;
}

/** A data row of a table, by the keys of the form's columns. */
export interface ReadRow {
  readonly row: number;
  /** The words of the group row above it: 一、产业发展类（3个）; 第一批（2021.7—2022.7）. */
  readonly group: string | null;
  readonly cells: ReadonlyMap<string, ReadCell>;
}

/** A table with its columns known and its rows read. */
export interface ReadTable {
  readonly sheet: string;
  readonly table: Table;
  readonly rows: readonly ReadRow[];
  readonly findings: readonly Finding[];
}

/** A value that an import would write, with the cell that states it; `place` null where it follows from the sheet. */
export interface SheetValue {
  readonly value: FieldValue;
  readonly place: CellPlace | null;
  readonly printed: string | null;
}

/** A row of a ledger as a sheet states it (导入行). */
export interface SheetRow {
  readonly record: string;
  readonly sheet: string;
  /** Rows of the sheet it comes from, first to last. */
  readonly rows: readonly number[];
  readonly title: string;
  /** What tells it from others, strongest first; a stored row that shares one is the same thing. */
  readonly keys: readonly string[];
  readonly values: { readonly [field: string]: SheetValue };
  readonly findings: readonly Finding[];
  /** Another western party that the same thing also concerns (同时赴清溪县): a row of its own in that pair, if there is one. */
  readonly alsoWith?: string;
  /** Why it is not imported (a duplicate, no name); null where it is. */
  readonly skip: { readonly zh: string; readonly en: string } | null;
  /** Parties and the like that must stand before it; written along where they do not. */
  readonly needs: readonly NeededRow[];
}

/** A reference row that an imported row points to, with an id that follows from codes and names. */
export interface NeededRow {
  readonly record: string;
  readonly id: string;
  readonly values: { readonly [field: string]: FieldValue };
}

/** A figure that the sheet comes to, in words and as a value (exact decimal text). */
export interface SheetCount {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly value: string;
}

/** What a form makes of all the sheets of its kind in one workbook. */
export interface BuiltRows {
  readonly rows: readonly SheetRow[];
  readonly findings: readonly Finding[];
  readonly counts: readonly SheetCount[];
}

/** What a form knows beside the cells. */
export interface FormContext {
  readonly year: number | null;
  /** Month of the report, where the sheet or its title says it. */
  readonly month: number | null;
  /** The last day that the sheets speak of, ISO: 截至, else the year's end. */
  readonly day: string | null;
  /** Set where the file's name or titles print several years: then a sheet's own year or a row's day says which it is of. */
  readonly span?: { readonly from: number; readonly to: number };
  /** 统计期 of 消费协作 by year, as it is set here (指标口径), where it is another than the calendar year. */
  readonly saleWindows?: { readonly [year: string]: SaleWindow };
  readonly fileName: string;
  /** Reads what is told in words of a dictionary, and remembers what it took for what. */
  readonly dictionary: DictionaryReader;
  /** The key of a person in this installation (an HMAC): the same person, the same key, and nothing to be read from it. */
  personKey(identity: string): string;
  /** Whose installation this is: the other side's figures are 对方数. */
  readonly side: "east" | "west" | null;
  /** The pair's parties, full paths: 甲省临海市望潮区. */
  readonly east: { readonly id: string; readonly path: string } | null;
  readonly west: { readonly id: string; readonly path: string } | null;
}

/** A sheet whose table was read with a form. */
export interface FormSheet {
  readonly sheet: string;
  /** The only year that its title, captions and name print. */
  readonly year: number | null;
  readonly unit: string | null;
  readonly reporter: string | null;
  readonly asOf: string | null;
  readonly tables: readonly ReadTable[];
}

/** The same for the rows of one sheet: of a file of several years the one that the sheet prints. */
export function contextOfSheet(context: FormContext, { year }: Pick<FormSheet, "year">): FormContext {
  if (context.span === undefined || year === null) return context;
  const { span: _, ...one } = context;
  return { ...one, year };
}

/** What a file is about, for what it would name. */
export interface CoveredFile {
  readonly context: FormContext;
  readonly rows: readonly SheetRow[];
}

/** A kind of sheet that offices keep (表样): which ledger it feeds, its columns, and what its rows become. */
export interface SheetForm {
  readonly key: string;
  readonly record: string;
  /** Ledgers that its rows go to besides (协议目标 beside the month's figures). */
  readonly also?: readonly string[];
  readonly zh: string;
  readonly en: string;
  readonly columns: readonly FormColumn[];
  /** It follows from a record's definition alone: one with rules of its own goes first. */
  readonly general?: boolean;
  /** Words of titles and sheet names that speak for it. */
  readonly titles: RegExp;
  /**
   * Whether a stored row would be named by a file like this one, so that it is missing from it when it is not: the same
   * year, the townships and months that the file is about, the same kind of pairing. `rows` are those of the file.
   */
  covers(stored: { readonly [field: string]: FieldValue }, file: CoveredFile): boolean;
  /** The keys of a stored row, by the same rule as those of sheet rows. */
  keysOf(stored: { readonly [field: string]: FieldValue }, record: string): readonly string[];
  build(sheets: readonly FormSheet[], context: FormContext): BuiltRows;
  /** For ledgers of hundreds of thousands of rows: how a sheet that is never in memory is read, row by row. */
  readonly roster?: RosterForm;
  /** What a summary sheet's columns state, by words of their headers: held against the rows, never imported. */
  readonly summaries?: readonly SummaryColumn[];
}

/** A column of 汇总: what each row adds to it. Money in 分, counts as they are. */
export interface SummaryColumn {
  readonly words: RegExp;
  readonly money: boolean;
  of(row: SheetRow): bigint;
}

/**
 * How a long ledger (名册, 台账) is read row by row: first every row is looked at and told to the tally, then, when the tally
 * has said what only the whole file can tell, every row is written. Both together give what `build` gives.
 */
export interface RosterForm<Entry extends RosterEntry = RosterEntry> {
  /** What one row is by itself. */
  row(sheet: string, row: ReadRow, context: FormContext): RosterLine<Entry>;
  tally(context: Pick<FormContext, "year">): RosterTally<Entry>;
  /** Values that only the whole file tells of a row, by the number that the tally gives it (`RosterVerdict.marks`). */
  told(
    values: { readonly [field: string]: FieldValue },
    verdict: number,
    context: Pick<FormContext, "saleWindows">,
  ): { readonly [field: string]: FieldValue };
  /** What a preview says of a row besides, by the same number. Then no row is shown before the whole file is read. */
  readonly says?: (row: SheetRow, verdict: number, context: Pick<FormContext, "saleWindows">) => readonly Finding[];
  /** What a row with `told` was, for a stored row; null for one that no file could name. */
  entryOf(stored: { readonly [field: string]: FieldValue }): RosterEntry | null;
  /** Fields whose values together a file is about: a stored row with others (a month of another year) is not missing from it. */
  readonly about: readonly string[];
  /** What is said of a row that stands in the file already; `ask`: to whoever can put it right. */
  readonly twice: { readonly zh: string; readonly en: string; readonly askZh: string; readonly askEn: string };
}

/** A row of a long ledger as it stands, before the whole file is known. */
export interface RosterLine<Entry extends RosterEntry = RosterEntry> {
  readonly row: SheetRow;
  readonly entry: Entry;
  /** A row of its own that follows from this one where the tally gives it 0 (退货冲减 of a sale that counts). */
  readonly after?: { readonly row: SheetRow; readonly entry: RosterEntry };
}

/** What a row of a long ledger is known by: stored rows are looked up by the subject. */
export interface RosterEntry {
  /** A person; an invoice. */
  readonly subject: string;
  /** What tells rows of one subject apart: the job; the seller, the day, the mode. */
  readonly part: string;
  /** What it was when it was sent out to be put right, as `subject|part`: the same row, whatever is changed in it. */
  readonly mark?: string;
}

export interface RosterTally<Entry extends RosterEntry = RosterEntry> {
  /** `at`: a number of its own for each row, growing through the file. False for a thing that a row before has told. */
  add(at: number, entry: Entry): boolean;
  /** Whether the file names this thing: what it does not name is missing from it. */
  names(entry: RosterEntry): boolean;
  end(): RosterVerdict;
}

/** What the whole file says of its rows, by their numbers. */
export interface RosterVerdict {
  readonly duplicates: BitList;
  /** Bits of a row's number, the lowest first. */
  readonly marks: readonly BitList[];
  readonly counts: readonly SheetCount[];
  readonly findings: readonly Finding[];
}
