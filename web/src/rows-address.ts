import type { FigureOf, RowsOf } from "@shanhai/server";

/** The address of the list that a figure counts: its record, scope and conditions. */
export function rowsAddress({ record, scope, scopes, as_of, conditions = [] }: RowsOf): string {
  const search = new URLSearchParams();
  if (scope !== undefined) search.set("scope", scope);
  if (scopes !== undefined) search.set("scopes", scopes.join(","));
  if (as_of !== undefined) search.set("as_of", as_of);
  // One code is written short, as all lists read it.
  const short = conditions.filter(([, is, ...values]) => is === "one_of" && values.length === 1 && isCode(values[0]));
  const long = conditions.filter((condition) => !short.includes(condition));
  if (short.length > 0) search.set("where", short.map(([field, , value]) => `${field}:${value}`).join(","));
  if (long.length > 0) search.set("conditions", JSON.stringify(long));
  const text = search.toString();
  return `/records/${record}${text === "" ? "" : `?${text}`}`;
}

function isCode(value: string | undefined): boolean {
  return value !== undefined && /^[a-z_]{1,40}$/.test(value) && value !== "true" && value !== "false";
}

/** The address of a board with the rows behind one of its numbers open beside it. */
export function figureAddress({ party, year, month, line, code }: FigureOf, asOf: string | null): string {
  const search = new URLSearchParams({ party, year: String(year), month: String(month), line, open: code });
  if (asOf !== null) search.set("as_of", asOf);
  return `/indicators?${search}`;
}
