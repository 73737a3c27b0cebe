import type { RegionMention } from "../annotation.js";
import type { Attributed } from "./attributed.js";
import { likeness } from "./name-characters.js";
import { wholeShape } from "./name-shape.js";
import { type Post, readPost } from "./post.js";
import { titleEnds } from "./title-shape.js";

/** 某某、某某两位副局长, 某某和某某两位年轻人: names in front of how many they are, and what they are behind it. */
const SEVERAL =
  /(?:^|[^\p{Script=Han}]|接收|邀请|选派|派出|聘请|推荐|安排|迎来|表彰|包括)(\p{Script=Han}{2,3}(?:[、和]\p{Script=Han}{2,3}){1,5})[两二三四五六\d](?:位|名)(\p{Script=Han}{2,8})/gu;

/** Who is called by what stands behind the count of them. */
export function severalCalled(
  text: string,
  start: number,
  end: number,
  regions: readonly RegionMention[],
): readonly Attributed[] {
  const paragraph = text.slice(start, end);
  if (!/[两二三四五六\d][位名]/.test(paragraph)) return none;
  const found: Attributed[] = [];
  for (const match of paragraph.matchAll(SEVERAL)) {
    const [whole, names = "", called = ""] = match;
    let at = start + match.index + whole.indexOf(names);
    const office = titleEnds(text, at + names.length + 2, at + names.length + 2 + called.length)[0];
    const posts: readonly Post[] =
      office === undefined
        ? []
        : [
            readPost(
              text,
              at + names.length + 2,
              office,
              office.end,
              regions.filter(({ span }) => span.end <= office.end),
            ),
          ];
    const people = names.split(/[、和]/).map((name) => {
      const person = { start: at, end: at + name.length, name, posts };
      at += name.length + 1;
      return person;
    });
    if (people.every(({ name }) => wholeShape(name) === "surname" && likeness(name) >= 2)) found.push(...people);
  }
  return found;
}

const none: readonly Attributed[] = [];
