import assert from "node:assert/strict";
import { test } from "node:test";
import { ERROR_CODES, LedgerError } from "@shanhai/ledger";
import { SERVER_ERROR_CODES, ServerError, type ServerErrorCode } from "./error-codes.js";
import { LEDGER_STATUS } from "./ledger-status.js";
import { problemOf } from "./problem.js";

const codes = Object.keys(SERVER_ERROR_CODES) as ServerErrorCode[];

test("every refusal says in both languages what and what to do, with the same places", () => {
  for (const code of codes) {
    const { zh, en, advice_zh, advice_en, status } = SERVER_ERROR_CODES[code];
    assert.match(zh, /\p{Script=Han}.*[。！]$/u, code);
    assert.match(advice_zh, /\p{Script=Han}.*[。！]$/u, code);
    assert.match(en, /^[A-Z].*\.$/u, code);
    assert.match(advice_en, /^[A-Z].*\.$/u, code);
    assert.doesNotMatch(en + advice_en, /\p{Script=Han}/u, code);
    assert.deepEqual(places(zh + advice_zh), places(en + advice_en), code);
    assert.ok(status >= 400 && status < 600, code);
  }
});

test("every refusal of the ledger has a status, and none that is retired", () => {
  assert.deepEqual(Object.keys(LEDGER_STATUS).sort(), Object.keys(ERROR_CODES).sort());
});

test("a refusal fills its places", () => {
  const error = new ServerError("PORT_IN_USE", { port: "8321" });
  assert.match(error.zh, /端口 8321 已被占用/);
  assert.doesNotMatch(error.zh + error.en, /\{\w+\}/);
});

test("the cause of a fault is told to the log alone, a refusal's to nobody", () => {
  const lines: string[] = [];
  const cause = new Error("the reading thread ended (1)");
  for (const code of ["WORKBOOK_UNREADABLE", "WORKBOOK_DAMAGED"] as const) {
    const told = problemOf(new LedgerError(code, {}, { cause }), (line) => lines.push(line));
    assert.doesNotMatch(JSON.stringify(told), /reading thread/);
  }
  assert.match(lines.join("\n"), /^WORKBOOK_UNREADABLE Error: the reading thread ended \(1\)/);
  assert.doesNotMatch(lines.join("\n"), /DAMAGED/);
});

function places(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
}
