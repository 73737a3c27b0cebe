// @ts-check
// A stream of varied articles of any size, the same for the same seed: our own articles (corpus/, samples/) with their
// sentences exchanged between them, other numbers, other days; clean, or as the damaged mirrors show them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as OpenCC from "opencc-js";
import { damage } from "../engine/dist/shifts/damage.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Numbers in [0, 1) that the seed determines (mulberry32). @param {number} seed */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The clean texts of a folder. @param {string} folder */
function textsOf(folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(".txt") && !name.endsWith(".clean.txt"))
    .map((name) => {
      const clean = join(path, name.replace(/\.txt$/, ".clean.txt"));
      return readFileSync(existsSync(clean) ? clean : join(path, name), "utf8");
    })
    .filter((text) => !text.includes("?"));
}

const glosses = [
  ..."網wǎng縣xiàn東dōng鎮zhèn區qū協xié對duì業yè產chǎn發fā結jié務wù實shí開kāi進jìn帶dài農nóng數shù與yǔ".matchAll(
    /(\p{Script=Han})([^\p{Script=Han}]+)/gu,
  ),
].map(([, character = "", pinyin = ""]) => /** @type {[string, string]} */ ([character, pinyin]));

/**
 * Articles of together at least `bytes` bytes of UTF-8.
 * @param {number} bytes @param {"clean" | "glossed" | "damaged"} [kind] @param {number} [seed] @returns {string[]}
 */
export function articles(bytes, kind = "clean", seed = 20231211) {
  const random = randomOf(seed);
  const pick = (/** @type {number} */ count) => Math.floor(random() * count);
  const sources = [...textsOf("corpus/open"), ...textsOf("corpus/held"), ...textsOf("samples")].map((text) =>
    text.split("\n").map((line) => line.match(/[^。！？]+[。！？”]*|[。！？”]+/g) ?? []),
  );
  const sentences = sources.flat(2).filter((sentence) => sentence.length > 12 && sentence.endsWith("。"));
  const toTraditional = kind === "clean" ? null : OpenCC.Converter({ from: "cn", to: "t" });
  /** @type {string[]} */
  const out = [];
  for (let size = 0; size < bytes; ) {
    const lines = sources[pick(sources.length)] ?? [];
    let text = lines
      .map((line) =>
        line
          // A third of the sentences come from elsewhere.
          .map((sentence) =>
            sentence.endsWith("。") && random() < 0.33 ? (sentences[pick(sentences.length)] ?? "") : sentence,
          )
          .join(""),
      )
      .join("\n")
      .replace(/(?<![0-9.])[1-9][0-9]{0,4}(?=[万亿元人户名个台亩])/g, () => String(1 + pick(9999)))
      .replace(/(?<![0-9])([1-9]|1[0-2])月([1-9]|[12][0-9])日/g, () => `${1 + pick(12)}月${1 + pick(28)}日`);
    if (toTraditional !== null) {
      text = toTraditional(text);
      text = damage(text, { glosses, cutsAtMarks: kind === "damaged", privateUse: "kept" }) ?? text;
    }
    out.push(text);
    size += Buffer.byteLength(text);
  }
  return out;
}
