import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { printReason } from "@shanhai/model";
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

test("every 事由 that the program gives by itself is told in English too", () => {
  const src = fileURLToPath(new URL("../src", import.meta.url));
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !/\.test\.ts$|^trial/.test(name),
  );
  const given = files.flatMap((name) =>
    [...readFileSync(join(src, name), "utf8").matchAll(/\breason: (?:"([^"]+)"|`([^`]+)`)/g)]
      .map(([, plain, made]) => plain ?? (made ?? "").replace(/\$\{[^}]+\}/g, "1"))
      .filter((text) => /\p{Script=Han}/u.test(text)),
  );
  assert.ok(given.length > 20, `${given.length}`);
  for (const text of given) assert.doesNotMatch(printReason(text, "en"), /\p{Script=Han}/u, text);
  assert.equal(printReason("导入表格“2023年”", "en"), "sheet “2023年” imported");
  assert.equal(printReason("调度会交办", "en"), "调度会交办", "what a person wrote stands");
  assert.equal(printReason("会签件；上传佐证材料", "en"), "会签件；proof uploaded", "each of what was joined");
  assert.equal(printReason("added in the table", "zh"), "台账中新增");
});
