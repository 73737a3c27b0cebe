/**
 * How a number is counted from the ledgers (台账统计数): one piece of SQL that gives the rows which count. Roll-ups, a count
 * as recorded on a past day, exact counts over many counties and the list behind a number are all made from it.
 */
export interface IndicatorQuery {
  /** The indicators that it counts; its rows say which by `code`. */
  readonly codes: readonly string[];
  /** Records that it reads. A change to any of them counts their scope anew, unless `delta` says what was touched. */
  readonly records: readonly string[];
  /**
   * within: the day (`first`…`last` of a partial date) lies in the window; during: the time from `first` to `last` (null:
   * still) meets the window; standing: what stands on a day, from `first` to `last`; listed: the row names its `year`.
   */
  readonly time: "within" | "during" | "standing" | "listed";
  /**
   * Over several pairs: added; or rows of one `thing` counted once – a tour (happening) at once and exactly, persons on
   * demand, until then the sum marked 未去重.
   */
  readonly above: "added" | "happenings" | "persons";
  /** Only for this reporting line (受援线、帮扶线): the two may count another step of the same money. */
  readonly line?: "west" | "east";
  /**
   * For ledgers of many rows: what is counted together with a touched row. `key` is SQL over that record's columns; rows
   * with the same key are counted anew, all others stay. Without it a scope is counted anew as a whole. `subjects`: the key is
   * the number of what a row is about (`hashtextextended(subject, 0)`), which may have rows already; else of the row alone.
   */
  readonly delta?: { readonly record: string; readonly key: string; readonly subjects?: true };
  /** Within a scope and a year its rows hold each thing once already: nothing is left to be grouped. */
  readonly once?: boolean;
  /**
   * SELECT of code, record (of the row behind), scope_id, id, first, last, year, amount, thing. `{name}` stands for the
   * rows of a record; amounts of money in 分. A null amount is a row whose number was not filled in: never 0.
   */
  readonly rows: string;
  /**
   * The same rows added up, for ledgers of a million: SELECT of code, scope_id, year, month, amount, rows, missing. A command of
   * 500 rows counts some dozens of groups instead of each row under each code; a test holds it against `rows`.
   */
  readonly sums?: string;
}
