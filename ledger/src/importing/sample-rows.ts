import { readFile } from "node:fs/promises";
import { commandId, recordDefinitions } from "@shanhai/model";
import { sampleReviewer } from "../checking/samples.js";
import type { Change, Values } from "../command.js";
import { LedgerError } from "../error-codes.js";
import type { Ledger } from "../ledger.js";

/**
 * A row of a ledger that has no sample workbook. `in` points to a row of the same file by the key (`as`) that it has there, `to` to
 * one that stands already, by its title.
 */
interface LinkedRow {
  readonly record: string;
  readonly as?: string;
  readonly in?: { readonly [field: string]: string };
  readonly to?: { readonly [field: string]: readonly [record: string, title: string] };
  readonly values: Values;
}

/** What could not be loaded, and why. */
export interface SampleProblem {
  readonly file: string;
  readonly zh: string;
  readonly en: string;
}

/** Rows of one command: a start that loads samples leaves the database to others in between. */
const TOGETHER = 12;

/** Rows that point to others, by pair. Loading again changes nothing, and what was taken away stays away. */
export async function loadSampleRows(
  ledger: Pick<Ledger, "list" | "write">,
  file: string,
  scopes: ReadonlyMap<string, string>,
  signal?: AbortSignal,
): Promise<readonly SampleProblem[]> {
  const reviewer = sampleReviewer("示例审核员");
  const pairs = JSON.parse(await readFile(file, "utf8")) as { readonly [pair: string]: readonly LinkedRow[] };
  const problems: SampleProblem[] = [];
  for (const [pair, rows] of Object.entries(pairs)) {
    const scope = scopes.get(pair);
    if (scope === undefined) continue;
    const ids = new Map<string, string>();
    for (let at = 0; at < rows.length && signal?.aborted !== true; at += TOGETHER) {
      const some = rows.slice(at, at + TOGETHER);
      const command_id = commandId("sample-rows", scope, JSON.stringify(some));
      const changes: Change[] = [];
      for (const [index, row] of some.entries()) {
        const id = commandId("sample-row-id", command_id, String(index));
        const values = await pointed(ledger, scope, row, ids);
        if (values === null) continue;
        if (row.as !== undefined) ids.set(row.as, id);
        changes.push({
          op: "create",
          record: row.record,
          scope_id: scope,
          id,
          values: { ...happening(row.record, id), ...values },
        });
      }
      try {
        if (changes.length > 0) await ledger.write(reviewer, { command_id, reason: "载入示例", changes });
      } catch (error) {
        // It was carried out, and somebody took away since what its rows would point to.
        if (error instanceof LedgerError && error.code === "COMMAND_REUSED") continue;
        if (!(error instanceof LedgerError)) throw error;
        problems.push({ file: `${pair} ${some[0]?.record}`, zh: error.zh, en: error.en });
      }
    }
  }
  return problems;
}

/** The row's values with what it points to; null where that is not there: then the row is left out. */
async function pointed(
  ledger: Pick<Ledger, "list">,
  scope: string,
  { in: within = {}, to = {}, values }: LinkedRow,
  ids: ReadonlyMap<string, string>,
): Promise<Values | null> {
  const found: { [field: string]: string } = {};
  for (const [field, key] of Object.entries(within)) {
    const id = ids.get(key);
    if (id === undefined) return null;
    found[field] = id;
  }
  for (const [field, [record, title]] of Object.entries(to)) {
    const { rows } = await ledger.list(sampleReviewer("示例审核员"), record, { scope, text: title, limit: 1 });
    if (rows[0] === undefined) return null;
    found[field] = rows[0].id;
  }
  return { ...values, ...found };
}

/** What happened is known over several pairs by an id of its own. */
function happening(record: string, id: string): Values {
  const fields = recordDefinitions.find(({ name }) => name === record)?.fields ?? [];
  const known = fields.some(({ key, required }) => key === "happening_id" && required === true);
  return known ? { happening_id: id } : {};
}
