import assert from "node:assert/strict";
import { test } from "node:test";
import { countCharacters, piecesOfSaved, plainText } from "./one-page-text.js";

const rows = { record: "project" };

test("saved words keep the links of what was not reworded", () => {
  const pieces = [{ text: "截至11月30日，" }, { text: "项目6个", rows }, { text: "；" }, { text: "逾期", late: true }];
  assert.deepEqual(piecesOfSaved("到11月底项目6个，逾期1项", pieces), [
    { text: "到11月底" },
    { text: "项目6个", rows },
    { text: "，" },
    { text: "逾期", late: true },
    { text: "1项" },
  ]);
  assert.deepEqual(piecesOfSaved("逾期：项目6个", pieces), [
    { text: "逾期", late: true },
    { text: "：" },
    { text: "项目6个", rows },
  ]);
  assert.deepEqual(piecesOfSaved("项目7个", pieces), [{ text: "项目7个" }]);
  assert.deepEqual(piecesOfSaved("", pieces), []);
});

test("the page as text, counted without spaces", () => {
  const page = {
    party: "",
    title: "题",
    day: "2023-11-30",
    kept: null,
    sections: [{ heading: "一、总体", lines: [[{ text: "项目" }, { text: "6个", rows }], [{ text: "无。" }]] }],
  };
  assert.equal(plainText(page), "一、总体\n项目6个\n无。");
  assert.equal(countCharacters("一、 总体\n𠮷林"), 6);
});

test("a number of the board keeps what it opens", () => {
  const figure = { party: "p", year: 2023, month: 11, line: "west", code: "E1" } as const;
  const piece = { text: "帮助农村劳动力就业113人", figure };
  assert.deepEqual(piecesOfSaved("截至11月底，帮助农村劳动力就业113人。", [piece])[1], piece);
});
