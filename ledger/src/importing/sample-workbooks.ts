import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { commandId, documentId, recordDefinitions } from "@shanhai/model";
import { sampleReviewer } from "../checking/samples.js";
import { LedgerError } from "../error-codes.js";
import { sha256Of } from "../fresh-id.js";
import type { Ledger } from "../ledger.js";
import type { NewParty } from "./sheet-desk.js";

/** samples.json: the pairs and the workbooks in the order in which they come in. */
interface SampleBooks {
  readonly pairs: { readonly [name: string]: { readonly east: NewParty; readonly west: NewParty } };
  readonly books: readonly { readonly file: string; readonly pair: string; readonly year: number }[];
  /** Rows that point to others, which no sheet holds: a file with them, and the pair that they stand in. */
  readonly linked?: { readonly file: string; readonly pair: string };
}

/** A row of a ledger of parts; `to` names by title what it points to. */
interface LinkedRow {
  readonly record: string;
  readonly to?: { readonly [field: string]: readonly [record: string, title: string] };
  readonly values: { readonly [field: string]: string };
}

export interface SampleBookReport {
  readonly imported: number;
  readonly of: number;
  readonly problems: readonly { readonly file: string; readonly zh: string; readonly en: string }[];
}

/** What loading needs of the ledger. */
export type SampleBookLedger = Pick<
  Ledger,
  "submit" | "openPair" | "planImport" | "importSheet" | "resumeImport" | "imports" | "list" | "write"
>;

/**
 * Loads the sample workbooks (示例表格) through the same preview and import as anybody's, in the name of the invented reviewer.
 * Loading again changes nothing, and goes on where it was cut short; `signal` ends it between two batches.
 */
export async function loadSampleWorkbooks(
  ledger: SampleBookLedger,
  directory: string,
  watch: { readonly signal?: AbortSignal; readonly progress?: (done: number, of: number, file: string) => void } = {},
): Promise<SampleBookReport> {
  const { pairs, books, linked } = JSON.parse(await readFile(join(directory, "samples.json"), "utf8")) as SampleBooks;
  const reviewer = sampleReviewer("示例审核员");
  const scopes = new Map<string, string>();
  for (const [name, { east, west }] of Object.entries(pairs))
    scopes.set(name, (await ledger.openPair(reviewer, east, west)).id);
  const problems: SampleBookReport["problems"][number][] = [];
  let imported = 0;
  for (const [at, { file, pair, year }] of books.entries()) {
    if (watch.signal?.aborted === true) break;
    watch.progress?.(at, books.length, file);
    try {
      const bytes = new Uint8Array(await readFile(join(directory, file)));
      const { document_id } = await ledger.submit(reviewer, { name: file, bytes });
      const before = await ledger.imports(reviewer, document_id);
      const cut = before.find(({ state }) => state === "interrupted");
      if (cut !== undefined) {
        await ledger.resumeImport(reviewer, cut.id);
        imported += 1;
        continue;
      }
      // Somebody took it back, or it is there: either way it is not imported again.
      if (before.length > 0) continue;
      const options = { scope: scopes.get(pair) ?? "", year };
      const plan = await ledger.planImport(reviewer, document_id, options);
      const missing = Object.fromEntries(plan.missing.map(({ key }) => [key, "omitted" as const]));
      const id = commandId("sample-workbook", documentId(sha256Of(bytes)), plan.hash);
      await ledger.importSheet(
        reviewer,
        document_id,
        { options, choices: { missing }, hash: plan.hash, id },
        watch.signal === undefined ? {} : { signal: watch.signal },
      );
      imported += 1;
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      problems.push({ file, zh: error.zh, en: error.en });
    }
  }
  const pair = scopes.get(linked?.pair ?? "");
  if (linked !== undefined && pair !== undefined && watch.signal?.aborted !== true)
    problems.push(...(await loadLinked(ledger, join(directory, linked.file), pair)));
  return { imported, of: books.length, problems };
}

/** Rows that point to imported ones, each a command of its own: loading again changes nothing, one taken away stays away. */
async function loadLinked(
  ledger: SampleBookLedger,
  file: string,
  scope: string,
): Promise<SampleBookReport["problems"]> {
  const reviewer = sampleReviewer("示例审核员");
  const { linked } = JSON.parse(await readFile(file, "utf8")) as { readonly linked: readonly LinkedRow[] };
  const problems: SampleBookReport["problems"][number][] = [];
  for (const { record, to = {}, values } of linked) {
    try {
      const command_id = commandId("sample-row", scope, record, JSON.stringify(values));
      const pointed: { [field: string]: string } = {};
      for (const [field, [target, title]] of Object.entries(to)) {
        const { rows } = await ledger.list(reviewer, target, { scope, text: title, limit: 1 });
        if (rows[0] !== undefined) pointed[field] = rows[0].id;
      }
      if (Object.keys(pointed).length < Object.keys(to).length) continue;
      await ledger.write(reviewer, {
        command_id,
        reason: "载入示例",
        changes: [
          {
            op: "create",
            record,
            scope_id: scope,
            id: commandId("sample-row-id", command_id),
            values: { ...happening(record, command_id), ...pointed, ...values },
          },
        ],
      });
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      problems.push({ file: record, zh: error.zh, en: error.en });
    }
  }
  return problems;
}

/** What happened is known over several pairs by an id of its own. */
function happening(record: string, command: string): { readonly [field: string]: string } {
  const fields = recordDefinitions.find(({ name }) => name === record)?.fields ?? [];
  const known = fields.some(({ key, required }) => key === "happening_id" && required === true);
  return known ? { happening_id: commandId("sample-happening", command) } : {};
}
