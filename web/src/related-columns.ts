import type { FieldDefinition, RecordDefinition } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { type Column, columnsOf } from "./record-columns.js";

/** Of what else the rows point to, so many columns are added. */
const addedAtMost = 2;

/**
 * Columns for rows that point to the record whose page shows them: those of their list without the field that points
 * (it says the same in every row), and after the name what else they point to, where any row does: on a person's page
 * the visit in which he took part.
 */
export function relatedColumns(
  definition: RecordDefinition,
  pointing: string,
  rows: readonly Row[],
): readonly Column[] {
  const own = columnsOf(definition).filter(({ field }) => field.key !== pointing);
  const shown = new Set(own.map(({ field }) => field.key));
  const isFilled = ({ key }: FieldDefinition) =>
    rows.some(({ values }) => {
      const value = values[key];
      return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
    });
  const added = definition.fields
    .filter((field) => field.record !== undefined && field.key !== pointing && !shown.has(field.key) && isFilled(field))
    .slice(0, addedAtMost)
    .map((field) => ({ field, name: false }));
  return [...own.slice(0, 1), ...added, ...own.slice(1)];
}
