import type { OrganisationMention, RegionMention } from "../annotation.js";
import type { Annotator } from "../annotator.js";
import { lexicon } from "../lexicon.js";
import { repairedSpan } from "../span.js";

interface Suffix {
  readonly word: string;
  readonly type: OrganisationMention["value"]["type"];
}

let byFirst: ReadonlyMap<number, readonly Suffix[]> | null = null;
/** 1 for the first character of a suffix. */
const firsts = new Uint8Array(0x10000);

/** Words that names of units end with, by first character, longest first. */
function suffixes(): ReadonlyMap<number, readonly Suffix[]> {
  if (byFirst === null) {
    const map = new Map<number, Suffix[]>();
    for (const row of lexicon("organisation-suffixes")) {
      const suffix: Suffix = { word: row.word, type: row.type as Suffix["type"] };
      const list = map.get(row.word.charCodeAt(0));
      if (list === undefined) map.set(row.word.charCodeAt(0), [suffix]);
      else list.push(suffix);
    }
    for (const list of map.values()) list.sort((a, b) => b.word.length - a.word.length);
    for (const first of map.keys()) firsts[first] = 1;
    byFirst = map;
  }
  return byFirst;
}

const longest = 26;
const mark = /[\s，,。；;：:！!？?、“”"‘’《》〈〉【】[\]|｜—…/+＋]/;
/** Words in front of a name that are not part of it. */
const lead =
  /^.*(?:详细了解|了解|改善|实现|新建|扩建|改建|援建|捐建|办好|惠及|覆盖|围绕|奔赴|送往|送到|发往|带着|率领|带领|走访|走进|考察|参观|调研|来到|前往|深入|联合|邀请|协调|组[织建]|引进|支持|帮助|看望|慰问|会见|捐赠|签约|签订|签署|结成|成立|创建|选派|由|在|到|赴|(?<!科学|技术|工程|管理|经济|生命|信息|材料|环境|资源|文化|动物|植物)[与和]|同|向|对(?!口|接)|对接|为|把|将|从|及|给|被|经(?![济开营贸])|于|让|了|的|是|来自|位于|代表|依托|资助|(?<=[籍营头心内外部国])企业(?!管理|发展|服务|咨询|集团|家|总部)|挂任|担任|任|毕业于|其中|以及)/u;
/** Words in front of a school or a hospital besides: names of firms may hold them (某某服务公司). */
const leadOfHouse =
  /^.*(?:结合|引领|促进|提升|提高|推动|带动|表示|加强|对口|支援|援助|派驻|[入进]驻|推进|助力|完善|影响|鼓励|要求|转变|进入|[上下]联|见证|齐聚|原有|现有|[就入]读|考[上入])/u;
/** What a unit without a name of its own is called: 各学校, 东部企业的公司, 两家医院, 受援学校. */
const nameless =
  /^(?:[我咱你他]们|县城|农民|受援|结对|支教|派出|任教|乡村|农村|山区|县域|城乡|基层|薄弱|优质|公立|民办|定点|[我贵本全各][省市县区州旗](?:乡镇|各级|所有)?|各|该|本|我|中小学?|新型|现代化|完全|大中专|高等|全|两|三|几|数|多|其他|有关|相关|当地|东部|西部|帮扶|民营|县级|乡镇|村级|对方|双方|所在|友好|龙头|爱心|一家|一所|[0-9一二三四五六七八九十]+[家所个]){0,3}$/;
/** A letter that makes the end part of a longer word: 公司的, 学校长, 中学生, 办公室主任. */
const goesOn: ReadonlyMap<string, RegExp> = new Map([
  ["学校", /^[长园]/],
  ["中学", /^(?:生|校(?!园))/],
  ["小学", /^(?:生|校(?!园))/],
  ["大学", /^[生城]/],
  ["医院", /^长/],
  ["学院", /^长/],
  ["集团", /^[化公股]/],
  ["公司", /^股/],
  ["银行", /^[卡业]/],
  ["协会", /^会/],
  ["妇联", /^合/],
]);

/**
 * Units (单位) by the words that their names end with: firms, schools, hospitals, associations, media, and offices that print
 * whose they are. The name begins at the place in front (贵州某某有限公司, 静海区教育局) or behind the last word that cannot
 * belong to it; 各学校 and 两家医院 have no name.
 */
export const organisation: Annotator = {
  id: "organisation",
  purpose: "finds names of firms, schools, hospitals, associations, media and offices by their endings",
  annotate(article, found) {
    const { text } = article;
    const table = suffixes();
    const regions = found.of("region");
    const out: OrganisationMention[] = [];
    let next = 0;
    let floor = 0;
    for (let i = 1; i < text.length; i++) {
      if (firsts[text.charCodeAt(i)] === 0) continue;
      const suffix = suffixAt(text, i, table.get(text.charCodeAt(i)) ?? []);
      if (suffix === undefined) continue;
      const end = i + suffix.word.length;
      if (goesOn.get(suffix.word)?.test(text.slice(end, end + 2)) === true) continue;
      while (next < regions.length && (regions[next]?.span.end ?? 0) <= i) next++;
      const mention = read(text, floor, i, end, suffix, near(regions, next, i));
      if (mention === null) continue;
      const last = out[out.length - 1];
      // 贵州大学 | 农学院: the longer name that begins at the same place takes the shorter one's.
      if (last !== undefined && last.span.start === mention.span.start) out.pop();
      out.push(mention);
      floor = Math.max(floor, i - longest);
      i = end - 1;
    }
    return out;
  },
};

/** The longest of some suffixes, which stand in that order, at a place. */
function suffixAt(text: string, at: number, list: readonly Suffix[]): Suffix | undefined {
  for (const suffix of list) if (text.startsWith(suffix.word, at)) return suffix;
  return undefined;
}

/** Regions that end within the longest name before `at`. */
function near(regions: readonly RegionMention[], next: number, at: number): readonly RegionMention[] {
  const list: RegionMention[] = [];
  for (let k = next - 1; k >= 0; k--) {
    const region = regions[k];
    if (region === undefined || region.span.start < at - longest) break;
    list.unshift(region);
  }
  return list;
}

function read(
  text: string,
  floor: number,
  at: number,
  end: number,
  suffix: Suffix,
  regions: readonly RegionMention[],
): OrganisationMention | null {
  let start = at;
  // Brackets are part of a firm's name: 和元生物技术（上海）股份有限公司.
  while (start > floor && at - start < longest && !mark.test(text[start - 1] ?? "")) start--;
  // 外方（新加坡某某公司）出资: a bracket that the name does not close stands before it.
  const open = text.slice(start, at).search(/[（(][^（）()]*$/);
  if (open >= 0 && balance(text.slice(start, end)) > 0) start += open + 1;
  const stretch = text.slice(start, at);
  const cut = cutOf(stretch, suffix.type, text, start, at, regions);
  // 和政县某某学校: a word inside the place's name does not cut.
  const place = regions.find(
    (r) =>
      r.span.start >= start && r.span.end > start + cut && r.span.end <= at && !lead.test(text.slice(r.span.end, at)),
  );
  const from =
    place !== undefined && place.span.start < start + cut && place.span.end > start + cut
      ? place.span.start
      : start + cut;
  // 佰兴（宁夏）生活用品有限公司: the place in brackets is inside the name.
  const within = place !== undefined && /[（(]/.test(text.charAt(place.span.start - 1)) && place.span.start > from;
  const head = place !== undefined && !within && place.span.start >= from ? place : null;
  const begin = head === null ? from : head.span.start;
  const own = text.slice(head === null ? begin : head.span.end, at).replace(/^[（(].*?[）)]/, "");
  if (text[begin] === "（" || text[begin] === "(" || text[begin] === "）") return null;
  if (nameless.test(own) && (head === null || suffix.type === "enterprise" || suffix.type === "cooperative"))
    return null;
  // 共同成立投资有限责任公司: what it will be for is no name.
  if (head === null && /^(?:投资|开发|运营|平台|国有|合资|控股)$/.test(own)) return null;
  if (suffix.type === "government" && head === null && !/^[省市州县区旗镇乡]/.test(own)) return null;
  // 马边5所学校, 每一所学校, 大通籍大学生, 中学（集团: a count, a kind, or half a bracket is no name.
  if (
    /[0-9每籍]|[一两三几][所家个]|窗口|[一二三]级[甲乙]等(?:综合)?$|[一二三]甲$|[这那每][所家]$|\+|基层[^医]{0,5}$|[长员]$|[去今明]年|成功|等级?$/.test(
      own,
    ) ||
    balance(text.slice(begin, end)) !== 0
  )
    return null;
  return {
    kind: "organisation",
    span: repairedSpan(begin, end),
    by: "organisation",
    value: { name: text.slice(begin, end), type: suffix.type, region: (within ? place : head)?.value.path ?? null },
  };
}

/** Where the name begins by the words that cannot belong to it; 莱西新希望六和农牧: a firm named by its place may hold 和. */
function cutOf(
  stretch: string,
  type: Suffix["type"],
  text: string,
  start: number,
  at: number,
  regions: readonly RegionMention[],
): number {
  const words = lead.exec(stretch)?.[0].length ?? 0;
  const house = type === "school" || type === "hospital" ? (leadOfHouse.exec(stretch)?.[0].length ?? 0) : 0;
  const cut = Math.max(words, house);
  if (type !== "enterprise" || !/[和同]$/.test(stretch.slice(0, cut))) return cut;
  const place = regions.findLast((region) => region.span.start >= start && region.span.end <= start + cut);
  const own = place === undefined ? "" : text.slice(place.span.end, start + cut - 1);
  const firm =
    place !== undefined &&
    // 南通中和集团: one character before 和 where the firm's kind stands right behind.
    (/^[一-龥]{2,5}$/.test(own) || (/^(?![方内外])[一-龥]$/.test(own) && start + cut === at)) &&
    !lead.test(own) &&
    !/[市县区局委会业校院社户部办厂]$/.test(own);
  return firm && place !== undefined && at - place.span.end <= 12 ? place.span.start - start : cut;
}

/** Opening brackets less closing ones. */
function balance(name: string): number {
  let open = 0;
  for (const c of name) open += c === "（" || c === "(" ? 1 : c === "）" || c === ")" ? -1 : 0;
  return open;
}
