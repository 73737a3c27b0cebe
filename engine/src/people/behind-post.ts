import type { RegionMention } from "../annotation.js";
import type { Candidate } from "./byline-reader.js";
import type { Item } from "./items.js";
import { allHave, likeness, nameWords, trait } from "./name-characters.js";
import { wholeShape } from "./name-shape.js";
import type { Post } from "./post.js";
import { holdsTitle, isCommon, isVague, type TitleEnd, titleEnds } from "./title-shape.js";

/** 校长和名师, 专家曾来院: a verb or a joining word behind a common noun, not somebody called 和 or 曾. */
export function isJoining(name: string, end: TitleEnd, atEnd: boolean, again: (name: string) => number): boolean {
  return (
    /^[和曾]/.test(name) &&
    /school|hospital|occupation/.test(end.class) &&
    again(name) === 0 &&
    (!atEnd || likeness(name) < 2)
  );
}

/** 老板们常来, 区政函〔2024〕6号: what stands behind the post is no name. */
export const isOther = (text: string, at: number, name: string | undefined): boolean =>
  name !== undefined && (name.startsWith("们") || /[〔［]/.test(text.charAt(at + name.length)));

/** 负责人向福建省侨联…: a place begins inside the name; 并为通州·奈曼: a dotted name holds one. */
export const isCutByPlace = (regions: readonly RegionMention[], from: number, to: number, dotted: boolean): boolean =>
  regions.some((r) => r.span.start > from && r.span.start < to && (r.span.end > to || dotted));

/** 企业家爱心资助, 干部业务能力: two characters of which the first is a surname that few bear; a second place proves no name. */
export const mayBeWord = (name: string): boolean =>
  name.length === 2 && likeness(name) < 3 && !allHave(name, 0, 1, trait.common);

/** What a place, a firm or a house ends with: whoever stands in front of it gave it a name. */
const thing =
  /^\p{Script=Han}{0,14}?(?:公司|合作社|集团|厂|馆|中心|学校|小学|中学|医院|基地|产业园|工坊|车间|客栈|酒店|景区|文化城)/u;
const house = /^(?:馆|村|镇|乡|街|路|厂|公司|集团|小学|中学|学校|医院|基地|大桥|水库|故居|工坊|食品|服装)/;

/**
 * 巴马县长寿博物馆, 甘洛县长荣服装公司: the 县 belongs to the place in front, 长 to what follows. A name that only its surname
 * speaks for (`sure` false) is none in front of a house either.
 */
export function isPlaceNotHead(
  text: string,
  item: Item,
  end: TitleEnd,
  nameEnd: number,
  sure: boolean,
  regions: readonly RegionMention[],
): boolean {
  const rest = text.slice(nameEnd, item.end);
  // 区长向营员代表授旗: 向 is a word where somebody is given or told something and no given name stands behind it.
  const name = text.slice(nameEnd - 3, nameEnd);
  if (/^向/.test(name) && likeness(name) < 3 && /授|赠|颁|捐|介绍|汇报|致|移交|通报|表示/.test(rest)) return true;
  const split = end.word.length === 2 && regions.some((r) => r.span.end === end.start + 1 && r.span.start < end.start);
  return (split && thing.test(rest)) || (!sure && house.test(rest));
}

/**
 * 县人大常委会副主任前某，景区管理委员会主任岳某某: two or three characters between an office and the comma in front of the next
 * office are somebody, whatever his surname; null where the stretch is a word.
 */
export function betweenOffices(text: string, from: number, item: Item, end: TitleEnd): string | null {
  const name = text.slice(from, item.end);
  if (!/^(?:party|government)$/.test(end.class) || name.length < 2 || name.length > 3) return null;
  if (!/[，,、]/.test(item.after)) return null;
  const next = /^[^，,、。；;：:（）()“”\s]{2,30}/.exec(text.slice(item.end + 1, item.end + 32))?.[0] ?? "";
  const office = titleEnds(next, 0, next.length).find((other) => /^(?:party|government)$/.test(other.class));
  if (office === undefined || next.length - office.end > 10) return null;
  const { notNames, afterName } = nameWords();
  const word = notNames.longest(name, 0) === name.length || afterName.longest(name, 0) > 1 || holdsTitle(name);
  const hasGiven = allHave(name, 1, name.length, trait.given) && allHave(name, 0, name.length, trait.han);
  return hasGiven && !word && !/^[和与及等在被由主兼]/.test(name) ? name : null;
}

const label = /^[ 　]+(摄影报道|摄影|拍摄|供图|供稿|摄)(?=[\s（(。，,、；;]|$)/;

/** 苏某某 摄, 某网 王某 摄（某某视觉）: the name of whoever took the picture, with blanks around it, and the label behind it. */
export function credited(text: string, item: Item): { name: Candidate; label: { start: number; end: number } } | null {
  if ((item.after !== " " && item.after !== "　") || item.end - item.start > 12 || item.end - item.start < 2)
    return null;
  const found = label.exec(text.slice(item.end, item.end + 10));
  const name = text.slice(item.start, item.end);
  const shape = wholeShape(name);
  if (found === null || shape === null || (shape === "plain" && likeness(name) < 2)) return null;
  const end = item.end + found[0].length;
  return { name: { start: item.start, end: item.end, name }, label: { start: end - (found[1] ?? "").length, end } };
}

const unit = /(?:厅|局|委|办|部|处|科|院|校|中学|小学|学校|公司|集团|中心|政府|[省市县区旗州镇乡])$/;

/** 省教育厅胡某某厅长向…: the office has its name in front; what follows it is another's, or a verb. */
export function isAddressed(text: string, item: Item, end: TitleEnd): boolean {
  const name = text.slice(Math.max(item.start, end.start - 3), end.start);
  return (
    name.length === 3 &&
    likeness(name) === 3 &&
    /^副?[部厅局处院校会]长$|书记$|主任$|经理$|秘书长$|教授$|[医老教]师$|医生$/.test(end.word) &&
    unit.test(text.slice(Math.max(item.start, end.start - 7), end.start - 3))
  );
}

/** 干部群众特别能吃苦: five characters or more of which two are no syllables are words, behind a noun for many. */
function readsAsWords(name: string): boolean {
  const { traits } = nameWords();
  const strange = [...name].filter((c) => ((traits[c.charCodeAt(0)] ?? 0) & trait.syllable) === 0).length;
  return name.length > 4 && strange > 1;
}

/** 镇长代表镇区党政: behind an office 代表 is a verb. */
export const speaksFor = (text: string, item: Item, end: TitleEnd): boolean =>
  end.word === "代表" && /(?:[长记任席委导]|(?<![队学党人])员)$/.test(text.slice(item.start, end.start));

/** Behind a common noun a short name written by sound, behind one for many a long one, must be seen again. */
export const wantsSight = (name: string, noun: Parameters<typeof isCommon>[0]): boolean =>
  (name.length <= 3 && isCommon(noun)) || (isVague(noun) && readsAsWords(name));

/** 记　　录：, 主　　持：: a label spread over its column, of two items of one character. */
export function spacedLabel(text: string, first: Item, second: Item): Post | null {
  if (!/[：:]/.test(second.after) || second.start - first.end > 4) return null;
  const word = text.slice(first.start, first.end) + text.slice(second.start, second.end);
  const label = titleEnds(word, 0, word.length)[0];
  if (label === undefined || label.word !== word || label.class !== "label") return null;
  return {
    start: first.start,
    end: second.end,
    printed: word,
    organisation: null,
    region: null,
    class: "label",
    word: "",
  };
}
