import assert from "node:assert/strict";
import { test } from "node:test";
import { Command, CommanderError } from "commander";
import { mistyped } from "./mistyped.js";

function said(...typed: string[]): string | null {
  const program = new Command("shanhai").exitOverride().configureOutput({ outputError: () => {}, writeOut: () => {} });
  program
    .command("erase")
    .argument("<document>")
    .requiredOption("--reason <text>")
    .action(() => {});
  try {
    program.parse(typed, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return mistyped(error);
    throw error;
  }
  return "ran";
}

const cases: readonly [typed: readonly string[], zh: RegExp, en: RegExp][] = [
  [["earse"], /没有“earse”这个命令/, /no command “earse”/],
  [["erase", "3", "--reason", "误传", "--why"], /没有“--why”这个选项/, /no option “--why”/],
  [["erase", "--reason"], /--reason <text> 后面缺少内容/, /wants a value/],
  [["erase", "3"], /必须给出 --reason <text>/, /must be given/],
  [["erase", "--reason", "误传"], /缺少 <document>/, /<document> is missing/],
  [["erase", "我的", "材料", "--reason", "误传"], /路径中有空格/, /quote a path/],
];

for (const [typed, zh, en] of cases)
  test(`shanhai ${typed.join(" ")}`, () => {
    const text = said(...typed) ?? "";
    assert.match(text, zh);
    assert.match(text, en);
    assert.match(text, /--help/);
  });

test("help is no mistake, and what is right runs", () => {
  assert.equal(said("erase", "--help"), null);
  assert.equal(said("erase", "3", "--reason", "误传"), "ran");
});
