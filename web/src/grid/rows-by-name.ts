import { NIL_SCOPE, type RecordDefinition } from "@shanhai/model";
import { api } from "../api.js";

/** Names looked up for one paste at most; more are told to be unknown. */
const most = 200;

/** The ids of rows by their names, those only that name one row: for cells that were pasted from a spreadsheet. */
export async function rowsByName(
  names: ReadonlyMap<string, ReadonlySet<string>>,
  scope: string | undefined,
  definitions: ReadonlyMap<string, RecordDefinition>,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const [record, texts] of names) {
    const within = definitions.get(record)?.keeping === "reference" ? NIL_SCOPE : scope;
    for (const text of [...texts].slice(0, most)) {
      const { rows } = await api.rows(record, {
        text,
        limit: 20,
        ...(within === undefined || within === NIL_SCOPE ? {} : { scope: within }),
      });
      const named = rows.filter(({ title }) => title === text);
      if (named.length === 1 && named[0] !== undefined) ids.set(text, named[0].id);
    }
  }
  return ids;
}
