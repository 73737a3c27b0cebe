import assert from "node:assert/strict";
import { test } from "node:test";
import { markedArticle } from "../document/marked-article.js";
import { plan } from "./plan.js";

const cases: readonly [what: string, text: string, expected: readonly string[]][] = [
  [
    "three tiers in one list",
    "两地谋划长期发展规划、年度任务计划、分项实施方案，抓好落实。",
    ["规划 长期发展规划", "计划 年度任务计划", "方案 分项实施方案"],
  ],
  ["a titled paper", "会上印发《山海区三年协作行动方案》。", ["方案 山海区三年协作行动方案"]],
  [
    "its years in brackets",
    "按照《望潮区三年行动计划（2021—2023年）》执行。",
    ["计划 望潮区三年行动计划（2021—2023年）"],
  ],
  ["the year's points of work", "会议审议《望潮区2024年协作工作要点》，列出要点。", ["null 望潮区2024年协作工作要点"]],
  ["after 制定", "镇里制定产业帮扶规划，定期调度。", ["规划 产业帮扶规划"]],
  ["计划 as a verb", "今年计划安排资金300万元，两县计划新建冷库。", []],
  ["a share of the plan", "累计完成投资占计划的59%，已列入今年计划。", []],
  ["told as such", "按照计划，双方继续推进。", []],
];
for (const [what, text, expected] of cases)
  test(`plan: ${what}`, () => {
    const made = plan.apply(markedArticle(text), []);
    assert.deepEqual(
      made.map((draft) => (draft.kind === "plan" ? `${draft.tier} ${draft.name}` : draft.kind)),
      expected,
    );
    for (const draft of made)
      for (const span of draft.evidence)
        assert.match(text.slice(span.start, span.end), /(?:规划|计划|方案|工作要点)(?:（[^（）]+）)?$/);
  });
