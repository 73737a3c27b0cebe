import type { FieldDefinition } from "@shanhai/model";
import type { KeptRecord, RecordSet } from "./record-set.js";
import { SOURCE_RECORD } from "./source-record.js";

/** A field of some record that points to a record: `statement.meeting` points to meetings. */
export interface Pointer {
  readonly from: KeptRecord;
  readonly field: FieldDefinition;
}

/** Every field that points to rows of a record, in the order of the definitions. */
export function pointersTo(records: RecordSet, name: string): readonly Pointer[] {
  return records.all
    .filter(({ definition }) => definition.name !== SOURCE_RECORD.name)
    .flatMap((from) =>
      from.definition.fields.filter(({ record }) => record === name).map((field): Pointer => ({ from, field })),
    );
}
