#!/usr/bin/env node
// @ts-check
// Writes the decisions file of samples from their facts as the present engine makes them, so that the files can be made
// anew when the engine changes:
//   node scripts/review-samples.mjs [FILE…] [--decline=ID,…] [--leave=ID,…]
//   node scripts/review-samples.mjs --papers=../shared/seeds --decisions=samples/founding
// Without files: every sample whose name does not say 待核对. All open facts are adopted, merged where a candidate is
// nearly certain; corrections and declines of the file that is there are kept while their facts are. ID: first letters
// of a fact's id. Nothing is decided in a ledger of yours: it works in a temporary one.
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { LedgerError, loadSamples, openLedger, sampleReviewer } from "@shanhai/ledger";

/** A candidate at least this likely is taken for the same thing: same name, same region. */
const NEARLY_CERTAIN = 0.7;
const REVIEWER = "示例审核员";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    decline: { type: "string", default: "" },
    leave: { type: "string", default: "" },
    papers: { type: "string", default: "samples" },
    decisions: { type: "string", default: "samples" },
  },
});
const samples = resolve(root, options.papers);
const decisionsDir = resolve(root, options.decisions);
const papers = readdirSync(samples, { withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:txt|html?|docx|pdf)$/iu.test(entry.name))
  .map(({ name }) => name)
  .sort();
const wanted = positionals.length > 0 ? positionals : papers.filter((name) => !name.includes("待核对"));

/** @param {string} list @param {string} id */
const named = (list, id) => list.split(",").some((start) => start !== "" && id.startsWith(start));
/** @param {string} name */
const reviewFile = (name) => join(decisionsDir, `${name.replace(/\.[^.]*$/u, "")}.review.json`);

/** What was decided before, read and put away first: a file that is still there would be carried out with the others. */
const before = new Map(
  papers
    .filter((name) => existsSync(reviewFile(name)))
    .map((name) => [name, JSON.parse(readFileSync(reviewFile(name), "utf8")).decisions]),
);
for (const name of before.keys()) rmSync(reviewFile(name));

const dataDir = mkdtempSync(join(tmpdir(), "shanhai-samples-"));
const ledger = await openLedger({ dataDir });
try {
  const reviewer = sampleReviewer(REVIEWER);
  /** Samples reviewed before, so that later ones find what to merge into. @type {Map<string, string>} */
  const ids = new Map();
  for (const name of papers) {
    const { document_id } = await ledger.submit(reviewer, { name, bytes: readFileSync(join(samples, name)) });
    ids.set(name, document_id);
  }
  for (const name of papers) {
    const file = reviewFile(name);
    const view = await ledger.document(reviewer, ids.get(name) ?? "");
    if (view === null) throw new Error(`${name} is not there`);
    const kept = before.get(name) ?? [];
    /** @type {import("@shanhai/ledger").SampleDecision[]} */
    const decisions = wanted.includes(name) ? [] : kept;
    if (wanted.includes(name))
      for (const item of view.items) if (await canBeAdopted(view.id, item)) decisions.push(...decide(item, kept));
    if (decisions.length === 0) continue;
    const document = createHash("sha256")
      .update(readFileSync(join(samples, name)))
      .digest("hex");
    const review = { document, reviewer: { name: REVIEWER, invented: true }, decisions };
    writeFileSync(file, `${JSON.stringify(review, null, 2)}\n`);
    // Carried out here as on a first run: a file that would not fit fails now.
    const { problems } = await loadSamples(ledger, samples, () => {}, decisionsDir);
    const own = problems.filter((problem) => file.endsWith(problem.file));
    for (const { zh, en } of own) console.error(`${name}: ${zh}\n  ${en}`);
    if (own.length > 0) process.exitCode = 1;
    console.log(`${name}: ${decisions.length} decisions on ${view.items.length} facts`);
  }
} finally {
  await ledger.close();
  rmSync(dataDir, { recursive: true, force: true });
}

/**
 * A fact that lacks what its record requires waits for a person.
 * @param {string} document
 * @param {import("@shanhai/model").ReviewItem} item
 */
async function canBeAdopted(document, { fact }) {
  try {
    await ledger.plan(sampleReviewer(REVIEWER), document, [{ fact: fact.id, verdict: "adopt" }]);
    return true;
  } catch (error) {
    if (error instanceof LedgerError && error.code === "DECISION_IMPOSSIBLE") return false;
    throw error;
  }
}

/**
 * @param {import("@shanhai/model").ReviewItem} item
 * @param {readonly import("@shanhai/ledger").SampleDecision[]} kept
 * @returns {import("@shanhai/ledger").SampleDecision[]}
 */
function decide({ fact, rows }, kept) {
  const { id } = fact;
  if (named(options.leave, id)) return [];
  if (named(options.decline, id)) return [{ fact: id, verdict: "decline" }];
  const held = kept.find((decision) => decision.fact === id);
  if (held?.verdict === "correct" || held?.verdict === "decline") return [held];
  /** @type {{ [rowKey: string]: string }} */
  const into = {};
  for (const { key, candidates } of rows) {
    const [first] = candidates;
    if (first !== undefined && first.score >= NEARLY_CERTAIN) into[key] = first.title;
  }
  return Object.keys(into).length === 0 ? [{ fact: id, verdict: "adopt" }] : [{ fact: id, verdict: "merge", into }];
}
