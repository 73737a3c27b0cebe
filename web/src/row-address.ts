import type { Row } from "@shanhai/server";

/** The address of a row's page, on the day that is looked at. */
export function rowAddress({ record, scope_id, id }: Pick<Row, "record" | "scope_id" | "id">, asOf?: string): string {
  const day = asOf === undefined || asOf === "" ? "" : `?as_of=${asOf}`;
  return `/records/${record}/${scope_id}/${id}${day}`;
}
