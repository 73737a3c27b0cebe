import type { AnnotatedArticle, QuantityMention } from "../annotation.js";
import type { FigureFact } from "../fact.js";
import { repairedSpan } from "../span.js";

/** When a figure holds. */
export interface FigureTime {
  /** The printed period: 2023年, 截至11月底's 11月底, 今年以来; null where only the day of an event stands before. */
  readonly period: string | null;
  readonly accumulation: FigureFact["accumulation"];
}

/** What is done goes on over a time; what is there is counted on a day. */
const flow =
  /投入|拨付|下达|到位|实施|完成|销售|采购|培训|选派|派出|捐|引进|引导|举办|开展|实现|新增|吸纳|帮助|签约|签订|支付|支出|发放|援建/;
const there = /现有|共有|已有|拥有|在园|在岗|在校|在读|存量|余额|保有/;

/** The period printed nearest before the number in its sentence, and how far it reaches. */
export function figureTime(article: AnnotatedArticle, from: number, mention: QuantityMention): FigureTime {
  const { text } = article;
  const { start, end } = mention.span;
  const clause = text.slice(from, start);
  const dates = article.within("date", repairedSpan(from, end)).filter(({ value, span }) => {
    // 比上年增长 compares with it.
    if (value.start === null || /[比较同]$/.test(text.slice(Math.max(0, span.start - 1), span.start))) return false;
    const day = value.form === "day" || value.form === "range" || value.form === "relative";
    return (
      !day ||
      (value.start.length < 10 && !value.start.startsWith("--")) ||
      /截[至止]到?$/.test(text.slice(Math.max(0, span.start - 3), span.start))
    );
  });
  const date = dates.at(-1);
  return {
    period: date === undefined ? null : text.slice(date.span.start, date.span.end),
    accumulation: reach(clause),
  };
}

function reach(clause: string): FigureTime["accumulation"] {
  if (/累计|以来共|先后|历年|(?<!今年|年初)以来|[0-9一二三四五六七八九十]年来/.test(clause)) return "all_years";
  if (/今年以来|年初以来|[1一]至|[1一][—－-]|上半年|前[一二三四五六七八九十两0-9]{1,2}个?(?:季度|月)/.test(clause))
    return "year_to_date";
  if (there.test(clause)) return "stock";
  if (/截[至止]/.test(clause)) return flow.test(clause) ? "year_to_date" : "stock";
  return /全年|年内|今年|去年|前年|上年|年度|[0-9]{4}年[，,]?/.test(clause) ? "period" : null;
}
