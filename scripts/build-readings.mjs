#!/usr/bin/env node
// @ts-check
// Writes engine/lexicons/pinyin-readings.tsv: every reading of every character of CP936, from pinyin-pro (a development
// dependency, MIT). Run by hand when pinyin-pro is updated; the table is committed, so that nothing is needed at run time.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pinyin } from "pinyin-pro";

const target = join(dirname(dirname(fileURLToPath(import.meta.url))), "engine/lexicons/pinyin-readings.tsv");
const decoder = new TextDecoder("gb18030");
/** @type {Map<string, Set<string>>} */
const characters = new Map();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const char = decoder.decode(Uint8Array.of(lead, trail));
    if (!/^\p{Script=Han}$/u.test(char)) continue;
    for (const reading of pinyin(char, { multiple: true, type: "array" })) {
      const plain = reading.normalize("NFC");
      if (!/^[a-zü\u00e0-\u01dc\u1e3f]+$/u.test(plain)) continue;
      const set = characters.get(plain) ?? new Set();
      characters.set(plain, set.add(char));
    }
  }
}
const rows = [...characters]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([reading, set]) => `${reading}\t${[...set].sort().join("")}\tpinyin-pro 3.29.4 (MIT)`);
writeFileSync(target, `reading\tcharacters\tsource\n${rows.join("\n")}\n`);
console.log(`${rows.length} readings`);
