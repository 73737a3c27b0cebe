import type { AnnotatedArticle } from "../annotation.js";
import type { DraftOf } from "../draft.js";

/** Posted staff as a group: 新一批挂职干部, 此次挂职的20名干部, 援宁专技人才, 支教队员们. */
const TEAM =
  /(?:挂职|援派|派驻|支教|支医|帮扶|援[疆藏宁青滇川黔渝桂陇陕甘]|赴[一-龥]{1,4})的?[^，,。；;：:]{0,10}?(?:干部|人才|教师|老师|医生|专家|队员|人员|医疗队|支教队|团队)们?/;
const WHOLE = new RegExp(`^[^，,。；;：:]{0,16}?${TEAM.source}(?:代表)?$`);
const LEADS = new RegExp(`(?:^|[，,])[^，,。；;：:]{0,12}?${TEAM.source}`);
const reach = 400; // how far back whom 大家 means is looked for
/** Who was told of before goes on. */
const GOES_ON = /^(?:他们|她们|大家|队员们|大伙儿?)/;

/**
 * Posted staff who speak as a group (新一批挂职干部表示，将…; 大家表示，将… behind a sentence about them) speak for the side that
 * sent them.
 */
export function speaksForSender(article: AnnotatedArticle, item: DraftOf<"commitment">): boolean {
  if (item.act !== "pledge" || item.side === "both") return false;
  if (item.speaker !== null) return WHOLE.test(item.speaker);
  const at = item.evidence[0]?.start ?? 0;
  if (!/^(?:他们|她们|大家|队员们|大伙儿?)[^，,。]{0,6}(?:表示|说|承诺)/.test(item.text)) return false;
  const before = article.text
    .slice(Math.max(0, at - reach), at)
    .split(/[。！!？?\n]/)
    .map((text) => text.trim());
  return LEADS.test(before.findLast((text) => text !== "" && !GOES_ON.test(text)) ?? "");
}
