import type { RegionMention } from "../annotation.js";
import type { Attributed } from "./attributed.js";
import type { Item } from "./items.js";
import { address, unit, unitOf } from "./lone-words.js";
import { likeness } from "./name-characters.js";
import { gainsAtStart } from "./name-gain.js";
import { nameShape } from "./name-shape.js";
import type { NextPlace } from "./next-place.js";
import { type Post, readPost } from "./post.js";
import { regionsBetween } from "./region-window.js";
import { type TitleEnd, titleStart } from "./title-shape.js";

const reach = 24; // the longest office in front of a name, in characters

/** Names with a word of address behind: 薄某同志, 县委组织部的段某副部长, 市政府陈某某副秘书长, 骨科高某某医生. */
export function addressedNames(
  text: string,
  item: Item,
  ends: readonly TitleEnd[],
  next: NextPlace,
  again: (name: string) => number,
  regions: readonly RegionMention[],
): readonly Attributed[] {
  const called = addressee(text, item);
  if (called !== null) return [called];
  if (ends.length === 0 && next.of("同志", item.start) >= item.end) return none;
  const places = ends.map((end) => end.start);
  for (let at = next.of("同志", item.start); at < item.end; at = next.of("同志", at + 2)) places.push(at);
  const found: Attributed[] = [];
  for (const office of places) {
    const place = text.startsWith("常务", office - 2) ? office - 2 : office;
    const word = address.exec(text.slice(place, place + 5))?.[0];
    if (word === undefined) continue;
    for (const length of [3, 2]) {
      const start = place - length;
      if (start < item.start) continue;
      const name = text.slice(start, place);
      // 爱心人士王某某先生: whoever is called so has a name in front.
      const called = /^(?:先生|女士|同志|老师|同学|医生|医师|博士|教授)/.test(word);
      // 省教委邓某某副处长: an office in front.
      const placed = unit.test(text.slice(Math.max(item.start, start - 4), start));
      const sure = length === 3 && placed && likeness(name) === 3;
      const titled =
        sure || ((length === 3 ? called || placed : called && placed) && (gainsAtStart(name)[length] ?? 0) > 3);
      const greeted = /(?:尊敬|敬爱|亲爱)的$/.test(text.slice(Math.max(item.start, start - 3), start));
      const needed = titled || greeted || (length === 3 && start === item.start) ? 2 : 3;
      const taken = regionsBetween(regions, start, place).some((r) => r.span.start < place && r.span.end > start);
      if (likeness(name) < needed || nameShape(name) !== "surname" || taken) continue;
      const lead = text.slice(Math.max(item.start, start - 1), start);
      if (!titled && !/^(?:[的和与对请由让给向是为叫把跟同像找受据按小大轻以去])?$/.test(lead)) continue;
      if (length === 2 && start === item.start && again(name) === 0 && word !== "同志") continue;
      const plain = /同志|老人|大[爷妈娘叔姐]|[奶爷]{2}/.test(word);
      const posts = plain ? [] : [postAround(text, item, start, place, word, placed, regions)];
      found.push({ start, end: place, name, posts });
      break;
    }
  }
  return found;
}

const none: readonly Attributed[] = [];

/** The office in front of a name and the word behind it are one post: 市政府陈某某副秘书长 is 市政府副秘书长. */
function postAround(
  text: string,
  item: Item,
  start: number,
  place: number,
  word: string,
  placed: boolean,
  regions: readonly RegionMention[],
): Post {
  const behind = { start: place, end: place + word.length, organisation: null, region: null, class: "party", word };
  const of = text.charAt(start - 1) === "的" && start > item.start;
  if (placed) {
    const from = titleStart(
      text,
      Math.max(item.start, start - reach),
      { start, end: start, word: "", class: "party" },
      regions,
    );
    if (from < start) {
      const office = readPost(text, from, { start, end: start, word: "", class: "party" }, start, regions);
      return { ...behind, printed: office.printed + word, organisation: office.organisation, region: office.region };
    }
  }
  const office = of ? /\p{Script=Han}{2,12}$/u.exec(text.slice(item.start, start - 1))?.[0] : undefined;
  const printed =
    office !== undefined && unitOf.test(`${office}的`) ? office.replace(/^.*(?:请|由|让|给|向|对|和|与)/, "") : "";
  return { ...behind, printed: printed.replace(/^.*?(?=[省市县区州旗镇乡][委政])/, "") + word };
}

/** 邬某某委员： at the head of a line, 王某、李某某代表：: the member of congress or council whom a letter answers. */
function addressee(text: string, { start, end, before, after }: Item): Attributed | null {
  const word = text.slice(end - 2, end);
  if ((word !== "委员" && word !== "代表") || end - start > 5 || end - start < 4) return null;
  if (!/^[：:、]/.test(after) || !/(?:^|[\n、])[\s　]*$/.test(before)) return null;
  const place = end - 2;
  const name = text.slice(start, place);
  if (likeness(name) < 2 || nameShape(name) !== "surname") return null;
  const post = { start: place, end, organisation: null, region: null, class: "party" as const, word, printed: word };
  return { start, end: place, name, posts: [post] };
}
