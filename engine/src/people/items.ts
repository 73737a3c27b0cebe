/** A stretch between two separators: the unit in which lists of people are written. */
export interface Item {
  readonly start: number;
  readonly end: number;
  /** The separator behind it ("" at the end). */
  readonly after: string;
  /** The separator before it. */
  readonly before: string;
  /** 挂职, 援派 …: what stood in brackets behind the item, brackets included in `end`. */
  readonly note: string | null;
}

/** Of these a bracket behind a post only says more. */
const NOTE =
  /^(?:(?:\p{Script=Han}{2,6})?挂职|援派|援滇|援黔|援宁|援疆|兼|主持工作|正处长?级|副处长?级|正科级|副科级|女|男|候任|拟任|代|中|居中|化名|[左右前后]起?[一二三四五六七八九]?|\p{Script=Han}{1,4}族|女[，,]\p{Script=Han}{1,4}族)$/u;
/** 院长（某党某市委会主委）高某: another post of the same person, between the post and the name. */
const SECOND_POST = /^[\p{Script=Han}、]{2,24}(?:主委|主席|会长|委员|代表|书记|主任|理事长?|[院所局校镇县]长)$/u;

const separators = new Uint8Array(0x10000);
for (const c of '，,、；;。：:！!？?（）()“”"‘’「」《》〈〉【】[]|｜︱丨/∕⁄　 \t\r\n—…•●■◆□◎○△▲★☆')
  separators[c.charCodeAt(0)] = 1;

/** Splits a stretch of text at separators; a bracket that only says 挂职 and the like stays with its item. */
export function itemsOf(text: string, from: number, to: number): readonly Item[] {
  const items: Item[] = [];
  let start = from;
  let before = "";
  let i = from;
  while (i <= to) {
    while (i < to && separators[text.charCodeAt(i)] === 0) i++;
    const c = i < to ? text.charAt(i) : "";
    let end = i;
    let note: string | null = null;
    if (c === "（" || c === "(") {
      const close = text.slice(i + 1, Math.min(to, i + 28)).search(/[）)]/);
      const inner = close < 0 ? "" : text.slice(i + 1, i + 1 + close);
      const second =
        /[长任记席员]/.test(text.charAt(i - 1)) &&
        /^\p{Script=Han}{2}/u.test(text.slice(i + close + 2, i + close + 4)) &&
        SECOND_POST.test(inner);
      if (second || NOTE.test(inner)) {
        note = inner;
        end = i + close + 2;
        // What follows the bracket directly belongs to the same item: 副县长（挂职）叶永康.
        let rest = end;
        while (rest < to && separators[text.charCodeAt(rest)] === 0) rest++;
        items.push({ start, end: rest, before, after: rest < to ? (text[rest] ?? "") : "", note });
        before = rest < to ? (text[rest] ?? "") : "";
        i = rest + 1;
        start = i;
        continue;
      }
    }
    if (end > start) items.push({ start, end, before, after: c, note });
    // Spaces beside another separator do not hide it.
    before = c === " " || c === "　" ? (end > start ? c : before || c) : c;
    i++;
    start = i;
  }
  return items;
}

/** A separator behind which a new sentence begins. */
export const endsSentence = (mark: string): boolean => /^[。！!？?；;]$/.test(mark);

/** True where the item's bracket stands behind a full stop and ends its line. */
export function closesLine(text: string, item: Item): boolean {
  const next = text[item.end + 1];
  return (next === undefined || next === "\n" || next === "\r") && /[。！!？?\n]/.test(text[item.start - 2] ?? "");
}

/** 代表签字：阮某: that he signs is no part of the post in front of his name. */
export function withoutSigning(text: string, item: Item): Item {
  const last = text.charAt(item.end - 1);
  if (last !== "字" && last !== "名" && last !== "章") return item;
  const signs = /[:：]/.test(item.after) && /(?:代表|人)(?:签字|签名|签章)$/.test(text.slice(item.start, item.end));
  return signs ? { ...item, end: item.end - 2 } : item;
}
