import type { FieldDefinition, RecordDefinition } from "@shanhai/model";

/** Values that a list is narrowed to, by field. */
export type RecordFilter = ReadonlyMap<string, string>;

/** Fields that a list is narrowed by: those with a closed list of values among its columns. */
export function filterFields(definition: RecordDefinition): readonly FieldDefinition[] {
  return definition.fields.filter(
    ({ key, type, codes }) => type === "code" && codes !== undefined && definition.columns.includes(key),
  );
}

/** Reads `state:open,grade:agreed` as an address carries it; what is no field or value of the record is left out. */
export function readFilter(text: string, definition: RecordDefinition): RecordFilter {
  const pairs = text.split(",").map((pair) => pair.split(":"));
  return new Map(
    pairs.flatMap(([key = "", value = ""]): [string, string][] => {
      const field = definition.fields.find((one) => one.key === key);
      return field?.codes?.some(({ code }) => code === value) ? [[key, value]] : [];
    }),
  );
}

/** The same back as text; empty for no filter. */
export function writeFilter(filter: RecordFilter): string {
  return [...filter].map(([key, value]) => `${key}:${value}`).join(",");
}
