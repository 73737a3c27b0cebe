import { addDecimals, type Decimal } from "@shanhai/model";
import { mayReadRecord } from "../account/policy.js";
import { rowLimit } from "../account/visibility.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { groupBy } from "../group-by.js";
import { bindTo } from "../querying/bind.js";
import { endOfDay, limitConditions } from "../querying/page-query.js";
import type { SqlRow } from "../sql.js";
import type { ReportedFigure, ValueKind } from "./counting-desk.js";
import { recordedReading, standingReading } from "./place-rows.js";

/** One stored number as the board needs it. */
export interface StoredValue {
  readonly scope_id: string;
  readonly id: string;
  readonly version: string;
  readonly indicator: string;
  readonly year: number;
  readonly month: number;
  readonly kind: ValueKind;
  readonly line: "west" | "east" | null;
  readonly this_month: Decimal | null;
  readonly to_date: Decimal | null;
  readonly state: string;
  readonly reporter: string | null;
  readonly note: string | null;
  /** Which number it was taken from. */
  readonly basis: string | null;
  /** How the difference with the other side was settled. */
  readonly settled: string | null;
}

const STEPS = ["draft", "office", "submitted", "confirmed", "reported", "closed"];

/**
 * The reported numbers of some scopes in some months (yyyymm), as far as the actor sees them: drafts their author, open
 * differences the two offices. Where a number was entered twice the later one stands.
 */
export async function storedValues(
  desk: Desk,
  actor: Actor,
  scopes: readonly string[],
  months: readonly number[],
  asOf?: string,
): Promise<readonly StoredValue[]> {
  const record = desk.records.get("indicator_value");
  if (!mayReadRecord(actor, record.definition)) return [];
  const values: unknown[] = [scopes];
  if (asOf !== undefined) values.push(endOfDay(asOf));
  const bind = bindTo(values);
  const conditions = [
    `r.year * 100 + r.month = any(${bind(months, "bigint[]")})`,
    ...limitConditions(record, rowLimit(actor, record.definition), bind),
  ];
  const reading = asOf === undefined ? standingReading : recordedReading;
  const { rows } = await desk.database.query<SqlRow>(
    `select distinct on (r.scope_id, r.indicator, r.year, r.month, r.kind, r.line) r.*
     from ${reading(record)} r where ${conditions.join(" and ")}
     order by r.scope_id, r.indicator, r.year, r.month, r.kind, r.line, r.seq desc, r.id desc`,
    values,
  );
  return rows.map(storedValue);
}

function storedValue(row: SqlRow): StoredValue {
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return {
    scope_id: String(row.scope_id),
    id: String(row.id),
    version: String(row.seq),
    indicator: String(row.indicator),
    year: Number(row.year),
    month: Number(row.month),
    kind: String(row.kind) as ValueKind,
    line: text(row.line) as StoredValue["line"],
    this_month: text(row.this_month),
    to_date: text(row.to_date),
    state: String(row.state),
    reporter: text(row.reporter),
    note: text(row.note),
    basis: text(row.basis),
    settled: text(row.settled),
  };
}

/** Numbers of one kind made one: the row itself for one pair, else the sum of those that were filled in. */
export function joinedFigure(values: readonly StoredValue[]): ReportedFigure | null {
  const [first, ...more] = values;
  if (first === undefined) return null;
  const { scope_id, id, version, reporter, note, kind, line } = first;
  if (more.length === 0)
    return {
      ...{ kind, line },
      thisMonth: first.this_month,
      toDate: first.to_date,
      state: first.state,
      row: { scope_id, id, version },
      reporter,
      note,
      scopes: 1,
    };
  const sum = (of: readonly (Decimal | null)[]) => {
    const known = of.flatMap((one) => (one === null ? [] : [one]));
    return known.length === 0 ? null : addDecimals(...known);
  };
  return {
    kind,
    line: values.every((one) => one.line === line) ? line : null,
    thisMonth: sum(values.map(({ this_month }) => this_month)),
    toDate: sum(values.map(({ to_date }) => to_date)),
    state: STEPS.find((step) => values.some(({ state }) => state === step)) ?? first.state,
    row: null,
    reporter: null,
    note: null,
    scopes: values.length,
  };
}

/** A target with its row, where it is not the sum of several. */
export interface YearTarget {
  readonly target: Decimal;
  readonly unit: string;
  readonly row: { readonly scope_id: string; readonly id: string } | null;
}

/** Targets of a year by indicator: a party's own where it has one, else the sum of its pairs'. */
export async function targetsOf(
  desk: Desk,
  actor: Actor,
  pairs: readonly string[],
  parties: readonly string[],
  year: number,
  asOf?: string,
): Promise<ReadonlyMap<string, YearTarget>> {
  const record = desk.records.get("indicator_target");
  if (!mayReadRecord(actor, record.definition)) return new Map();
  const values: unknown[] = [[...pairs, ...parties]];
  if (asOf !== undefined) values.push(endOfDay(asOf));
  const reading = asOf === undefined ? standingReading : recordedReading;
  const { rows } = await desk.database.query<{
    scope_id: string;
    id: string;
    indicator: string;
    target: string;
    unit: string;
  }>(
    `select distinct on (r.scope_id, r.indicator) r.scope_id, r.id, r.indicator, r.target, r.unit from ${reading(record)} r
     where r.year = $${values.push(year)} order by r.scope_id, r.indicator, r.seq desc, r.id desc`,
    values,
  );
  const targets = new Map<string, YearTarget>();
  for (const [indicator, all] of groupBy(rows, (row) => row.indicator)) {
    const own = all.filter(({ scope_id }) => parties.includes(scope_id));
    const used = own.length > 0 ? own : all;
    const [first] = used;
    if (first !== undefined)
      targets.set(indicator, {
        target: addDecimals(...used.map(({ target }) => target)),
        unit: first.unit,
        row: used.length === 1 ? { scope_id: first.scope_id, id: first.id } : null,
      });
  }
  return targets;
}
