import { NIL_SCOPE } from "@shanhai/model";
/** Rows of one transaction, so that nothing holds the embedded engine long; a bigger import is several commands. */
import { isWellFormed } from "../chain/well-formed-text.js";
import type { Change, Command } from "../command.js";
import { LedgerError } from "../error-codes.js";
import { isUuid, normaliseValue } from "../schema/record-columns.js";
import type { RecordSet } from "../schema/record-set.js";
import { SOURCE_RECORD } from "../schema/source-record.js";
export const MOST_CHANGES = 500;
export const MOST_SOURCES = 5000;
const MOST_REASON = 2000;

/** Refuses a command that could not be carried out whatever stands in the database. */
export function checkCommand(records: RecordSet, command: Command): void {
  const sources = command.sources ?? [];
  const withdrawn = command.withdrawn_sources ?? [];
  if (!isUuid(command.command_id)) throw malformed("command_id");
  if (!isStorable(command.reason) || command.reason.length > MOST_REASON) throw malformed("reason");
  if (!isStorable(command.source ?? "")) throw malformed("source");
  if (command.changes.length + sources.length + withdrawn.length === 0) throw malformed("changes");
  if (command.changes.length > MOST_CHANGES || sources.length + withdrawn.length > MOST_SOURCES)
    throw new LedgerError("COMMAND_TOO_LARGE", { rows: command.changes.length, limit: MOST_CHANGES });
  const seen = new Set<string>();
  for (const change of command.changes) {
    checkChange(records, change);
    const key = `${change.record} ${change.scope_id} ${change.id}`;
    if (seen.has(key)) throw malformed(`changes: ${change.record} twice`);
    seen.add(key);
  }
  for (const entry of sources) {
    const { definition } = records.get(entry.record);
    checkScope(definition.keeping, entry.scope_id);
    normaliseValue(definition, records.get(entry.record).field(entry.field), entry.value);
    if (![entry.quote, entry.fact_id].every((text) => text === null || isStorable(text)))
      throw malformed("sources: quote");
    if (!isUuid(entry.record_id) || (entry.id !== undefined && !isUuid(entry.id))) throw malformed("sources: id");
  }
  for (const { scope_id, id } of withdrawn)
    if (!isUuid(scope_id) || !isUuid(id)) throw malformed("withdrawn_sources: id");
}

function checkChange(records: RecordSet, change: Change): void {
  if (change.record === SOURCE_RECORD.name) throw new LedgerError("RECORD_UNKNOWN", { record: change.record });
  const record = records.get(change.record);
  checkScope(record.definition.keeping, change.scope_id);
  if (change.op !== "remove")
    for (const [key, value] of Object.entries(change.values))
      normaliseValue(record.definition, record.field(key), value);
  if (!isUuid(change.id)) throw malformed("changes: id");
  if (change.op !== "create" && !/^[1-9]\d{0,18}$/.test(change.version)) throw malformed("changes: version");
}

/** Reference rows stand in the nil scope, all others in a pair or a party. */
function checkScope(keeping: "scoped" | "reference", scopeId: string): void {
  if (!isUuid(scopeId) || (keeping === "reference") !== (scopeId === NIL_SCOPE)) throw malformed("scope_id");
}

function isStorable(text: string): boolean {
  return isWellFormed(text) && !text.includes("\0");
}

function malformed(part: string): LedgerError {
  return new LedgerError("COMMAND_MALFORMED", { part });
}
