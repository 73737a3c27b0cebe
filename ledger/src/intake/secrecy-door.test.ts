import assert from "node:assert/strict";
import { test } from "node:test";
import type { SecrecyMark } from "@shanhai/engine";
import { LedgerError } from "../error-codes.js";
import { passSecrecyDoor, refuseSecretName } from "./secrecy-door.js";

const marks = (...levels: SecrecyMark["level"][]) => ({
  secrecy: levels.map((level, at) => ({ level, raw: { start: at, end: at + level.length } })),
});

test("the three levels of state secrets are refused, whatever else is marked", () => {
  for (const level of ["绝密", "机密", "秘密"] as const) {
    for (const reading of [marks(level), marks("内部", level), marks(level, "工作秘密")]) {
      assert.throws(
        () => passSecrecyDoor(reading),
        (error) => {
          assert.ok(error instanceof LedgerError);
          assert.equal(error.code, "DOCUMENT_SECRET");
          assert.deepEqual(error.params, { level });
          assert.match(error.zh, /没有接收.*保密部门/u);
          assert.match(error.en, /not taken in.*secrecy office/u);
          return true;
        },
      );
    }
  }
});

test("internal marks pass and are kept, the stricter one first", () => {
  assert.equal(passSecrecyDoor(marks()), null);
  assert.equal(passSecrecyDoor(marks("内部")), "内部");
  assert.equal(passSecrecyDoor(marks("内部", "工作秘密")), "工作秘密");
});

test("a file name that is a mark is refused before reading; one that names the subject is not", () => {
  const refused: [string, string][] = [
    ["机密★关于甲项目的请示.docx", "机密"],
    ["【秘密】结对名单.xlsx", "秘密"],
    ["(绝密)会议材料.pdf", "绝密"],
    ["〔机密级〕材料.txt", "机密"],
    ["秘密 ☆ 通知.doc", "秘密"],
  ];
  for (const [name, level] of refused) {
    assert.throws(
      () => refuseSecretName(name),
      (error) => error instanceof LedgerError && error.params.level === level,
      name,
    );
  }
  for (const name of [
    "商业秘密保护办法.docx",
    "保守国家秘密宣传月.txt",
    "机密级计算机管理规定解读.pdf",
    "秘密花园民宿项目.txt",
  ]) {
    refuseSecretName(name);
  }
});
