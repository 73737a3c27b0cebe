#!/usr/bin/env node
// @ts-check
// Makes samples/03 from samples/clean/03 as the damaged mirrors of such pages were made: Traditional characters,
// pinyin glosses put in without regard to character boundaries, text cut at marks, bytes read on in the wrong phase.
// Run it again after changing the clean text: `node scripts/damage-sample.mjs` (needs a build).
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as OpenCC from "opencc-js";
import { damage } from "../engine/dist/shifts/damage.js";

const samples = join(dirname(dirname(fileURLToPath(import.meta.url))), "samples");
const name = "03-三都县考察团赴东莞.txt";

/** @type {readonly (readonly [string, string])[]} */
const glosses = [
  ["網", "wǎng"],
  ["縣", "xiàn"],
  ["東", "dōng"],
  ["鎮", "zhèn"],
  ["區", "qū"],
  ["協", "xié"],
  ["對", "duì"],
  ["業", "yè"],
  ["產", "chǎn"],
  ["發", "fā"],
  ["結", "jié"],
  ["務", "wù"],
  ["實", "shí"],
  ["開", "kāi"],
  ["進", "jìn"],
  ["帶", "dài"],
  ["農", "nóng"],
  ["術", "shù"],
  ["據", "jù"],
  ["數", "shù"],
  ["與", "yǔ"],
];

const clean = readFileSync(join(samples, "clean", name), "utf8");
const traditional = OpenCC.Converter({ from: "cn", to: "t" })(clean);
const damaged = damage(traditional, { glosses });
if (damaged === null) throw new Error("a character of the clean text is not in GBK");
writeFileSync(join(samples, name), damaged);
console.log(`${name}: ${clean.length} characters, ${damaged.split("?").length - 1} places damaged`);
