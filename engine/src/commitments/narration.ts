import type { AnnotatedArticle } from "../annotation.js";
import type { SentenceUnit } from "../document/sentence-units.js";

/* Where the paper takes the word back from somebody who speaks, and where a speech goes on. */

/** Openers by which the paper takes the word back: 会上, 随后, 据了解, 截至11月底. */
export const NARRATION =
  /^(?:(?:日前|近日|不久前)[，,]|会上|会前|会后|(?:会议|活动|推介会|签约|招聘会)?现场(?:还)?(?:[共集签举达进]|[，,])|会议(?:听取|审议|通报|由)|期间|其间|随后|之后|那天|据|按照(?:计划|约定|协议|方案)|根据(?:协议|约定|计划|安排)|仪式|当天|当日|座谈会(?:上|前|后)|研讨会上|开幕式|开班式|签约|活动|数据显示|记者|临别|在[^，,。]{2,20}期间|(?:上午|下午|当晚|傍晚))/;
/** 工程于4月18日开工，…: the paper tells what became of a promise. */
export const DATED_DEED = /^[^，,。；;：:“”我]{1,10}(?:已?于|在)(?:\d{4}年)?\d{1,2}月\d{1,2}日/;
/** Openers that take the word back only where they begin a paragraph; a speaker counts results with them too. */
export const NARRATION_OPENING =
  /^(?:今年以来|去年|截至|截止|目前|近年来|多年来|[一二三四五六七八九十两\d]+年来|自?\d{4}年)/;
/** Beginnings by which a speech goes on in a new paragraph. */
export const CONTINUATION = /^(?:[“‘「]|他|她|我|希望|恳请|要|同时|下一步|接下来|今后|一是|二是|三是|第一|第二)/;
/** 他说：“…。”企业家们也没空手走: where the words stood in quotation marks, what stands outside them is the paper's. */
export function closed(units: readonly SentenceUnit[], index: number): boolean {
  const [before, unit] = [units[index - 1], units[index]];
  if (before === undefined || unit === undefined || unit.quoted) return false;
  if (CONTINUATION.test(unit.text)) return false;
  if (/[。！!？?…][”」]$/.test(before.text)) return true;
  // “……。”某校学生某某说。日前，…: behind the speaker's tag too.
  return !before.quoted && TAG.test(before.text) && /[。！!？?…][”」]$/.test(units[index - 2]?.text ?? "");
}

/** What stands behind a quote and only says whose it was. */
const TAG = /^[^，,；;：:“”]{2,50}(?:说道?|表示|介绍道?|告诉记者|感慨道?|感叹道?|坦言|讲述|回忆道?|说起)[。！!]$/;

/** Deeds that the paper tells, whoever spoke before: 宝安区向都安县捐赠…, 双方签订帮扶协议; 双方签订协议12份 counts in a speech. */
const DEEDS =
  /^(?:在[^，,。]{2,20}[，,])?(?:代表团|考察[团组]|调研组|慰问[团组]|[一-龥]{2,4}一行)(?:一行)?(?:还|又|先后|随后|实地)*(?:出席|参加|参观|考察|来到|走访|前往|察看|查看|看望|深入)|^[^，,。]{0,24}(?:[，,]?向[^，,。]{2,16}(?:捐赠|赠送|捐款)|签订了|接受了|[与和](?=[^，,。；;：:“我将要拟请]{2,60}(?:签订|签署|续签)(?![^。]{0,30}\d+[份个项]))|参加(?:活动|座谈|会议)|宣读|授旗)|^(?:会上[，,])?(?:双方|两[地县区市州旗镇校院家])[^，,。；;：:将要\d]{0,10}(?:签订|签署|签约|续签|互赠)(?![^。]{0,30}\d+[份个项])/;

/** Deeds told by the paper in the middle of a speech's paragraph: 宝安区向都安县捐赠…, 双方签订…. */
export function narrates(article: AnnotatedArticle, unit: SentenceUnit, text: string): boolean {
  if (unit.quoted) return false;
  if (DEEDS.test(text)) return true;
  const person = article.within("person", unit.span).find((mention) => !mention.value.surnameOnly);
  if (person === undefined) return false;
  const before = text.slice(0, person.span.start - unit.span.start);
  const after = text.slice(before.length + person.value.name.length);
  return before.length < 40 && !/[，,“]|希望|恳请|将|要|请|让/.test(before) && !/^(?:总书记|同志为核心)/.test(after);
}
