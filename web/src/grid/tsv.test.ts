import assert from "node:assert/strict";
import { test } from "node:test";
import { readCells, writeCells, writeHtml } from "./tsv.js";

/** What WPS and Excel put on the clipboard → cells. */
const pasted: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  ["", []],
  ["甲", [["甲"]]],
  [
    "甲\t乙\r\n丙\t丁\r\n",
    [
      ["甲", "乙"],
      ["丙", "丁"],
    ],
  ],
  [
    "甲\t\n\t乙",
    [
      ["甲", ""],
      ["", "乙"],
    ],
  ],
  ['"两行\n一格"\t乙', [["两行\n一格", "乙"]]],
  ['"说""好""了"\t3', [['说"好"了', "3"]]],
  ['5"管\t2', [['5"管', "2"]]],
  ['"没有收尾\t乙', [['"没有收尾', "乙"]]],
  ["\r\n甲", [[""], ["甲"]]],
];

test("cells of the clipboard", () => {
  for (const [text, cells] of pasted) assert.deepEqual(readCells(text), cells, JSON.stringify(text));
});

test("what is copied is read back, whatever stands in a cell", () => {
  const cells = [
    ["甲", 'a"b', '"全引"'],
    ["两行\n一格", "制表\t符", ""],
  ];
  assert.deepEqual(readCells(writeCells(cells)), cells);
});

test("codes stay text and numbers stay numbers in a spreadsheet", () => {
  const html = writeHtml([
    [
      { text: "980101198503150015", number: false },
      { text: "1,200", number: true },
    ],
  ]);
  assert.equal(
    html,
    `<table><tr><td style="mso-number-format:'\\@'">980101198503150015</td><td>1,200</td></tr></table>`,
  );
  assert.match(writeHtml([[{ text: "<b>&\n", number: true }]]), /&lt;b>&amp;<br>/);
});
