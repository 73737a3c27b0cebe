import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { commandId, documentId } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { LedgerError } from "../error-codes.js";
import { sha256Of } from "../fresh-id.js";
import type { Ledger } from "../ledger.js";
import { fittedDecisions, parseSampleDecisions, type SampleDecisions } from "./sample-decisions.js";

export interface SampleReport {
  /** Documents that were not there before. */
  readonly created: number;
  /** Decisions carried out now. */
  readonly decided: number;
  /** Files that could not be taken in, and decisions files that do not fit; none of them was half applied. */
  readonly problems: readonly { readonly file: string; readonly zh: string; readonly en: string }[];
}

/** What loading samples needs of the ledger. */
export type SampleLedger = Pick<Ledger, "submit" | "document" | "plan" | "decide">;

/** Called before each step, for a line of progress. */
export type SampleProgress = (done: number, of: number, file: string) => void;

/** The invented reviewer (示例审核员): marked so by his role wherever his decisions show. */
export function sampleReviewer(name: string): Actor {
  return { account_id: commandId("sample-reviewer", name), name, role: "sample_reviewer", scopes: "all" };
}

const REVIEW = ".review.json";
const READABLE = /\.(?:txt|html?|docx?|pdf|ofd|eml|wps)$/iu;

/**
 * Loads a folder of samples (示例材料): every document first, then the decisions files in the order of their names,
 * through plan and decide like anybody's. `decisions` names another folder where they are kept apart from the papers. Loading it again changes nothing. Trouble with a file is in the report.
 */
export async function loadSamples(
  ledger: SampleLedger,
  directory: string,
  progress: SampleProgress = () => {},
  decisions: string = directory,
): Promise<SampleReport> {
  const papers = (await filesOf(directory)).filter((name) => READABLE.test(name));
  const reviews = (await filesOf(decisions)).filter((name) => name.endsWith(REVIEW));
  const of = papers.length + reviews.length;
  const problems: SampleReport["problems"][number][] = [];
  const submitter = sampleReviewer("示例审核员");
  let created = 0;
  for (const [at, name] of papers.entries()) {
    progress(at, of, name);
    try {
      const bytes = await readFile(join(directory, name));
      if ((await ledger.submit(submitter, { name, bytes })).created) created += 1;
    } catch (error) {
      problems.push(problemOf(name, error));
    }
  }
  const documents = await documentIds(directory, papers);
  let decided = 0;
  for (const [at, name] of reviews.entries()) {
    progress(papers.length + at, of, name);
    try {
      decided += await applyReview(ledger, name, await readFile(join(decisions, name), "utf8"), documents);
    } catch (error) {
      problems.push(problemOf(name, error));
    }
  }
  progress(of, of, "");
  return { created, decided, problems };
}

async function filesOf(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

/** Documents of the folder by the SHA-256 of their bytes. */
async function documentIds(directory: string, papers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const name of papers) {
    const sha256 = sha256Of(await readFile(join(directory, name)));
    ids.set(sha256, documentId(sha256));
  }
  return ids;
}

/** Carries a decisions file out as one command; 0 when its facts have been decided already. */
async function applyReview(
  ledger: SampleLedger,
  file: string,
  json: string,
  documents: ReadonlyMap<string, string>,
): Promise<number> {
  const review = parseSampleDecisions(json);
  const id = review === null ? undefined : documents.get(review.document);
  if (review === null) throw unfit(file, "文件格式不对。", "The file is malformed.");
  if (id === undefined)
    throw unfit(file, "它所指的材料不在示例目录中，或内容已改。", "Its document is not in the folder, or was changed.");
  const actor = sampleReviewer(review.reviewer.name);
  const view = await ledger.document(actor, id);
  if (view === null) throw unfit(file, "它所指的材料没有导入。", "Its document was not brought in.");
  const fitted = fittedDecisions(view, review);
  if ("problem" in fitted) {
    if (alreadyDecided(view.items, review)) return 0;
    throw unfit(file, fitted.problem.zh, fitted.problem.en);
  }
  if (alreadyDecided(view.items, review)) return 0;
  try {
    const { hash } = await ledger.plan(actor, id, fitted.decisions);
    await ledger.decide(actor, id, fitted.decisions, hash, commandId("sample-review", id, sha256Of(Buffer.from(json))));
  } catch (error) {
    if (error instanceof LedgerError) throw unfit(file, error.whatZh, error.whatEn);
    throw error;
  }
  return fitted.decisions.length;
}

/** Whether somebody has decided on any of these facts: then the file has been applied, and what came after it stands. */
function alreadyDecided(
  items: readonly { readonly fact: { readonly id: string }; readonly state: string }[],
  { decisions }: SampleDecisions,
): boolean {
  const named = new Set(decisions.map(({ fact }) => fact));
  return items.some(({ fact, state }) => named.has(fact.id) && state !== "open");
}

function unfit(file: string, zh: string, en: string): LedgerError {
  return new LedgerError("SAMPLE_DECISIONS_UNFIT", { file }, { detail: { zh, en } });
}

function problemOf(file: string, error: unknown): SampleReport["problems"][number] {
  if (!(error instanceof LedgerError)) throw error;
  return { file, zh: error.zh, en: error.en };
}
