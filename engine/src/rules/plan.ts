import { unitsOf } from "../document/sentence-units.js";
import type { DraftOf, Rule } from "../draft.js";
import { repairedSpan } from "../span.js";

type Plan = DraftOf<"plan">;

/** A plan's name: words that end in 规划, 计划 or 方案, or such a title in 《》; 工作要点, the year's plan of an office, in 《》 only. */
const NAMED =
  /《([^《》]{2,50}(规划|计划|方案|工作要点)(?:[（(][^（()）]{1,16}[）)])?)》|([^，,。；;：:、“”《》（）()\s]{2,24}?(?:(规划|计划|方案)(?=[、，,。；;”》]|$)))/g;
/** Verbs after which a plan is named; what stands before them is not its name. */
const MADE =
  /^.*?(?:制定|制订|编制|谋划|印发|出台|实施|落实|执行|完善|下达|拟定|启动|通过|审议|按照|根据)(?:了|好)?(?=.{2,22}(?:规划|计划|方案)$)/;
/** 计划 as a verb or 列入计划 as a state: no plan is named. */
const NO_PLAN = /^(?:原|按|本|该|有|列入|纳入|今年|明年|全年|占|每[年月]|的|其|这个?|上述|年度)$|列入|纳入|占$/;

/** Plans named as papers or as tiers of one (规划、计划、方案): 总体规划、年度计划、落实方案 are three plans. */
export const plan: Rule = {
  id: "plan",
  version: 1,
  purpose: "A name that ends in 规划/计划/方案 after 制定/谋划/印发/实施 …, or in 《》, is a plan.",
  apply(article) {
    const found = new Map<string, Plan>();
    for (const unit of unitsOf(article)) {
      const text = article.text.slice(unit.span.start, unit.span.end);
      if (!/规划|计划|方案|工作要点/.test(text)) continue;
      let made = -1;
      for (const match of text.matchAll(NAMED)) {
        const titled = match[1] !== undefined;
        const printed = match[1] ?? match[3] ?? "";
        const verb = titled ? null : MADE.exec(printed);
        const name = verb === null ? printed : printed.slice(verb[0].length);
        if (verb !== null || titled) made = match.index + match[0].length;
        // A further member of the list: 、年度工作计划, 、具体落实方案.
        const listed = made >= 0 && text.charAt(match.index - 1) === "、" && match.index - 1 <= made;
        if (listed) made = match.index + match[0].length;
        if (
          !(titled || verb !== null || listed) ||
          name.length < 4 ||
          name.startsWith("的") ||
          NO_PLAN.test(name.slice(0, -2))
        )
          continue;
        const end = unit.span.start + match.index + match[0].length - (titled ? 1 : 0);
        const span = repairedSpan(end - name.length, end);
        const known = found.get(name);
        if (known === undefined) found.set(name, draft(name, match[2] ?? match[4] ?? "", span));
        else found.set(name, { ...known, evidence: [...known.evidence, span] });
      }
    }
    return [...found.values()];
  },
};

function draft(name: string, tier: string, span: Plan["evidence"][number]): Plan {
  const known = tier === "规划" || tier === "计划" || tier === "方案" ? tier : null;
  return {
    kind: "plan",
    key: `plan:${span.start}`,
    name,
    tier: known,
    confidence: 0.8,
    inferred: [],
    evidence: [span],
  };
}
