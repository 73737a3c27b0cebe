import { unitSet } from "../patterns/unit-set.js";
import type { Item } from "./items.js";
import { nameWords, trait } from "./name-characters.js";
import { followsName, nameAtStart, nameShape, syllablesAt } from "./name-shape.js";
import { foreignSyllables } from "./syllables.js";

interface Sounding {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Behind a dotted name whose end is not known: 吐尔逊|院长, 麦提库尔班|和. */
const behindDot = /(?:[院校县市局队科处站所会社]长|书记|主任|老师|医生|大夫|教授|和|与|则)$/;
/** 达娃卓玛故居, 阿佳格桑工坊: a place or a work, whoever it is called after. */
const calledAfter =
  /^(?:故居|纪念|工坊|合作社|公司|集团|学校|小学|中学|幼儿园|牧场|农场|草原|景区|寺|村|社区|乡|镇|街道?|路|广场|酒店|宾馆|饭店|餐[厅馆]|民宿|商[店场]|超市|服[装饰]|食品|文化|旅游|产业|基地|车间|专业)/;
/** What such a name stands behind where it does not begin its clause. */
const inFront = unitSet("的与和给向叫为是由让请帮像对跟听户员师生民妈爸姐哥嫂娘");
/** No name is longer, dot included. */
const longest = 12;

/**
 * Tibetan, Yi, Mongolian, Uyghur and Kazakh names without any post (罗布次仁今年8岁, 与哈斯巴根合伙, 于田县的艾力·麦提库尔班), where
 * they begin their clause or stand behind 的, 与, 给: four syllables or more of which few are of everyday words, or two
 * parts joined by a dot.
 */
export function soundingNames(
  text: string,
  item: Item,
  hasDot: boolean,
  again: (name: string) => number,
): readonly Sounding[] {
  const { traits } = nameWords();
  const out: Sounding[] = [];
  for (let at = item.start; at + 4 <= item.end; at++) {
    if (((traits[text.charCodeAt(at)] ?? 0) & trait.syllable) === 0) continue;
    const opens = at === item.start || inFront[text.charCodeAt(at - 1)] === 1 || (hasDot && beginsDotted(text, at));
    if (!opens) continue;
    // 牛丽娜和同事: a joining word is nobody's last syllable, unless the document has the name so again.
    const heardTo = endOf(text, item, at, again);
    const joins = /[和则]/.test(text.charAt(heardTo - 1)) && again(text.slice(at, heardTo)) === 0;
    const end = joins ? heardTo - 1 : heardTo;
    const name = text.slice(at, end);
    if (end > item.end || end - at > longest || end - at < 4) continue;
    const dotted = /[·•]/.test(name);
    if (!dotted && (nameShape(name) !== "syllabic" || foreignSyllables(name) < name.length - 1)) continue;
    if (calledAfter.test(text.slice(end, end + 6))) continue;
    if (!/^(?:$|[\p{Script=Han}0-9，,。、：:；;”’！!？?（(])/u.test(text.slice(end, end + 1))) continue;
    out.push({ start: at, end, name });
    at = end;
  }
  return out;
}

function endOf(text: string, item: Item, at: number, again: (name: string) => number): number {
  const near = text.slice(at, at + longest + 4);
  const run = Math.max(syllablesAt(near, 0), at === item.start ? beforeDot(near) : 0);
  const dot = run >= 2 && /^[·•]/.test(text.charAt(at + run)) ? syllablesAt(near, run + 1) : 0;
  const whole = dot >= 2 ? nameAtStart(text.slice(at, Math.min(item.end, at + 16)), again) : null;
  return at + (whole?.shape === "dotted" ? whole.name.replace(behindDot, "").length : heard(text, at, run));
}

/** 艾山江·吐尔逊: what stands before a dot at the start of a clause, where most of it are syllables; 0 otherwise. */
function beforeDot(near: string): number {
  const dot = near.search(/[·•]/);
  if (dot < 2 || dot > 6) return 0;
  let sounding = 0;
  for (let i = 0; i < dot; i++) if (syllablesAt(near, i) > 0) sounding++;
  return sounding * 3 >= dot * 2 ? dot : 0;
}

/** 亲戚吐热克·毛拉托合提: a run of syllables begins that ends at a dot with as many behind it, whatever stands in front. */
function beginsDotted(text: string, at: number): boolean {
  if (syllablesAt(text.charAt(at - 1), 0) > 0) return false;
  const near = text.slice(at, at + longest);
  const run = syllablesAt(near, 0);
  return run >= 2 && /[·•]/.test(near.charAt(run)) && syllablesAt(near, run + 1) >= 2;
}

/** How long a name written by sound is: up to where what stands behind names begins (哈斯巴根|合伙), else the whole run. */
function heard(text: string, at: number, run: number): number {
  // 次仁某某|和牛某某: 和 joins two names rather than being a syllable of one.
  for (let length = 4; length < run; length++) if (text.charAt(at + length) === "和") return length;
  for (let length = run; length >= 4; length--)
    if (followsName(text.slice(at + length, at + length + 4))) return length;
  return run;
}

/** 受表彰的有吾布力·…: the words in front of a name with a dot, where syllables show its beginning. */
export function wordsBeforeDotted(text: string): number {
  const dot = text.search(/[·•．・‧]/);
  if (dot < 3) return 0;
  let start = dot;
  while (start > 0 && syllablesAt(text.charAt(start - 1), 0) > 0) start--;
  return dot - start > 1 ? start : 0;
}
