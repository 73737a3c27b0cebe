#!/usr/bin/env node
// @ts-check
// Writes model/src/primary-readings.ts: the usual reading of every character of CP936 and where it differs that of the
// surname, from pinyin-pro (a development dependency, MIT). Run by hand when pinyin-pro is updated; the table is committed.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pinyin } from "pinyin-pro";

const target = join(dirname(dirname(fileURLToPath(import.meta.url))), "model/src/primary-readings.ts");
const decoder = new TextDecoder("gb18030");
/** Tone digits instead of accents, ü as v: `lv4`. @param {string} reading */
const plain = (reading) => reading.replaceAll("ü", "v");
/** @type {Map<string, string[]>} */
const byReading = new Map();
/** @type {string[]} */
const surnames = [];
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const char = decoder.decode(Uint8Array.of(lead, trail));
    if (!/^\p{Script=Han}$/u.test(char)) continue;
    const usual = plain(pinyin(char, { toneType: "num" }));
    if (!/^[a-z]+[0-5]$/.test(usual)) continue;
    byReading.set(usual, [...(byReading.get(usual) ?? []), char]);
    const surname = plain(pinyin(char, { toneType: "num", mode: "surname" }));
    if (surname !== usual && /^[a-z]+[0-5]$/.test(surname)) surnames.push(`${surname}${char}`);
  }
}
/** @type {Map<string, string[]>} */
const byInitial = new Map();
for (const [reading, characters] of [...byReading].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const words = byInitial.get(reading[0] ?? "") ?? [];
  byInitial.set(reading[0] ?? "", [...words, `${reading}${[...new Set(characters)].sort().join("")}`]);
}
const lines = [...byInitial.values()].map((words) => `  ${JSON.stringify(words.join(" "))},`);
writeFileSync(
  target,
  `// Made by scripts/build-sort-readings.mjs from pinyin-pro 3.29.4 (MIT).

/** The usual reading of each character, as \`ba1\` followed by the characters that are read so; tone 0 is the light one. */
export const PRIMARY_READINGS: readonly string[] = [
${lines.join("\n")}
];

/** Characters that are read otherwise as a surname: 曾 zēng, 单 shàn. */
export const SURNAME_READINGS = ${JSON.stringify(surnames.sort().join(" "))};
`,
);
console.log(`${[...byReading.values()].flat().length} characters, ${surnames.length} surnames`);
