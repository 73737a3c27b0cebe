import assert from "node:assert/strict";
import { test } from "node:test";
import { ERROR_CODES, type ErrorCode, LedgerError } from "./error-codes.js";

const codes = Object.keys(ERROR_CODES) as ErrorCode[];

test("every code has texts in Chinese and English with the same places", () => {
  for (const code of codes) {
    const { zh, en, advice_zh, advice_en } = ERROR_CODES[code];
    assert.match(zh, /[一-鿿].*[。！]$/u, `${code}.zh`);
    assert.match(advice_zh, /[一-鿿].*[。！]$/u, `${code}.advice_zh`);
    assert.match(en, /^[A-Z].*\.$/u, `${code}.en`);
    assert.match(advice_en, /^[A-Z].*\.$/u, `${code}.advice_en`);
    assert.doesNotMatch(en + advice_en, /[一-鿿]/u, `${code}: Chinese in the English text`);
    assert.deepEqual(places(zh + advice_zh), places(en + advice_en), `${code}: places differ`);
  }
});

test("an error fills its places in both languages", () => {
  const error = new LedgerError("DATABASE_OTHER_VERSION", { dataDir: "data", found: "17", expected: "18" });
  assert.equal(error.code, "DATABASE_OTHER_VERSION");
  assert.match(error.zh, /PostgreSQL 17 .*PostgreSQL 18/u);
  assert.match(error.message, /export DIR/);
  assert.doesNotMatch(error.zh + error.en, /\{\w+\}/);
});

function places(text: string): string[] {
  return [...new Set(text.replaceAll("_en}", "}").match(/\{\w+\}/g) ?? [])].sort();
}
