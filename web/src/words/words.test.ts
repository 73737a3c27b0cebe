import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { en } from "./en.js";
import { zh } from "./zh.js";

/** Every key with the kind of its value; functions with the number of their parameters. */
function keysOf(words: object, path = ""): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const here = path === "" ? key : `${path}.${key}`;
    if (typeof value === "function") return [`${here}(${value.length})`];
    return typeof value === "object" && value !== null ? keysOf(value, here) : [here];
  });
}

function textsOf(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const here = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") return [[here, value]];
    if (typeof value === "function") return [[here, String(value(2, 3, 4))]];
    return typeof value === "object" && value !== null ? textsOf(value, here) : [];
  });
}

test("both languages have the same keys, with the same parameters", () => {
  assert.deepEqual(keysOf(en).sort(), keysOf(zh).sort());
});

test("no text is empty", () => {
  for (const [path, text] of [...textsOf(zh), ...textsOf(en)]) assert.notEqual(text.trim(), "", path);
});

test("Chinese texts are Chinese, save keys, signs, units as they are and the language switch", () => {
  const latin = textsOf(zh).filter(
    ([path, text]) =>
      !/\p{Script=Han}/u.test(text) &&
      !/^(?:check\.keys|ledger\.keyList|followup\.keyList|signs|indicators\.unitName)(?:\.|$)/.test(path),
  );
  assert.deepEqual(
    latin.map(([path]) => path),
    ["product.otherLanguage", "product.otherLanguageHint", "records.and"],
  );
});

test("English texts hold no Chinese, save the switch, marks and names of plan tiers", () => {
  const han = textsOf(en).filter(([, text]) => /\p{Script=Han}/u.test(text));
  assert.deepEqual(
    han.map(([path]) => path.replace(/tier\..*/, "tier")),
    [
      "product.otherLanguage",
      "product.otherLanguageHint",
      "facts.values.tier",
      "facts.values.tier",
      "facts.values.tier",
    ],
  );
});

test("no machine words where an office has its own", () => {
  const machine = /用户|记录|字段|数据库|接口|服务器|报错|异常|accept/;
  for (const [path, text] of textsOf(zh)) assert.doesNotMatch(text, machine, path);
});

test("逾期 is a word of 督办 alone, where it is said of own tasks only", () => {
  for (const [path, text] of textsOf(zh)) if (!path.startsWith("followup.")) assert.doesNotMatch(text, /逾期/, path);
});

test("every repair of the engine has a name, and no name is left of one that is gone", () => {
  const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
  const repairs = readdirSync(join(root, "engine/src/repairs"))
    .filter((file) => !/^index\.|\.test\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ""));
  assert.deepEqual(Object.keys(zh.repairs.kinds).sort(), repairs.sort());
});
