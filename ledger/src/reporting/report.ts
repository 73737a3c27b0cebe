import type { Actor } from "../actor.js";
import type { Board, BoardQuery } from "../counting/counting-desk.js";
import { type Bind, binder } from "../querying/bind.js";
import { endOfDay } from "../querying/page-query.js";
import { seenRows } from "../querying/seen-rows.js";
import type { KeptRecord, RecordSet } from "../schema/record-set.js";
import type { Sql, SqlRow } from "../sql.js";
import type { ReportAnswers, ReportName, RowsOf } from "./report-answers.js";

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
  /** 历史时点: as recorded at the end of this day; null: as it stands. */
  readonly asOf: string | null;
  /** How far a report is that is counted from the rows of a past day. */
  progress(done: number, of: number): void;
  /** The indicators' board (指标), by the same policy and as of the same day. */
  board(query: BoardQuery): Promise<Board>;
  /** The rows of a figure: those of the party's scopes, on the day that the report is of. */
  rows(record: string, conditions?: RowsOf["conditions"]): RowsOf;
  /**
   * Runs a statement over records. `seen(record)` gives, for a row `r` of that record, the condition that the actor may
   * read it and that it belongs to the party.
   */
  query<R extends SqlRow>(statement: (of: StatementParts) => string): Promise<readonly R[]>;
}

export interface StatementParts {
  readonly bind: Bind;
  /** Its rows, of the report's day; columns as of the table. */
  table(record: string): string;
  seen(record: string): string;
}

/** Makes the context's `query`. */
export function reportQuery(
  sql: Sql,
  records: RecordSet,
  actor: Actor,
  scopes: readonly string[] | null,
  asOf: string | null = null,
): ReportContext["query"] {
  return async <R extends SqlRow>(statement: (of: StatementParts) => string) => {
    const { values, bind } = binder();
    const text = statement({
      bind,
      table: (name) =>
        asOf === null ? records.get(name).table : recordedTable(records.get(name), bind(endOfDay(asOf), "timestamptz")),
      seen: (name) => seenRows(records.get(name), actor, bind, scopes),
    });
    const { rows } = await sql.query<R>(text, values);
    return rows;
  };
}

/** All rows of a record as recorded at the last link of each scope before the instant. */
function recordedTable({ columns, table, past }: KeptRecord, end: string): string {
  const rows = (from: string, more: string) =>
    `select ${columns} from ${from} t join (select scope_id as of_scope, max(seq) as of_seq from change
       where at < ${end} group by scope_id) d on d.of_scope = t.scope_id and t.seq <= d.of_seq${more}`;
  return `(${rows(table, "")} union all ${rows(past, " and t.until_seq > d.of_seq")})`;
}
