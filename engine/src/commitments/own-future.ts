import type { AnnotatedArticle } from "../annotation.js";
import type { Sides } from "../parties/sides.js";
import { repairedSpan } from "../span.js";
import { OFFICE } from "./commitment-side.js";
import type { PromiseTrigger } from "./promise-grammar.js";
import type { Utterance } from "./speech.js";

/** 两地将, 我区将, “甲乙”两地人社部门将; 下一步 and the like before it. */
const OURS =
  /^(?:[^，,。]{0,8}[年月日])?(?:下一步|接下来|今后|未来|后续)?(?:“[^“”]{1,6}”)?(?:(?:两地|双方|两市县?|两[县区州旗省镇院校])(?:[^，,。；;的]{0,5}(?:局|部门|政协|人大|[妇残侨商]联|单位|医院|学校|商会))?|我[省市县区旗州局委办校院厅]|(?:前方|援[疆藏青][^，,。；;的]{0,4})?(?:指挥部|工作[队组]|联络组))还?$/;

/** In the paper's own words only a party is believed to promise: 长宁区党政代表团将…, 我区将…, 两地还将…. */
export function ownFuture(
  article: AnnotatedArticle,
  sides: Sides,
  utterance: Utterance,
  text: string,
  trigger: PromiseTrigger,
): boolean {
  if (trigger.strength !== "strong" || utterance.unit.quoted || disposes(text, trigger.at)) return false;
  const clause =
    text
      .slice(0, trigger.at)
      .split(/[，,；;]/)
      .at(-1)
      // 二、我市将…: the number of an item.
      ?.replace(/^[\s　]*[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．][\s　]*/, "") ?? "";
  if (OURS.test(clause)) return true;
  const from = utterance.unit.span.start + trigger.at - clause.length;
  const region = sides.regionsIn(repairedSpan(from, from + clause.length)).at(-1);
  // 某市文旅推介会将在乙县举办: an event ahead is nobody's promise.
  if (
    /(?:会|会议|班|活动|仪式|大集|节)(?:还)?$/.test(clause) &&
    /(?:推介|招聘|展销|联席|座谈|对接|培训|洽谈|活动|仪式|大集|节)/.test(clause)
  )
    return false;
  return (
    (region !== undefined && OFFICE.test(article.text.slice(region.span.end, from + clause.length))) ||
    (region !== undefined &&
      /^(?:[区县市州]?(?:政府)?|还|也|继续|\d+月\d+日前?|前方|工作[队组]|办)*$/.test(
        article.text.slice(region.span.end, from + clause.length),
      ))
  );
}

/** 2019年，某区将6个贫困村纳入帮扶范围: what was done with something, told with its year. */
function disposes(text: string, at: number): boolean {
  return (
    /^将[^，,。；;]{2,30}(?:纳入|列入|列为|作为|划为|转为|改为|调整为|用于|打造成|扩大到)/.test(
      text.slice(at, at + 40),
    ) && /(?:19|20)\d\d年[^。]{0,20}$|去年[^。]{0,20}$|已[经]?[^，,。]{0,4}$|先后$/.test(text.slice(0, at))
  );
}
