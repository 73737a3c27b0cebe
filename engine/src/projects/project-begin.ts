import { matchesOf } from "../patterns/pattern.js";
import { isHan } from "../patterns/plain-character.js";
import { BEFORE_NAME } from "./name-leads.js";

/** Where the name of a work begins: behind a stop, a verb or a preposition, or where a quotation mark opens. */

/** A unit left over from a number in front: 2024年共建…, 6月底前…. */
const LEFT_UNIT =
  /^万?(?:千瓦|兆瓦|平方米|平米|公里|[吨亩级]|号(?:车间|厂房|[楼棚线])?)|^[镇乡村](?=[一-龥]{2})|^[年月日个座家万亿元](?:底|初|末)?(?:前|内|起)?/;
/** The unit of a size that a work is named by, and what it is a size of. */
const SIZED = /^[万亿]?(?:羽|[头只亩吨株尾]|千瓦|兆瓦|立方米?)(?=[一-龥]{2})/;
/**
 * What somebody at a place does, told right behind the place: 到威宁(建)分拣中心, 沙湾古镇(设)威宁馆, 某医院(建设)卒中中心. Not 建设
 * as a noun (建设项目), nor words that only begin alike (建材, 设施, 发展中心).
 */
const DOES =
  /(?:再建(?:[一二两几\d]+[座个家处条栋])?|开建|新建|建设(?!项目|工程|路|局|银行)|建立|建(?![立材筑工档安平水德湖国华宁昌]|设)|设立|设(?![施备计立])|看了?(?![护管守])|修(?![复缮建理])|出(?=厂房)|发展(?!中心|项目|局|改革)|打造|谋划|改造(?!项目|工程)|长住|常驻|派驻|入驻)/g;

const HOUSE = /(?:幼儿园|[中小]学|学校|医院|卫生院)$/;

/** Where the name begins: after the nearest stop, or after the last verb or preposition before the head. */
export function beginOf(
  text: string,
  at: number,
  placed: (start: number, end: number) => boolean,
  floor: number,
  works: boolean,
): number {
  let left = at;
  let limit = Math.max(floor, at - 36);
  while (left > limit) {
    if (isHan(text.charCodeAt(left - 1))) {
      left--;
      continue;
    }
    const char = text.charAt(left - 1);
    if (char === "”" || char === "）" || char === ")") {
      const open = text.lastIndexOf(char === "”" ? "“" : char === "）" ? "（" : "(", left - 2);
      const inside = text.slice(open + 1, left - 1);
      // （东阳—南江）健康食品产业园, 光明（光伏）小镇; not （左二）参观的….
      const partners =
        char === "”" ||
        /[·—]/.test(inside) ||
        /^[一二三四五]期$/.test(inside) ||
        // 中药材（柑橘）加工产业园: right before the noun.
        (/^\p{Script=Han}{2,8}$/u.test(inside) &&
          (at - left <= 2 || placed(open + 1, left - 1) || (open > limit && placed(open - 1, open))));
      if (open < limit || inside.length > (char === "”" ? 20 : 14) || /[。，,！!？?；;]/.test(inside) || !partners)
        break;
      left = open;
      continue;
    }
    // 徐汇中学——屏边县第一中学: a long dash parts two names.
    if (char === "—" && text.charAt(left - 2) === "—") break;
    if (/[，,。、；;：:！？!?（）()《》“”‘’【】[\]\s|／/▲◆\d%.+]/.test(char)) {
      if (/\d/.test(char) && /年产\d+$/.test(text.slice(Math.max(0, left - 8), left))) {
        left = text.lastIndexOf("年产", left);
        limit = left;
        break;
      }
      // 某县2012年对口帮扶新农村建设项目: a year between the place and the work is part of its name.
      const year = works && /^年度?[一-龥]/.test(text.slice(left, at)) ? /(?<=[县区市州旗镇乡村])20\d\d$/ : null;
      if (year?.test(text.slice(Math.max(limit, left - 5), left)) === true) {
        left -= 4;
        continue;
      }
      // 某镇某村30万羽蛋鸡项目, 某旗20万千瓦光伏项目: a size between the place and the work is part of its name.
      const size =
        works && SIZED.test(text.slice(left, at)) ? /[\d.]+$/.exec(text.slice(Math.max(limit, left - 8), left)) : null;
      const before = left - (size?.[0].length ?? 0);
      if (size !== null && /[省市县区州旗镇乡村]/.test(text.charAt(before - 1))) {
        left = before;
        continue;
      }
      break;
    }
    left--;
  }
  let begin = left;
  if (!isHan(text.charCodeAt(left - 1)) && /[\d]/.test(text.charAt(left - 1)))
    begin += LEFT_UNIT.exec(text.slice(left, at))?.[0].length ?? 0;
  for (const word of matchesOf(BEFORE_NAME, text.slice(left, at))) {
    const from = left + word.index;
    if (from < begin) continue;
    const end = from + word[0].length;
    if (end > at || placed(from, end) || insideQuotes(text, left, from)) continue;
    // 某村蛋鸡养殖及智慧农场建设项目: two works that are one project, where only the first has its place.
    // 集和兴产业园: one character and 和 are no list.
    const lone = from - begin === 1 || (placed(from - 2, from - 1) && !placed(from - 1, from));
    if (
      /^[和与及]$/.test(word[0]) &&
      lone &&
      /[^省市县区州旗镇乡村局城里内外要能可会来去都还再先常就也只]/.test(text.charAt(from - 1))
    )
      continue;
    if (works && /^[及和]$/.test(word[0]) && placed(begin, from) && !placed(end, at) && from - begin >= 6) {
      // 某县幼儿园和广场项目: a whole name before 和 is one of its own.
      if (!HOUSE.test(text.slice(begin, from))) continue;
    }
    begin = end;
  }
  if (!works && /^(?:建设|共建)[一-龥]{2}/.test(text.slice(begin, at))) begin += 2;
  for (const deed of matchesOf(DOES, text.slice(begin, at))) {
    const from = begin + deed.index;
    const end = from + deed[0].length;
    // 新农村建设项目: nothing is left that would be built.
    if (works && end >= at) continue;
    const doer =
      placed(from - 1, from) ||
      /(?:[医学法]院|中学|小学|学校|[省市县区州旗镇乡村]|公司|产业园|加工园|工业园)$/.test(text.slice(begin, from));
    if (doer && !placed(from, end) && !insideQuotes(text, left, from)) return end;
  }
  return begin;
}

/** Where a name begins that stands in quotation marks from end to end: no verb in it parts it. */
export function quotedFrom(text: string, at: number, end: number): number | null {
  if (text.charAt(end) !== "”") return null;
  const open = text.lastIndexOf("“", at);
  return open < 0 ||
    at - open > 24 ||
    /[^一-龥·—]/.test(text.slice(open + 1, at)) ||
    /^”(?:的|[^，,。；;、]{0,4}模式)/.test(text.slice(end, end + 8))
    ? null
    : open + 1;
}

/** Where a project begins that an agreement is called after: 《某某材料项目合作协议》. */
export function agreedFrom(text: string, at: number, end: number): number | null {
  if (!/^(?:投资|合作|框架|建设|共建|战略|入驻)*(?:协议书?|合同|意向书|备忘录)》/.test(text.slice(end, end + 16)))
    return null;
  const open = text.lastIndexOf("《", at);
  return open < 0 || at - open > 36 || at - open < 5 || /[》，,。]/.test(text.slice(open, at)) ? null : open + 1;
}

function insideQuotes(text: string, from: number, at: number): boolean {
  const before = text.slice(from, at);
  return before.lastIndexOf("“") > before.lastIndexOf("”") || /[（(][^）)]*$/.test(before);
}
