import type { AnnotatedArticle } from "../annotation.js";
import { Pattern, type Stretch } from "../patterns/pattern.js";
import type { RepairedSpan } from "../span.js";

/** A unit's name as decisions print it: 区商务局, 前方工作队, 甲县茶业服务中心. */
const UNIT = "[^，,。；;：:（）()、和由请]{2,18}";
const UNITS = `${UNIT}(?:[、和与及]${UNIT}){0,5}`;
/** By which words decisions and notices name who does it; group 1 is one unit or a list of them. */
const TOLD: readonly Pattern[] = [
  new Pattern(new RegExp(`^(${UNITS})等?(?:有关|相关)?部门要`, "g")),
  new Pattern(new RegExp(`由(${UNITS})(?:共同|具体|分别)?(?:牵头|负责|承办|组织实施|落实|提交|协调|会同|抓好)`, "g")),
  new Pattern(new RegExp(`责任(?:单位|部门)[：:]\\s*(${UNITS})`, "g")),
  new Pattern(
    new RegExp(`(?:^|[，,；;：:（(、])(${UNIT}(?:局|委|办|部|中心|镇|街道|工作[组队]|政府|公司))(?:牵头|负责)`, "g"),
  ),
  new Pattern(new RegExp(`(?:[、，,])(${UNIT}(?:局|委|办|部|中心|镇|街道|工作[组队]|政府|公司))(?:配合|协助)`, "g")),
];

/** Units told to do it (责任单位): 甲、乙等有关部门要…, 由甲牵头、乙配合, （责任单位：甲）; each once, in the order printed. */
export function ownersIn(statement: Stretch): readonly string[] {
  const named = TOLD.flatMap((pattern) => pattern.matches(statement).flatMap((match) => unitNames(match[1] ?? "")));
  // 由乙县于2月底前提交, 区卫健局等有关部门: the time limit and 等 are no part of the name.
  const bare = named.map((name) => name.replace(/于?[\d一二三四五六七八九十年月日底]*前$|等?(?:有关|相关)?$/, ""));
  return [...new Set(bare.filter((name) => name.length > 1 && !/将|成立|共同/.test(name)))];
}

/** 甲局、乙局和丙镇 → three; 人力资源和社会保障局 is one: 和 parts only what is a unit already. */
export function unitNames(printed: string): readonly string[] {
  return printed.split(/[、，,]|(?<=[局委办部心镇道府司社会院校县区市州队组])[和与及]/);
}

/** Words after a day that make it a time limit: 于2月底完成, 力争9月建成. */
const LIMIT_BEFORE = /(?:力争|确保|争取|于|在|计划|到)$/;
const DONE_BY = /^[^，,。；;]{0,14}(?:完成|建成|投产|投用|到位|启动|印发|签订|开工|竣工|提交|报送|拨付)/;

/** The day or month by which it is to be done: a date before 前, or between 力争/确保/于 and 完成/建成/提交. */
export function dueIn(article: AnnotatedArticle, span: RepairedSpan, text: string): string | null {
  for (const date of article.within("date", span)) {
    const after = text.slice(date.span.end - span.start, date.span.end - span.start + 30);
    const before = text.slice(Math.max(0, date.span.start - span.start - 4), date.span.start - span.start);
    const printed = article.text.slice(date.span.start, date.span.end);
    const limit = /^(?:前|之前|以前|底前)/.test(after) || /前$/.test(printed);
    if (limit || (LIMIT_BEFORE.test(before) && DONE_BY.test(after))) return date.value.end ?? date.value.start;
  }
  return null;
}
