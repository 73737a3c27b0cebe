import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "acorn";
import { root } from "./running-ledger.js";

/** Tables, forms, dates and charts stand in files of their own: none is larger than this over the wire. */
const most = 250 * 1024;

test("no script or style is larger than 250 KB over the wire", () => {
  const folder = join(root, "web/dist/assets");
  const sizes = readdirSync(folder)
    .filter((name) => name.endsWith(".br"))
    .map((name) => ({ name, size: statSync(join(folder, name)).size }))
    .sort((a, b) => b.size - a.size);
  const [largest] = sizes;
  assert.ok(largest !== undefined && sizes.length > 5);
  console.log(`largest of ${sizes.length} files, compressed: ${largest.name} ${(largest.size / 1024).toFixed(0)} KB`);
  assert.deepEqual(
    sizes.filter(({ size }) => size > most),
    [],
  );
});

/** What came after Chromium 102 and nothing here fills in: in scripts by name, in styles by their words. */
const laterScript =
  /\.(?:toSorted|toReversed|toSpliced|isWellFormed|checkVisibility|showPopover|isSubsetOf)\(|\b(?:Object|Map)\.groupBy\b|\bwithResolvers\b|\bAbortSignal\.(?:timeout|any)\b|\bArray\.fromAsync\b|\bRegExp\.escape\b|\bPromise\.try\b|\bIterator\.from\b|\bCSS\.highlights\b|\bscheduler\.yield\b/;
const laterStyle =
  /:has\(|@container|\d(?:d|s|l)v[hw]\b|color-mix\(|\bokl(?:ch|ab)\(|subgrid|text-wrap|light-dark\(|@starting-style|field-sizing|anchor-name|@scope\b|[{;}]\s*&/;

test("nothing asks more of a browser than Chromium 102 has", () => {
  const folder = join(root, "web/dist/assets");
  const read = (ending: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
  const scripts = read(".js");
  const styles = read(".css");
  assert.ok(scripts.length > 20 && styles.length > 5);
  // The language of 2022, which that browser reads whole; a newer sign fails to parse.
  for (const { name, text } of scripts)
    assert.doesNotThrow(() => parse(text, { ecmaVersion: 2022, sourceType: "module" }), name);
  assert.throws(() => parse("/[a--b]/v", { ecmaVersion: 2022 }), "the parser itself tells newer syntax");
  for (const { name, text } of scripts) assert.doesNotMatch(text, laterScript, name);
  for (const { name, text } of styles) assert.doesNotMatch(text, laterStyle, name);
});
