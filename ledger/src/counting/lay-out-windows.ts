import { FIRST_YEAR, versionIn, windowDays } from "@shanhai/model";
import { type Definitions, definitionsOf } from "../defining/definitions.js";
import type { Sql } from "../sql.js";

/** How far ahead windows are laid out. */
const YEARS = 40;

/** What decides on how rows of one indicator are placed in one year. */
export interface LaidOutWindow {
  readonly code: string;
  readonly year: number;
  readonly first: string;
  readonly last: string;
  readonly measure: string;
}

/** The windows of all indicators for the years of the frame, as they are defined here. */
export async function windowsOf(sql: Sql): Promise<readonly LaidOutWindow[]> {
  return windowsIn(await definitionsOf(sql));
}

/** The same of given definitions. */
export function windowsIn({ indicators }: Definitions): readonly LaidOutWindow[] {
  return indicators.flatMap((definition) =>
    Array.from({ length: YEARS }, (_, at) => FIRST_YEAR + at).flatMap((year) => {
      const version = versionIn(definition, year);
      if (version === null) return [];
      const { from, to } = windowDays(version, year);
      return [{ code: definition.code, year, first: from, last: to, measure: version.measure ?? "persons" }];
    }),
  );
}

/** Lays the windows out for the counting SQL, in one statement: nobody counts by half of them. */
export async function layOutWindows(sql: Sql, windows: readonly LaidOutWindow[]): Promise<void> {
  await sql.query(
    `with laid (code, year, first, last, measure) as (
       select * from unnest($1::text[], $2::int[], $3::date[], $4::date[], $5::text[])),
     gone as (delete from indicator_window w where not exists (
       select 1 from laid l where l.code = w.code and l.year = w.year))
     insert into indicator_window as kept (code, year, first, last, measure) select * from laid
     on conflict (code, year) do update set first = excluded.first, last = excluded.last, measure = excluded.measure
       where (kept.first, kept.last, kept.measure) is distinct from (excluded.first, excluded.last, excluded.measure)`,
    [
      windows.map(({ code }) => code),
      windows.map(({ year }) => year),
      windows.map(({ first }) => first),
      windows.map(({ last }) => last),
      windows.map(({ measure }) => measure),
    ],
  );
}

/**
 * A statement that counts by other windows than those that are laid out: those of a past day stand in their place, under the same
 * name, for this statement only. `bind` gives the places of what it is asked with.
 */
export function byWindows(
  sql: string,
  windows: readonly LaidOutWindow[],
  bind: (value: unknown, type: string) => string,
): string {
  const lists = [
    bind(
      windows.map(({ code }) => code),
      "text[]",
    ),
    bind(
      windows.map(({ year }) => year),
      "int[]",
    ),
    bind(
      windows.map(({ first }) => first),
      "date[]",
    ),
    bind(
      windows.map(({ last }) => last),
      "date[]",
    ),
    bind(
      windows.map(({ measure }) => measure),
      "text[]",
    ),
  ];
  return `with indicator_window (code, year, first, last, measure) as (select * from unnest(${lists.join(", ")})) ${sql}`;
}
