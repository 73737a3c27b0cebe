#!/usr/bin/env node
// @ts-check
// Fits engine/data/name-model.txt: what a stretch's characters, neighbours and uses are worth as signs of a person's name
// (engine/src/people/name-model.ts). Learns from the articles of corpus/open, whose people are known, and from tales made of
// scripts/names/carriers.txt with names drawn from the surnames and given characters of the character model; never from
// corpus/held. A logistic regression by stochastic descent with fixed order and seed: the same input gives the same file.
//
//   node scripts/build-name-model.mjs            after a build; run by hand when features, carriers or articles change
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { nameFeatures } = await import(join(root, "engine/dist/people/name-model.js"));
const { usedCandidates } = await import(join(root, "engine/dist/people/name-uses.js"));
const { characterModel } = await import(join(root, "engine/dist/shifts/character-model.js"));
const { extract } = await import(join(root, "engine/dist/index.js"));

const TALES = 500;
const PARAGRAPHS = 8;
const EPOCHS = 14;
const RATE = 0.3;
/** Weights of neighbours are drawn to 0 more than the rest, and stand in at least this many documents. */
const NEIGHBOUR_DECAY = 4e-3;
const DECAY = 1e-5;
const LEAST_DOCUMENTS = 3;
/** A made tale says less than an article. */
const TALE_WEIGHT = 0.5;

let state = 20_261_122;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

/** A draw by weight. @param {readonly (readonly [string, number])[]} weighted @returns {() => string} */
function drawer(weighted) {
  let sum = 0;
  const steps = weighted.map(([word, weight]) => {
    sum += weight;
    return /** @type {const} */ ([word, sum]);
  });
  return () => {
    const at = random() * sum;
    let low = 0;
    let high = steps.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((steps[middle]?.[1] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return steps[low]?.[0] ?? "";
  };
}

const model = characterModel();
const characters = Array.from({ length: 0x5200 }, (_, at) => String.fromCharCode(0x4e00 + at));
const surname = drawer(
  characters.flatMap((c) => {
    const cost = model.surname(c.charCodeAt(0));
    // Rare surnames a little more often than in life: they are where the lists end.
    return cost < 12 ? [/** @type {const} */ ([c, Math.exp(-cost * 0.8)])] : [];
  }),
);
const given = drawer(
  characters.flatMap((c) => {
    const cost = model.given(c.charCodeAt(0));
    return cost < 10.5 ? [/** @type {const} */ ([c, Math.exp(-cost)])] : [];
  }),
);
/** Parts of names written by sound, by people. */
const sounds = new Map(
  readFileSync(join(root, "scripts/names/sounding.txt"), "utf8")
    .split(/^# /m)
    .slice(1)
    .map(
      (part) =>
        /** @type {const} */ ([part.slice(0, part.indexOf("\n")), part.slice(part.indexOf("\n")).trim().split(/\s+/)]),
    ),
);
/** @param {string} people */
const part = (people) => {
  const list = sounds.get(people) ?? [];
  return list[Math.floor(random() * list.length)] ?? "";
};
/** One in six is no Han name: two parts, or one of three characters, or of two. */
function makeSounding() {
  const people = ["tibetan", "yi", "mongolian", "uyghur"][Math.floor(random() * 4)] ?? "";
  if (people === "yi") return part("yi-clan") + part("yi-given");
  if (people === "tibetan") return part("tibetan") + (random() < 0.75 ? part("tibetan") : "");
  const one = part(people);
  return random() < 0.4 ? one + part(people) : one;
}
const makeName = () => (random() < 1 / 6 ? makeSounding() : makeHan());
const makeHan = () => surname() + given() + (random() < 0.82 ? given() : "");

const carriers = readFileSync(join(root, "scripts/names/carriers.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("%"));
/** @type {{ text: string, names: Set<string>, weight: number }[]} */
const documents = [];
for (let tale = 0; tale < TALES; tale++) {
  const people = [makeName(), makeName(), makeName()];
  const lines = [];
  for (let line = 0; line < PARAGRAPHS; line++) {
    const carrier = carriers[Math.floor(random() * carriers.length)] ?? "";
    const first = Math.floor(random() * 3);
    lines.push(carrier.replaceAll("{甲}", people[first] ?? "").replaceAll("{乙}", people[(first + 1) % 3] ?? ""));
  }
  documents.push({ text: lines.join("\n"), names: new Set(people), weight: TALE_WEIGHT });
}
const folder = join(root, "corpus/open");
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort()) {
  const path = [".clean.txt", ".txt"].map((end) => join(folder, file.slice(0, -5) + end)).find(existsSync);
  if (path === undefined) continue;
  const gold = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const { repaired } = extract({ name: file, bytes: readFileSync(path) });
  documents.push({
    text: repaired,
    names: new Set(gold.people.map((/** @type {{ name: string }} */ person) => person.name)),
    weight: 1,
  });
}

/** @type {{ features: readonly (readonly [string, number])[], right: number, weight: number }[]} */
const examples = [];
/** @type {Map<string, number>} */
const seenIn = new Map();
for (const { text, names, weight } of documents) {
  const keys = new Set();
  for (const { candidate, use } of usedCandidates(text, [{ start: 0, end: text.length }])) {
    const features = nameFeatures(text, candidate, use);
    for (const [key] of features) keys.add(key);
    examples.push({ features, right: names.has(candidate.name) ? 1 : 0, weight });
  }
  for (const key of keys) seenIn.set(key, (seenIn.get(key) ?? 0) + 1);
}

const isNeighbour = (/** @type {string} */ key) => /^(?:before|behind) /.test(key);
const kept = (/** @type {string} */ key) => (seenIn.get(key) ?? 0) >= LEAST_DOCUMENTS;
/** @type {Map<string, number>} */
const weights = new Map();
/** @type {Map<string, number>} */
const squares = new Map();
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  for (let step = 0; step < examples.length; step++) {
    const example = examples[(step * 7919 + epoch * 104_729) % examples.length];
    if (example === undefined) continue;
    let sum = 0;
    for (const [key, value] of example.features) sum += (weights.get(key) ?? 0) * value;
    const error = (example.right - 1 / (1 + Math.exp(-sum))) * example.weight;
    for (const [key, value] of example.features) {
      if (!kept(key)) continue;
      const slope = error * value - (isNeighbour(key) ? NEIGHBOUR_DECAY : DECAY) * (weights.get(key) ?? 0);
      const square = (squares.get(key) ?? 0) + slope * slope;
      squares.set(key, square);
      weights.set(key, (weights.get(key) ?? 0) + (RATE * slope) / Math.sqrt(square + 1e-6));
    }
  }
}

const rows = [...weights]
  .map(([key, weight]) => /** @type {const} */ ([key, weight.toFixed(2)]))
  .filter(([, weight]) => Math.abs(Number(weight)) >= 0.05)
  .sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(
  join(root, "engine/data/name-model.txt"),
  [
    "# What each sign of a person's name is worth (people/name-model.ts). Made by scripts/build-name-model.mjs. Do not edit.",
    ...rows.map(([key, weight]) => `${key}\t${weight}`),
    "",
  ].join("\n"),
);
console.log(
  `${documents.length} documents, ${examples.length} candidates, ${examples.filter(({ right }) => right === 1).length} of them names; ${rows.length} weights`,
);
