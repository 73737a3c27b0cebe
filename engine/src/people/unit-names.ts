import type { Candidate } from "./byline-reader.js";
import type { Item } from "./items.js";
import { likeness } from "./name-characters.js";
import { nameShape } from "./name-shape.js";
import { type TitleEnd, titleEnds } from "./title-shape.js";

/** A firm by the end of its name. */
const firm = /(?:公司|集团|[印喷纺织制造酒茶药布鞋染]厂|合作社|商行|事务所)$/;
/** （某某代）: who stood in for somebody. */
const deputy = /^[（(]\p{Script=Han}{2,3}代[）)]/u;

/**
 * Who came for a firm, in lists that print no post: 某某有限公司某某、某某集团某某（某某代）. The last two or three characters behind the firm,
 * in a list or in front of a bracket that names a deputy; or that deputy, where `last` is the end of the name before it.
 */
export function namedForFirm(text: string, item: Item, last: number): Candidate | null {
  if (text[item.end - 1] === "代" && /[（(]/.test(item.before) && /[）)]/.test(item.after)) {
    const name = text.slice(item.start, item.end - 1);
    const fits = last === item.start - 1 && /^\p{Script=Han}{2,3}$/u.test(name) && likeness(name) > 0;
    return fits ? { start: item.start, end: item.end - 1, name } : null;
  }
  const bracket = text[item.end];
  const stoodIn = (bracket === "（" || bracket === "(") && deputy.test(text.slice(item.end, item.end + 6));
  if (!stoodIn && !(item.after === "、" && /[、，,]/.test(item.before))) return null;
  for (const length of [3, 2]) {
    const start = item.end - length;
    if (!firm.test(text.slice(Math.max(item.start, start - 6), start))) continue;
    const name = text.slice(start, item.end);
    const named = nameShape(name) === "surname" && likeness(name) >= (stoodIn ? 1 : 2);
    return named ? { start, end: item.end, name } : null;
  }
  return null;
}

/** 核医学科张某文优化…: a department and a name of three characters at the start of an item. */
export function namedInClinic(text: string, item: Item): Candidate | null {
  const match = /^\p{Script=Han}{1,7}[医内外儿产肤神像验理药兽畜]科(?=\p{Script=Han}{4})/u.exec(
    text.slice(item.start, Math.min(item.end, item.start + 14)),
  );
  if (match === null) return null;
  const start = item.start + match[0].length;
  const name = text.slice(start, start + 3);
  return likeness(name) < 3 || nameShape(name) !== "surname" ? null : { start, end: start + 3, name };
}

/** 活动由余某主持: who did what was done. */
export function namedAsDoer(text: string, item: Item): Candidate | null {
  const match = /由(\p{Script=Han}{2,3}?)(?:主持(?!人)|率(?!先)|带队|牵头|担任|致辞|主讲|讲解|作报告)/u.exec(
    text.slice(item.start, Math.min(item.end, item.start + 40)),
  );
  const name = match?.[1];
  if (match === null || name === undefined || likeness(name) < 3 || nameShape(name) !== "surname") return null;
  const start = item.start + match.index + 1;
  return { start, end: start + name.length, name };
}

/** 岑某是某集团董事长, 在旗里挂职的岑某是某街道组织委员: a name and 是, and a post that ends the item. */
export function namedByBeing(text: string, item: Item): (Candidate & { readonly office: TitleEnd }) | null {
  const is = text
    .slice(item.start, Math.min(item.end, item.start + 30))
    .search(/(?<=^\p{Script=Han}{2,3}|的\p{Script=Han}{2,3})是/u);
  if (is < 0 || item.end - item.start - is < 5) return null;
  const end = item.start + is;
  const office = titleEnds(text, end + 1, item.end).at(-1);
  if (office === undefined || office.end !== item.end || office.class === "label") return null;
  for (const length of [3, 2]) {
    const start = end - length;
    if (start < item.start || (start > item.start && text[start - 1] !== "的")) continue;
    const name = text.slice(start, end);
    if (nameShape(name) === "surname" && likeness(name) === 3) return { start, end, name, office };
  }
  return null;
}
