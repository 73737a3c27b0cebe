import assert from "node:assert/strict";
import { test } from "node:test";
import { markedArticle } from "../document/marked-article.js";
import { eventUnheld } from "./event-unheld.js";

const E = "{east 广东省佛山市顺德区|顺德区}";
const W = "{west 贵州省黔东南州榕江县|榕江县}";

function brief(marked: string): readonly string[] {
  return eventUnheld
    .apply(markedArticle(marked, "2023-05-12"), [])
    .flatMap((draft) =>
      draft.kind === "event"
        ? [
            `${draft.status} ${draft.type} ${draft.start} ${[...draft.visitor, ...draft.host].map((path) => path.slice(-3)).join("→")}`,
          ]
        : [],
    );
}

const cases: readonly [what: string, marked: string, expected: readonly string[]][] = [
  [
    "what is announced is planned",
    `{date 2023-06|6月}，${E}与${W}将举办农特产品展销会。`,
    ["planned fair 2023-06 顺德区→榕江县"],
  ],
  [
    "a return visit goes the other way",
    `计划{date 2023-09|9月}由区领导率队赴${E}考察，${W}负责对接。`,
    ["planned visit 2023-09 榕江县→顺德区"],
  ],
  [
    "what minutes decide is planned",
    `# 联席会议纪要\n二、会议商定以下事项\n（一）{date 2023-11|11月}在${W}召开联席会议，${E}参加。`,
    ["planned meeting 2023-11 顺德区→榕江县"],
  ],
  [
    "what lies years back is background",
    `{date 2021-04|2021年4月}，${E}与${W}签订《结对协议》。`,
    ["background signing 2021-04 顺德区→榕江县"],
  ],
  [
    "works with the month of their opening",
    `${E}援建的{project 某某加工厂}预计{date 2023-12|12月}在${W}投产。`,
    ["planned unveiling 2023-12 顺德区→榕江县"],
  ],
  // Near misses.
  ["what was held", `{date 2023-05-09|5月9日}，${E}与${W}召开联席会议。`, []],
  ["sums of a year", `{date 2022|2022年}，${E}与${W}共签订协议12份，累计召开联席会议2次。`, []],
  ["a plan without a date", `下一步，${E}与${W}将召开联席会议。`, []],
  ["nobody's plan", "{date 2023-06|6月}，将召开联席会议。", []],
  ["somebody's promise is no event", `{person 钱慕禾}说，{date 2023-06|6月}${E}将在${W}举办招聘会。`, []],
];

for (const [what, marked, expected] of cases)
  test(`events to come and gone: ${what}`, () => assert.deepEqual(brief(marked), expected));
