import { annotate } from "../annotate.js";
import { readArticle } from "../article.js";
import { foreignNames } from "./foreign-names.js";

/** Somebody's name where it is printed. Offsets are half-open UTF-16 offsets. */
export interface PersonReading {
  readonly start: number;
  readonly end: number;
  /** The full name, also where surname and post alone are printed (李书记). */
  readonly name: string;
  /** The posts printed for the name anywhere in the text, without the place in front; null where none is. */
  readonly title: string | null;
}

/**
 * Everybody named in a Simplified text, at every place, in order. Lists of names and later mentions are settled by the
 * whole text that is given: a sentence alone (200 characters) counts a name that no grammar shows from even odds, a
 * longer text from three to one. Famous people whom nothing around shows (鲁迅, 姚明) and nicknames are not known; names of other countries are where
 * a dot tells them (比尔·盖茨). Reads no
 * Traditional script: `repair` first.
 *
 *   readPeople("县委书记崔敬民主持会议")[0] // name "崔敬民", title "县委书记", from 4 to 7
 */
export function readPeople(text: string): readonly PersonReading[] {
  const { mentions } = annotate(readArticle(text));
  const titles = new Map<string, string>();
  for (const mention of mentions) {
    if (mention.kind !== "attribution" || mention.value.title === null) continue;
    const known = titles.get(mention.value.person) ?? "";
    if (mention.value.title.length > known.length) titles.set(mention.value.person, mention.value.title);
  }
  const people = mentions.flatMap((mention) =>
    mention.kind === "person"
      ? [{ ...mention.span, name: mention.value.name, title: titles.get(mention.value.name) ?? null }]
      : [],
  );
  // What the annotators found stays; of a name with two dots, which those of China have not, they may have a part.
  const foreign = foreignNames(text).filter(
    ({ start, end, name }) =>
      !people.some((one) => one.start < end && one.end > start && (one.start !== start || !/[·•‧].+[·•‧]/.test(name))),
  );
  const rest = people.filter((one) => !foreign.some(({ start, end }) => one.start < end && one.end > start));
  return [...rest, ...foreign.map((one) => ({ ...one, title: null }))].sort((a, b) => a.start - b.start);
}
