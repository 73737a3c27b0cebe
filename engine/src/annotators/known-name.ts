import type { AttributionMention, Mention, PersonMention } from "../annotation.js";
import type { Annotator } from "../annotator.js";
import { lexicon } from "../lexicon.js";
import { surnameLength } from "../people/name-characters.js";
import { repairedSpan } from "../span.js";

/** Posts by which somebody is called behind the surname: 李书记, 许校长, 王主任. */
const called =
  /(?:书记|县长|区长|市长|州长|旗长|镇长|乡长|主任|局长|部长|主席|组长|队长|院长|校长|园长|处长|科长|总经理|董事长|会长|教授|医生|老师|厂长|总)/;

/** One byte per character: 1 where a name of the present document begins with it. */
const heads = new Uint8Array(0x10000);

let leaders: ReadonlySet<string> | null = null;

/**
 * Later mentions of people whom a roster named: the full name again, and surname with post (李书记) where one person of
 * that surname has such a post. National leaders are named with the post behind the name (某某总书记); 烈士 likewise.
 */
export const knownName: Annotator = {
  id: "known-name",
  purpose: "finds people named before again, by full name or by surname and post",
  annotate(article, found) {
    const { text } = article;
    leaders ??= new Set(lexicon("national-leaders").map((row) => row.name));
    const attributions = found.of("attribution");
    const names = new Set<string>();
    const bySurname = new Map<string, AttributionMention[]>();
    for (const attribution of attributions) {
      const name = attribution.value.person;
      if (!leaders.has(name)) names.add(name);
      if (attribution.value.byline) continue;
      const surname = name.slice(0, surnameLength(name, 0));
      if (surname === "") continue;
      const list = bySurname.get(surname);
      if (list === undefined) bySurname.set(surname, [attribution]);
      else if (!list.some((a) => a.value.person === name)) list.push(attribution);
    }
    const taken = new Set(found.of("person").map((m) => m.span.start));
    // By the first two characters as one number: no string is made of the places where none begins.
    const byHead = new Map<number, string[]>();
    for (const list of [leaders, names])
      for (const name of list) {
        const alike = byHead.get(headAt(name, 0));
        if (alike === undefined) byHead.set(headAt(name, 0), [name]);
        else alike.push(name);
      }
    for (const list of byHead.values()) if (list.length > 1) list.sort((a, b) => b.length - a.length);
    for (const key of byHead.keys()) heads[key >>> 16] = 1;
    for (const key of bySurname.keys()) heads[key.charCodeAt(0)] = 1;
    const out: Mention[] = [];
    for (let i = 0; i < text.length - 1; i++) {
      if (heads[text.charCodeAt(i)] === 0) continue;
      const name = longestAt(text, i, byHead.get(headAt(text, i)));
      if (name !== undefined) {
        const memorial =
          leaders.has(name) &&
          /^(?:故居|故里|纪念|铜像|墓|大道|路|希望小学|中学|干部学院|思想|讲话精神)/.test(
            text.slice(i + name.length, i + name.length + 4),
          );
        if (memorial) {
          i += name.length - 1;
          continue;
        }
        if (!taken.has(i)) out.push(person(i, i + name.length, name, false));
        if (leaders.has(name)) out.push(...postBehind(text, i, name));
        i += name.length - 1;
        continue;
      }
      const length = surnameLength(text, i);
      if (length === 0) continue;
      const bearers = bySurname.get(text.slice(i, i + length));
      if (bearers === undefined) continue;
      const post = called.exec(text.slice(i + length, i + length + 3));
      if (post === null || post.index !== 0) continue;
      const fitting = bearers.filter((a) => a.value.title?.includes(post[0]) === true);
      const one = fitting[0];
      if (one !== undefined && fitting.length === 1)
        out.push(person(i, i + length + post[0].length, one.value.person, true));
    }
    for (const key of byHead.keys()) heads[key >>> 16] = 0;
    for (const key of bySurname.keys()) heads[key.charCodeAt(0)] = 0;
    return out;
  },
};

/** The first of some names, longest first, that stands at a place. */
function longestAt(text: string, at: number, names: readonly string[] | undefined): string | undefined {
  if (names !== undefined) for (const name of names) if (text.startsWith(name, at)) return name;
  return undefined;
}

function headAt(text: string, at: number): number {
  return ((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)) >>> 0;
}

function person(start: number, end: number, name: string, surnameOnly: boolean): PersonMention {
  return { kind: "person", span: repairedSpan(start, end), by: "known-name", value: { name, surnameOnly } };
}

/** 某某总书记: the post stands behind the name. */
function postBehind(text: string, at: number, name: string): readonly Mention[] {
  const post = /^(?:总书记|国家主席|主席|总理|同志)/.exec(text.slice(at + name.length, at + name.length + 4))?.[0];
  const span = repairedSpan(at, at + name.length);
  const title = post === undefined || post === "同志" ? null : post;
  const posts = title === null ? [] : [{ title, organisation: null, region: null }];
  const titles = title === null ? [] : [repairedSpan(span.end, span.end + title.length)];
  return [
    {
      kind: "attribution",
      span,
      by: "known-name",
      value: { name: span, person: name, titles, title, posts, region: null, byline: false },
    },
  ];
}
