// @ts-check
// docs/quality.md: the public scorecard. Generated; what it says follows from the measurements alone.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { corpora, root } from "./corpora.mjs";
import { kinds } from "./kinds.mjs";
import { repairRates } from "./repair-rates.mjs";
import { percent, rates, summary } from "./score.mjs";
import { weaknesses } from "./weaknesses.mjs";

/** @typedef {import("./score.mjs").Score} Score */
/** @typedef {import("./history.mjs").Measurement} Measurement */
/** @typedef {ReturnType<typeof import("./calibrate.mjs").calibrationOf>} Calibration */

/** @param {number} share */
const shown = (share) => percent(share).toFixed(1);

/** A Markdown table. @param {readonly string[]} head @param {readonly (readonly (string | number)[])[]} rows */
const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** The last measurement of a corpus that is not here. @param {string} corpus @param {readonly Measurement[]} history */
const lastOf = (corpus, history) => history.findLast((row) => row.scores[corpus] !== undefined);

/** @param {{ scores: Record<string, Score>, sets: Record<string, Score>, history: readonly Measurement[], calibration: Calibration }} measured */
export function report({ scores, sets, history, calibration }) {
  const sections = [
    `# Quality (质量)

Made by \`npm run quality\`; not edited by hand. What is asked of every article, when a fact counts as found, and where the articles come from: [corpus/README.md](../corpus/README.md).

- **dev**: articles beside the project on which the rules were written. Its scores say what the rules can express, not how they read what they have not seen.
- **open**: the project's own articles for development, written before their author had read a rule.
- **held**: as \`open\`, for measuring only. **These are the numbers to go by.**
- **seeds**: the two founding documents.`,
    section("Scores", overview(scores, history)),
    section("Held, set by set", setTable(sets)),
    ...Object.entries(scores)
      .filter(([corpus]) => corpus !== "seeds")
      .map(([corpus, result]) => section(`By kind: ${corpus}`, byKind(result))),
    section("History", historyTable(history)),
    section("Repair (修复)", repairSection()),
    section("Public suites (公开题库)", suitesSection()),
    section("How sure is sure (把握)", calibrationSection(calibration)),
    section("Speed (速度)", speedSection()),
    section("Known weaknesses (已知不足)", weaknesses(scores.open)),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** @param {string} title @param {string} body */
const section = (title, body) => `## ${title}\n\n${body}`;

/** @param {Record<string, Score>} scores @param {readonly Measurement[]} history */
function overview(scores, history) {
  const names = Object.keys(corpora).filter((corpus) => scores[corpus] !== undefined || lastOf(corpus, history));
  const rows = ["macro", ...kinds.map(({ name }) => name), "published"].map((kind) => [
    kind === "macro" ? "**macro F1** (first seven)" : kind === "published" ? "publication date right" : kind,
    ...names.map((corpus) => {
      const now = history.at(-1)?.scores[corpus] ?? lastOf(corpus, history)?.scores[corpus];
      return now?.[kind]?.toFixed(1) ?? "–";
    }),
  ]);
  const absent = names
    .filter((corpus) => scores[corpus] === undefined)
    .map(
      (corpus) =>
        `${corpus} is not beside the project here; its numbers are those of ${lastOf(corpus, history)?.commit}.`,
    );
  const counts = Object.entries(scores).map(([corpus, { articles }]) => `${corpus} ${articles}`);
  return [`F1 in per cent. Articles: ${counts.join(", ")}.`, table(["", ...names], rows), ...absent].join("\n\n");
}

/** The parts of held beside each other: a later set has been read by fewer rules. @param {Record<string, Score>} sets */
function setTable(sets) {
  const counted = kinds.filter(({ macro }) => macro).map(({ name }) => name);
  const rows = Object.entries(sets).map(([name, result]) => {
    const now = summary(result);
    return [name, result.articles, ...["macro", ...counted].map((kind) => now[kind]?.toFixed(1) ?? "–")];
  });
  return table(["set", "articles", "macro", ...counted], rows);
}

/** @param {Score} result */
function byKind(result) {
  const rows = kinds.flatMap(({ name }) => {
    const tally = result.tallies[name];
    if (tally === undefined || tally.found + tally.missed === 0) return [];
    const { precision, recall, f1 } = rates(tally);
    const attributes = Object.entries(tally.attributes).map(([key, { right, all }]) => `${key} ${shown(right / all)}`);
    return [[name, tally.found + tally.missed, shown(precision), shown(recall), shown(f1), attributes.join(", ")]];
  });
  return table(["kind", "gold", "precision", "recall", "F1", "attributes of those found"], rows);
}

/** @param {readonly Measurement[]} history */
function historyTable(history) {
  const columns = ["held", "open", "dev"];
  const kept = history.slice(-30);
  const rows = kept.map(({ engine, commit, date, scores, note }) => [
    engine,
    date,
    `\`${commit}\``,
    ...columns.map((corpus) => scores[corpus]?.macro?.toFixed(1) ?? "–"),
    ...["events", "people", "regions", "figures", "commitments", "projects"].map(
      (kind) => scores.held?.[kind]?.toFixed(1) ?? "–",
    ),
    note ?? "",
  ]);
  const head = ["version", "date", "commit", ...columns.map((corpus) => `${corpus} macro`)];
  return `Macro F1 by corpus, then F1 of the larger kinds on held. The last 30 of ${history.length} measurements; all stand in corpus/history.json.\n\n${table(
    [...head, "events", "people", "regions", "figures", "commitments", "projects", "what changed"],
    rows,
  )}`;
}

function repairSection() {
  const measured = repairRates();
  if (measured.length === 0) return "Not measured yet: `npm run quality -- --repair`.";
  return measured
    .map(({ text, cleanCharacters, falseEdits, rates: rows }) => {
      const body = rows.map((row) => [
        row.damage,
        row.lost,
        row.left,
        `${row.restored.toFixed(2)} %`,
        row.gone ?? "–",
        row.ofKnowable === null ? "–" : `${row.ofKnowable.toFixed(2)} %`,
        row.certain || "–",
        row.certain ? (row.wrong ?? "–") : "–",
      ]);
      const head = [
        "damage",
        "pairs lost",
        "still lost",
        "restored",
        "characters that nothing tells",
        "without their pairs",
        "characters called certain",
        "of them wrong",
      ];
      return `**${text}.** Byte-level edits on ${cleanCharacters} clean characters: ${falseEdits}.\n\n${table(head, body)}`;
    })
    .join("\n\n");
}

/** Cases of other people's libraries, run beside the tree: none of them is kept here, only how many were right. */
function suitesSection() {
  const path = join(root, "corpus/suites.json");
  if (!existsSync(path)) return "Not measured yet.";
  /** @type {{ measured: string, suites: { about: string, suite: string, cases: number, right: number, read: string, misses?: string }[] }} */
  const { measured, suites } = JSON.parse(readFileSync(path, "utf8"));
  const rows = suites.map(({ about, suite, cases, right, read, misses }) => [
    about,
    suite,
    `${right} of ${cases}`,
    read,
    misses ?? "",
  ]);
  return `Cases of other libraries, run by hand beside the project on ${measured}; none of their text is kept (corpus/suites.json).\n\n${table(
    ["of", "suite", "right", "which cases", "what is missed"],
    rows,
  )}`;
}

/** @param {Calibration} calibration */
function calibrationSection({ rows, weights, open, held }) {
  /** @param {{ bins: readonly import("./calibration.mjs").Bin[] }} measured */
  const bins = ({ bins }) =>
    table(
      ["said to be", "facts", "said on average", "right"],
      bins.map(({ from, to, facts, said, right }) => [
        `${from.toFixed(2)}–${to.toFixed(2)}`,
        facts,
        shown(said),
        shown(right),
      ]),
    );
  return `A fact's confidence is the share of such facts that were right: by rule, strength of evidence and number of mentions (${rows} rates in engine/data/confidence.txt, drawn together where cases are few). A fact is right when the gold holds it. Rules were written on dev and are mended on open, which flatters them there: a fact of dev weighs ${weights.dev}, of open ${weights.open}, of held 1. The table for held is made with each article's own facts left out.

${table(
  ["expected calibration error", "as the rules say", "calibrated"],
  [
    ["open", `${shown(open.before.error)} %`, `${shown(open.after.error)} %`],
    ["**held**", `${shown(held.before.error)} %`, `${shown(held.after.error)} %`],
  ],
)}

Held, calibrated (${held.after.facts} facts):

${bins(held.after)}

Held, as the rules say it:

${bins(held.before)}`;
}

/** What `npm run bench -- engine` wrote last. */
function speedSection() {
  const path = join(root, "bench/engine.json");
  if (!existsSync(path)) return "Not measured yet: `npm run bench -- engine` writes bench/engine.json.";
  /**
   * @type {{ machine: string,
   *   results: { what: string, rate?: number | null, peak?: number, peer?: string, peerRate?: number | null, bar: string, ms?: number, bare?: number }[],
   *   growing: { mb: number, rate: number | null, peak?: number }[] }}
   */
  const { machine, results, growing } = JSON.parse(readFileSync(path, "utf8"));
  /** @param {number | null | undefined} value */
  const rate = (value) => (typeof value === "number" ? value.toFixed(2) : "–");
  const tasks = results.filter((row) => row.ms === undefined);
  const ratio = (/** @type {(typeof results)[number]} */ row) =>
    row.rate && row.peerRate ? (row.rate / row.peerRate).toFixed(2) : "–";
  const start = results.filter((row) => row.ms !== undefined);
  return [
    `${machine}. One thread; MB of UTF-8 per second, median.`,
    table(
      ["task", "MB/s", "peak MB", "peer", "peer's MB/s", "ratio", "bar"],
      tasks.map((row) => [
        row.what,
        rate(row.rate),
        row.peak ?? "–",
        row.peer ?? "–",
        rate(row.peerRate),
        ratio(row),
        row.bar,
      ]),
    ),
    ...start.map(
      (row) =>
        `Start to the end of a one-line document: ${rate(row.ms)} ms (node alone ${rate(row.bare)} ms; bar ${row.bar}).`,
    ),
    table(
      ["one document of", ...growing.map(({ mb }) => (mb < 1 ? `${mb * 1000} KB` : `${mb} MB`))],
      [
        ["MB/s", ...growing.map((row) => rate(row.rate))],
        ["peak MB", ...growing.map((row) => row.peak ?? "–")],
      ],
    ),
  ].join("\n\n");
}
