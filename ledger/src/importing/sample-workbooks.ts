import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { commandId, documentId } from "@shanhai/model";
import { sampleReviewer } from "../checking/samples.js";
import { LedgerError } from "../error-codes.js";
import { sha256Of } from "../fresh-id.js";
import type { Ledger } from "../ledger.js";
import { loadSampleRows, type SampleProblem } from "./sample-rows.js";
import type { NewParty } from "./sheet-desk.js";

/** samples.json: the pairs and the workbooks in the order in which they come in. */
interface SampleBooks {
  readonly pairs: { readonly [name: string]: { readonly east: NewParty; readonly west: NewParty } };
  readonly books: readonly { readonly file: string; readonly pair: string; readonly year: number }[];
  /** A file with rows of the ledgers that no sheet holds, by pair. */
  readonly linked?: string;
}

export interface SampleBookReport {
  readonly imported: number;
  readonly of: number;
  readonly problems: readonly SampleProblem[];
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
  const problems: SampleProblem[] = [];
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
  if (linked !== undefined)
    problems.push(...(await loadSampleRows(ledger, join(directory, linked), scopes, watch.signal)));
  return { imported, of: books.length, problems };
}
