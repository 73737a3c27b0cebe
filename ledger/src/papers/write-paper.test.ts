import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "@shanhai/engine";
import { writePaper } from "./write-paper.js";

test("a paper is read back as the words that it was made of", async () => {
  const text = "一、总体情况\n截至2023年11月30日，<项目>6个 & 已支付81.32%。\n\n二、滞后事项\n1.无\u0007。";
  const bytes = await writePaper({ title: "石坎县东西部协作情况", text });
  const { raw } = extract({ name: "一页纸.docx", bytes });
  assert.deepEqual(
    raw.split("\n").filter((line) => line.trim() !== ""),
    [
      "石坎县东西部协作情况",
      "一、总体情况",
      "截至2023年11月30日，<项目>6个 & 已支付81.32%。",
      "二、滞后事项",
      "1.无。",
    ],
  );
  assert.deepEqual(await writePaper({ title: "题", text }), await writePaper({ title: "题", text }));
});
