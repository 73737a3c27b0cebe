import { genreOf } from "../document/genre.js";
import { paragraphAt, sentenceAt } from "../document/paragraph-at.js";
import type { DraftOf, Rule } from "../draft.js";
import { type RepairedSpan, repairedSpan } from "../span.js";

type TargetDraft = DraftOf<"target">;

/** Words that make a number something to be reached, not something reached. */
const due =
  /捐赠|支持|前[^，,；;]{0,6}拨付|设立|派驻|互派|带动|落实|预留|发放|提供|举办|组织|建立|接收|输送|投入|培育|打造|不少于|不低于|不超过|力争|确保|目标|达到|以上|突破|完成|安排|引进|选派|培训|帮助|采购|建设|新增|开展/;
const done = /已|累计|截至|完成了|同比|上年|去年|较上/;

/**
 * Items of an agreement or a plan with their number (协议指标): 财政援助资金不少于3000万元. Only in papers that set targets; the
 * year is the sentence's, else the title's (2024年度协议), else unknown; the owner is the region or unit that opens the item.
 */
export const target: Rule = {
  id: "target",
  version: 1,
  purpose: "A figure of an agreement or plan that is to be reached is a target with its year and owner.",
  apply(article, soFar) {
    const genre = genreOf(article);
    if (genre !== "agreement" && genre !== "plan") return [];
    const titled = /((?:19|20)[0-9]{2})年/.exec(article.title ?? "")?.[1] ?? null;
    const drafts: TargetDraft[] = [];
    let last = titled ?? yearOfPreamble(article.text);
    for (const figure of soFar) {
      if (figure.kind !== "figure") continue;
      const span = figure.evidence[0];
      const paragraph = span === undefined ? null : paragraphAt(article, span.start);
      if (span === undefined || paragraph === null) continue;
      const sentence = sentenceAt(paragraph, span.start);
      const before = article.text.slice(sentence.start, span.start);
      const clause = before.slice(before.search(/[^，,；;]*$/)) + article.text.slice(span.start, span.end);
      // 甲方提供省级资金3100万元，县级资金500万元；: in an agreement the clauses behind go on with what the first sets.
      const goesOn =
        genre === "agreement" && !/每|面积|标准/.test(clause) && due.test(before.slice(before.search(/[^；;]*$/)));
      // A row of a task table is a target by where it stands.
      if (genre === "agreement" && figure.key.startsWith("table-figure:")) {
        const indicator = figure.of.replace(/(?:目标|任务|指标|计划|年度)(?:值|数|任务|目标)$/, "");
        drafts.push(ofFigure(figure, span, titled ?? last, indicator, null));
        continue;
      }
      if (!(due.test(clause) || goesOn) || done.test(clause) || (goesOn && done.test(before))) continue;
      const years = article
        .within("date", repairedSpan(sentence.start, span.end))
        .filter((d) => d.value.start !== null && /^\d{4}/.test(d.value.start));
      const stated = years.at(-1)?.value.start?.slice(0, 4) ?? titled;
      // 2024年，甲方帮助…，其中：1.…；2.…: the items have the year of the sentence in front.
      const year = stated ?? last;
      last = year;
      const owner = article.within("region", repairedSpan(sentence.start, span.start))[0];
      const made = ofFigure(figure, span, year, figure.of.replace(/^\d{1,2}[.．、]/, ""), owner?.value.path ?? null);
      drafts.push(years.length === 0 ? made : { ...made, inferred: [] });
    }
    return drafts;
  },
};

/** 为落实2024年度任务，…: the year that an agreement is for, in what stands before its first item. */
function yearOfPreamble(text: string): string | null {
  const items = text.search(/\n[\s　]*(?:第一条|一、|[（(]一[）)]|1[.．、])/);
  return /((?:19|20)\d{2})年度/.exec(text.slice(0, items < 0 ? 300 : items))?.[1] ?? null;
}

function ofFigure(
  { key, value, unit, base }: DraftOf<"figure">,
  span: RepairedSpan,
  year: string | null,
  indicator: string,
  owner: string | null,
): TargetDraft {
  return {
    key: `target:${key}`,
    kind: "target",
    confidence: 0.85,
    inferred: year === null ? [] : ["year"],
    evidence: [span],
    ...{ indicator, value, unit, base, year, owner },
  };
}
