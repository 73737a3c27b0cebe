import type { Article } from "../annotation.js";
import { outsideQuotes } from "../document/outside-quotes.js";
import { Pattern } from "../patterns/pattern.js";
import type { Region } from "./region.js";
import { regionIndex } from "./region-index.js";
import type { ResolvedHit } from "./resolve-regions.js";

/** 来我县考察, 我州与天津市: the publisher's place; not 我市民, 我区域, 我县城. */
const OWN = new Pattern(/(?<![你他她自])我(?:省|市(?!民|场|区)|州|县(?!城)|区(?!域|间|块|内)|旗(?!帜|下))/g);

const MEDIUM =
  "(?:县域|新闻|广播|网络)?(?:融媒体?(?:中心|记者)?|发布|日报|晚报|时报|新闻网?|电视台|广播电视台|广电|时事|在线|零距离|网|报)(?:客户端|公众号|微信)?";
/** 仪陇融媒（记者…）, 阆中日报讯, 罗甸县融媒体中心: the short name in front of a medium, with the rank that may stand behind it. */
const SHORT = new RegExp(
  `(?:^|[省市州\\s:：])(\\p{Script=Han}{2,3}?)[市州县区旗]?${MEDIUM}(?=[讯电消（(\\s　:：记通全]|$)`,
  "u",
);
const BEHIND = new RegExp(`^${MEDIUM}(?=[讯电消（(\\s　:：记通全]|$)`);

/** A place that may publish the page, as it is printed in a medium's name: in full, or a short name without its rank. */
interface Publisher {
  readonly region: Region | null;
  readonly short: string;
}

/**
 * 我县, 我市, 我州 on a page are the place of whoever publishes it: the one of that rank in the page's source, else in the
 * medium's name in front of its first statement, else in that of its byline or furniture. Not what somebody says in
 * quotes, and nothing where the page does not tell whose it is: a county is never guessed from whom the text speaks of.
 */
export function ownPlaces(article: Article, hits: readonly ResolvedHit[]): readonly ResolvedHit[] {
  const { text } = article;
  if (!OWN.mayOccur(text, 0, text.length)) return [];
  const publishers = publishersOf(article, hits);
  const homes = new Map<string, Region | null>();
  const found: ResolvedHit[] = [];
  for (const { span, role } of article.paragraphs) {
    if ((role !== "body" && role !== "title") || !OWN.mayOccur(text, span.start, span.end)) continue;
    const plain = outsideQuotes(text.slice(span.start, span.end), false).text;
    for (const match of OWN.matches({ document: text, start: span.start, text: plain })) {
      const rank = match[0].slice(1);
      let home = homes.get(rank);
      if (home === undefined) {
        home = homeOf(publishers, rank);
        homes.set(rank, home);
      }
      const start = span.start + match.index;
      if (home !== null) found.push({ start, end: start + match[0].length, region: home });
    }
  }
  return found;
}

/** Who may publish, the surest first: named by the source; in front of a statement; in byline and furniture. */
function publishersOf(article: Article, hits: readonly ResolvedHit[]): readonly (readonly Publisher[])[] {
  const { text, source, paragraphs } = article;
  const lists: readonly [Publisher[], Publisher[], Publisher[]] = [[], [], []];
  const [bySource, inFront, onPage] = lists;
  if (source !== null) bySource.push({ region: null, short: SHORT.exec(source)?.[1] ?? "" });
  let at = 0;
  for (const { start, end, region } of hits) {
    const stem = text.slice(start, end).replace(/(?:自治)?[省市州盟县旗]$|(?<=..)区$/, "");
    if (stem.length >= 2 && source?.includes(stem)) bySource.push({ region, short: "" });
    while (at < paragraphs.length && (paragraphs[at]?.span.end ?? 0) <= start) at++;
    const paragraph = paragraphs[at];
    if (paragraph === undefined || paragraph.span.start > start || !BEHIND.test(text.slice(end, end + 16))) continue;
    if (paragraph.role !== "body") onPage.push({ region, short: "" });
    else if (/^[\s　【（(]*$/.test(text.slice(paragraph.span.start, start))) inFront.push({ region, short: "" });
  }
  const first = paragraphs.find(({ role }) => role === "body");
  const opening =
    first === undefined ? "" : text.slice(first.span.start, Math.min(first.span.end, first.span.start + 16));
  inFront.push({ region: null, short: SHORT.exec(opening.trim())?.[1] ?? "" });
  return lists;
}

/** The one place of a rank (县, 市) among those who may publish; null where the surest that name one name two. */
function homeOf(publishers: readonly (readonly Publisher[])[], rank: string): Region | null {
  for (const list of publishers) {
    const places = new Set(list.flatMap((publisher) => placeOf(publisher, rank)));
    if (places.size > 0) return places.size === 1 ? ([...places][0] ?? null) : null;
  }
  return null;
}

function placeOf({ region, short }: Publisher, rank: string): readonly Region[] {
  const ranked = (place: Region) => place.level !== "zone" && place.path.endsWith(rank);
  if (region !== null) return ranked(region) ? [region] : [];
  if (short === "") return [];
  const named = regionIndex().named(short + rank);
  return named.flatMap((form) => (form.region.until === null && ranked(form.region) ? [form.region] : []));
}
