import type { AttributionMention, Mention, PersonMention, RegionMention, TitleMention } from "../annotation.js";
import type { Annotator } from "../annotator.js";
import { itemsOf } from "../people/items.js";
import { type Attributed, ListReader } from "../people/list-reader.js";
import { repairedSpan } from "../span.js";

/**
 * People with their posts, in the list grammar of the field: shared posts (区领导A、B、C), posts before names and chains
 * of them (镇党委书记、新区管委会党工委书记C), posts after names in brackets, labels of the page (记者 A B, 责编：C), names
 * of two to seven characters in list places, names with a dot, names split by a space. Grammar first: an item that
 * stands where a name must stand is one though its surname is unknown; the lists only keep common words out.
 */
export const roster: Annotator = {
  id: "roster",
  purpose: "finds people with the posts that the list grammar gives them",
  annotate(article, found) {
    const { text } = article;
    const regions = found.of("region");
    const out: Mention[] = [];
    const counts = new Map<string, number>();
    // Each search may pass the whole text: beyond this many characters a name counts as said once, so that a list of
    // ten thousand different names costs no more than linear time.
    let budget = 40 * text.length + 1_000_000;
    const again = (name: string): number => {
      let count = counts.get(name);
      if (count === undefined) {
        if (budget <= 0) return 0;
        budget -= text.length;
        count = occurrences(text, name, 4) - 1;
        counts.set(name, count);
      }
      return count;
    };
    let next = 0;
    for (const paragraph of article.paragraphs) {
      const inside: RegionMention[] = [];
      while (next < regions.length && (regions[next]?.span.start ?? 0) < paragraph.span.end) {
        const mention = regions[next++];
        if (mention !== undefined && mention.span.start >= paragraph.span.start) inside.push(mention);
      }
      const reader = new ListReader(text, inside, again);
      for (const item of itemsOf(text, paragraph.span.start, paragraph.span.end)) reader.read(item);
      for (const attributed of reader.people) emit(attributed, text, out);
    }
    return out;
  },
};

/** Occurrences of a word, counted up to a limit. */
function occurrences(text: string, word: string, limit: number): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < limit; at = text.indexOf(word, at + 1)) count++;
  return count;
}

function emit(attributed: Attributed, text: string, out: Mention[]): void {
  const { start, end, name, posts } = attributed;
  const first = posts[0]?.printed === "" ? undefined : posts[0];
  const last = posts[posts.length - 1];
  const person: PersonMention = {
    kind: "person",
    span: repairedSpan(start, end),
    by: "roster",
    value: { name, surnameOnly: false },
  };
  const titles = (first === undefined ? [] : posts).map(
    (post): TitleMention => ({
      kind: "title",
      span: repairedSpan(post.start, post.end),
      by: "roster",
      value: { text: post.printed, organisation: post.organisation },
    }),
  );
  let chain: string | null = first?.printed ?? null;
  posts.forEach((post, at) => {
    const previous = posts[at - 1];
    if (previous !== undefined) chain += text.slice(previous.end, previous.end + 1) + post.printed;
  });
  const regional = posts.find((post) => post.region !== null)?.region ?? null;
  const attribution: AttributionMention = {
    kind: "attribution",
    // A name that shares its posts with others has them at a distance; its own place is the name.
    span:
      last !== undefined && last.end <= start && last.end >= start - 1
        ? repairedSpan(first?.start ?? start, end)
        : person.span,
    by: "roster",
    value: {
      name: person.span,
      person: name,
      titles: titles.map((title) => title.span),
      title: chain,
      posts: (first === undefined ? [] : posts).map((post) => ({
        title: post.printed,
        organisation: post.organisation,
        region: post.region?.value.path ?? null,
      })),
      region: regional?.value.path ?? null,
      byline: last?.class === "label",
    },
  };
  out.push(person, ...titles, attribution);
}
