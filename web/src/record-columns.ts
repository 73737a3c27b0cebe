import type { FieldDefinition, RecordDefinition } from "@shanhai/model";

export interface Column {
  readonly field: FieldDefinition;
  /** True for the column that names the row and opens it. */
  readonly name: boolean;
}

/** Columns of a record's list: those that its definition names, the row's name first. */
export function columnsOf(definition: RecordDefinition): readonly Column[] {
  const fields = definition.columns.flatMap((key) => definition.fields.filter((field) => field.key === key));
  const first = fields.find(({ key }) => key === definition.title[0]) ?? fields[0];
  return fields.map((field) => ({ field, name: field === first }));
}
