import assert from "node:assert/strict";
import { test } from "node:test";
import { markedArticle } from "../document/marked-article.js";
import { dueIn, ownersIn } from "./decision-terms.js";

const owners: readonly [text: string, expected: readonly string[]][] = [
  ["区委某部、区教育局、区卫健局等有关部门要加强关心。", ["区委某部", "区教育局", "区卫健局"]],
  ["（三）9月举办推介会，由甲区商务局牵头，乙县茶业服务中心配合。", ["甲区商务局", "乙县茶业服务中心"]],
  ["由乙县于2月底前提交清单，由甲区财政局和乙县财政局负责审核。", ["乙县", "甲区财政局", "乙县财政局"]],
  ["建立月调度制度（责任单位：乙县乡村振兴局、前方工作组）。", ["乙县乡村振兴局", "前方工作组"]],
  ["资金由双方共同承担。", []],
  ["会议由某某主持。", []],
];
for (const [text, expected] of owners)
  test(`owners: ${text.slice(0, 20)}`, () =>
    assert.deepEqual(ownersIn({ document: text, start: 0, text: text }), expected));

const due: readonly [marked: string, expected: string | null][] = [
  ["由乙县于{date 2024-02-29|2月底}前提交清单。", "2024-02-29"],
  ["力争{date 2024-09|9月}建成投产。", "2024-09"],
  ["{date 2024-03-22|3月22日}双方签订协议，明确了分工。", null],
  ["自{date 2024|2024年}起每年安排资金。", null],
];
for (const [marked, expected] of due)
  test(`due: ${marked}`, () => {
    const article = markedArticle(marked);
    const span = article.paragraphs[0]?.span;
    assert.equal(
      span === undefined ? undefined : dueIn(article, span, article.text.slice(span.start, span.end)),
      expected,
    );
  });
