#!/usr/bin/env node
// @ts-check
// Makes engine/data/cid-characters.bin: the characters of Adobe's numbers of glyphs (CIDs) for Simplified and Traditional
// Chinese, which files without embedded fonts use (Identity-H over Adobe-GB1 or Adobe-CNS1).
// usage: node scripts/build-cid-characters.mjs DIR   (DIR: the unpacked package pdfjs-dist 4.10.38, Apache-2.0, whose
// CMaps are Adobe's, BSD-3-Clause). pdf.js is asked for every number; nothing of its code goes in.
// Form: per collection the name (4 ASCII bytes), the count (UInt16LE), then as many UInt16LE, 0 where there is none.
import { writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node scripts/build-cid-characters.mjs DIR");
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pdfjs = await import(pathToFileURL(resolve(folder, "legacy/build/pdf.mjs")).href);

/** A page that shows each number on a line of its own. @param {string} ordering @param {number} from @param {number} count */
function page(ordering, from, count) {
  const content = Array.from({ length: count }, (_, at) => {
    const code = (from + at).toString(16).padStart(4, "0");
    return `BT /F 10 Tf 10 ${(count - at) * 40} Td <${code}> Tj ET`;
  }).join("\n");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count 1/Kids[5 0 R]/MediaBox[0 0 600 ${(count + 2) * 40}]>>`,
    "<</Type/Font/Subtype/Type0/BaseFont/Trial/Encoding/Identity-H/DescendantFonts[4 0 R]>>",
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/Trial/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 0>>/DW 1000/FontDescriptor 7 0 R>>`,
    "<</Type/Page/Parent 2 0 R/Contents 6 0 R/Resources<</Font<</F 3 0 R>>>>>>",
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    "<</Type/FontDescriptor/FontName/Trial/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>",
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((body, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const start = file.length;
  return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\nstartxref\n${start}\n%%EOF`;
}

/** @param {string} ordering @param {number} count @returns {Promise<Uint16Array>} */
async function characters(ordering, count) {
  const found = new Uint16Array(count);
  const step = 2_000;
  for (let from = 0; from < count; from += step) {
    const size = Math.min(step, count - from);
    const document = await pdfjs.getDocument({
      data: new Uint8Array(Buffer.from(page(ordering, from, size), "latin1")),
      cMapUrl: `${resolve(folder ?? "", "cmaps")}/`,
      cMapPacked: true,
      verbosity: 0,
    }).promise;
    const shown = await (await document.getPage(1)).getTextContent();
    for (const item of shown.items) {
      const at = size - Math.round(item.transform[5] / 40);
      if (item.str.length === 1 && item.str !== "\ufffd" && at >= 0 && at < size)
        found[from + at] = item.str.charCodeAt(0);
    }
    await document.destroy();
  }
  return found;
}

const pieces = [];
for (const [ordering, count] of /** @type {const} */ ([
  ["GB1", 30_284],
  ["CNS1", 19_156],
])) {
  const found = await characters(ordering, count);
  console.log(`${ordering}: ${found.filter(Boolean).length} of ${count}`);
  const head = Buffer.alloc(6);
  head.write(ordering.padEnd(4), "latin1");
  head.writeUInt16LE(count, 4);
  pieces.push(head, Buffer.from(found.buffer));
}
writeFileSync(join(root, "engine/data/cid-characters.bin"), Buffer.concat(pieces));
