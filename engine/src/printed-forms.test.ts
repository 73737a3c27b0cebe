import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { extract } from "./extract.js";
import type { Fact } from "./fact.js";

const corpus = new URL("../../corpus/open/", import.meta.url);
const decoder = new TextDecoder("utf-8", { fatal: true });

/** Every twelfth undamaged article. */
const articles = readdirSync(corpus)
  .filter((name) => /^\d+(?:\.clean)?\.txt$/.test(name))
  .filter((_, at) => at % 12 === 0)
  .map((name) => ({ name, text: decoder.decode(readFileSync(new URL(name, corpus))) }))
  .filter(({ text }) => text.includes("，"));

/** How pages and programs print the very same words. */
const forms: readonly (readonly [name: string, print: (text: string) => string])[] = [
  ["marks folded by a page store", folded],
  ["straight quotation marks", (text) => text.replace(/[“”]/g, '"')],
  ["corner quotation marks", (text) => text.replace(/“/g, "「").replace(/”/g, "」")],
  ["bullets as dots within names", (text) => text.replace(/·/g, "•")],
  ["dashes of keyboards", (text) => text.replace(/——/g, "--")],
  ["digits of full width", (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
  ["lines as Windows ends them", (text) => text.replace(/\n/g, "\r\n")],
  ["paragraphs without blank lines between", (text) => text.replace(/\n[ \u3000]*\n/g, "\n")],
  [
    "paragraphs indented",
    (text) => text.replace(/\n[ \u3000]*(?=\S)/g, (_, at: number) => (at === 0 ? "\n" : "\n\u3000\u3000")),
  ],
];

function folded(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ");
}

/** What a fact says, without where it stands, what it is called by and how marks are printed. */
function said(fact: Fact): string {
  const words = JSON.stringify(fact, (key, value) => (key === "id" || key === "evidence" ? undefined : value));
  return folded(words)
    .replace(/[0-9a-f]{64}/g, "#")
    .replace(/[\s"\\“”‘’·]/g, "");
}

const factsOf = (text: string): string[] =>
  extract({ name: "a.txt", bytes: new TextEncoder().encode(text) })
    .extraction.facts.map(said)
    .sort();

test("an article says the same however its marks are printed", () => {
  assert.ok(articles.length > 15);
  for (const { name, text } of articles) {
    const facts = factsOf(text);
    for (const [form, print] of forms) assert.deepEqual(factsOf(print(text)), facts, `${name}: ${form}`);
  }
});
