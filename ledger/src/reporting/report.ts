import type { Actor } from "../actor.js";
import type { Board, BoardQuery } from "../counting/counting-desk.js";
import type { Bind } from "../querying/page-query.js";
import { seenRows } from "../querying/seen-rows.js";
import type { RecordSet } from "../schema/record-set.js";
import type { Sql, SqlRow } from "../sql.js";
import type { ReportAnswers, ReportName } from "./report-answers.js";

/** One file of reports/: a name, what it is called, and the function that makes it. */
export interface Report<N extends ReportName = ReportName> {
  readonly name: N;
  readonly zh: string;
  readonly en: string;
  make(of: ReportContext): Promise<ReportAnswers[N]>;
}

/** What a report reads with. It writes nothing and loads no table to count it. */
export interface ReportContext {
  readonly actor: Actor;
  readonly records: RecordSet;
  /** The scopes of the party that is asked for: its own and those of its pairs. Null: all that the actor reads. */
  readonly scopes: readonly string[] | null;
  readonly party: string | null;
  readonly year: number;
  /** The cut-off day. */
  readonly day: string;
  /** The indicators' board (指标), by the same policy. */
  board(query: BoardQuery): Promise<Board>;
  /**
   * Runs a statement over records. `seen(record)` gives, for a row `r` of that record, the condition that the actor may
   * read it and that it belongs to the party.
   */
  query<R extends SqlRow>(statement: (of: StatementParts) => string): Promise<readonly R[]>;
}

export interface StatementParts {
  readonly bind: Bind;
  table(record: string): string;
  seen(record: string): string;
}

/** Makes the context's `query`. */
export function reportQuery(
  sql: Sql,
  records: RecordSet,
  actor: Actor,
  scopes: readonly string[] | null,
): ReportContext["query"] {
  return async <R extends SqlRow>(statement: (of: StatementParts) => string) => {
    const values: unknown[] = [];
    const bind: Bind = (value, type) => `$${values.push(value)}::${type}`;
    const text = statement({
      bind,
      table: (name) => records.get(name).table,
      seen: (name) => seenRows(records.get(name), actor, bind, scopes),
    });
    const { rows } = await sql.query<R>(text, values);
    return rows;
  };
}
