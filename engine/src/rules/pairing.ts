import type { AnnotatedArticle, RegionMention } from "../annotation.js";
import { sinceStatements } from "../dates/since.js";
import type { DraftOf, Rule } from "../draft.js";
import type { PartyType } from "../fact.js";
import { countyOf, printedWithCounty } from "../parties/county-of-town.js";
import { type Couple, countiesOf, implied, onlyPlace } from "../parties/implied-pairs.js";
import { insideNames } from "../parties/inside-names.js";
import { provincesByLetter } from "../parties/letter-provinces.js";
import { joinedIn, type Party, partiesOf, rank } from "../parties/parties.js";
import { groupOf } from "../parties/party-groups.js";
import type { RepairedSpan } from "../span.js";

type Pairing = DraftOf<"pairing">;

interface Pair extends Couple {
  readonly stated: boolean;
  readonly evidence: RepairedSpan[];
}

/**
 * Pairings (结对关系), one per east × west. Joined ones first: A与B结对, A、B分别与C、D签订, 甲·乙. Where the text joins
 * nobody of a side's parties, its parties are the other side's partners: the document is about their cooperation (one
 * district and the three counties that it visits). Beginnings are statements with speaker and year (since.ts).
 */
export const pairing: Rule = {
  id: "pairing",
  version: 1,
  purpose: "Two regions of the two sides that the text joins, or that its one cooperation is between, are paired.",
  apply(article) {
    const named = partiesOf(article);
    const all = [...named, ...insideNames(article, named, "east"), ...insideNames(article, named, "west")];
    const parties = withoutHosts(article, all);
    const byPath = new Map(parties.map((p) => [p.path, p]));
    const pairs = new Map<string, Pair>();
    const became = new Set<string>();
    const enter = (east: Party, west: Party, stated: boolean, evidence: readonly RepairedSpan[]) => {
      const key = `${east.path}|${west.path}`;
      const known = pairs.get(key);
      if (known === undefined) pairs.set(key, { east, west, stated, evidence: [...evidence] });
      else known.evidence.push(...evidence);
    };
    for (const paragraph of article.paragraphs) {
      if (paragraph.role === "furniture" || paragraph.role === "byline") continue;
      const stretches = paragraph.sentences.length > 0 ? paragraph.sentences : [paragraph.span];
      for (const sentence of stretches) {
        for (const { east, west, sure, ...how } of joinedIn(article, sentence)) {
          const e = byPath.get(east.value.path);
          const w = byPath.get(west.value.path);
          if (
            e === undefined ||
            w === undefined ||
            !(sure || rank(east) === rank(west) || said(e, w) || townAndCounty(east, west))
          )
            continue;
          enter(e, w, true, [east.span, west.span]);
          if (how.became) became.add(`${e.path}|${w.path}`);
        }
      }
    }
    const frame = provincesMet(article, parties);
    if (frame !== null) enter(frame.east, frame.west, true, frame.evidence);
    // 1996年上海市对口帮扶云南省以来: the frame of a text about a district and a county is not its pairing.
    const finer = (side: "east" | "west") =>
      parties.some((p) => p.side === side && rank(p.mentions[0]) >= 1 && p.mentions.length > 1);
    for (const [key, { east, west }] of pairs)
      if (
        frame === null &&
        east.level === "province" &&
        west.level === "province" &&
        !(east.inTitle && west.inTitle) &&
        (finer("east") ||
          (finer("west") && !(became.has(key) && parties.every((p) => p.side !== "east" || p === east)))) &&
        !framed(parties)
      )
        pairs.delete(key);
    // 余某与通辽市领导座谈 in a text about a district and its banner: who sat beside is no partner.
    for (const [key, { east, west }] of pairs)
      if (
        besides(
          west,
          [...pairs.values()].filter((other) => other.east === east).map((other) => other.west),
        ) ||
        besides(
          east,
          [...pairs.values()].filter((other) => other.west === west).map((other) => other.east),
        ) ||
        countiesOf(article, west, parties)
      )
        pairs.delete(key);
    // 广东对口支援西藏林芝31周年 in a text about 中山市's people in a county of 林芝.
    for (const [key, { east, west }] of pairs)
      if (
        east.level === "province" &&
        west.level === "city" &&
        !(east.inTitle || west.inTitle) &&
        namedBelow(parties, west) &&
        (namedBelow(parties, east) || (finer("east") && sinceYears(article, west)))
      )
        pairs.delete(key);
    // 丰台区代表团与兴安盟领导座谈 in a text about the district and one of the league's banners.
    for (const [key, { east, west }] of pairs)
      if (!became.has(key) && (aboveOwn(parties, east, west) || aboveOwn(parties, west, east))) pairs.delete(key);
    const unsaid = frame === null ? implied(article, parties, [...pairs.values()]) : [];
    for (const { east, west } of unsaid) {
      const [a, b] = [east.mentions[0], west.mentions[0]];
      // 浦东新区投入资金，辛屯镇的冷库建成: of a district and a town that nobody joins, the town's county is the partner.
      const county = east.level === "county" && west.level === "township" ? countyAbove(article, parties, west) : null;
      if (a !== undefined && b !== undefined) enter(east, county?.party ?? west, false, [a.span, b.span]);
    }
    for (const { east, west, evidence } of countiesBeside(article, parties, [...pairs.values()]))
      enter(east, west, false, evidence);
    const lettered = pairs.size === 0 ? provincesLettered(article, parties) : null;
    if (lettered !== null) enter(lettered.east, lettered.west, false, lettered.evidence);
    const since = sinceStatements(
      article,
      [...pairs.values()].map(({ east, west }) => ({ east: east.path, west: west.path })),
    );
    return [...pairs.values()].map(({ east, west, stated, evidence }, at): Pairing => {
      const key = `${east.path}|${west.path}`;
      return {
        key: `pairing:${key}`,
        kind: "pairing",
        confidence: stated ? 0.95 : east.inTitle && west.inTitle ? 0.85 : 0.75,
        inferred: stated ? [] : ["east", "west"],
        evidence: unique([...evidence, ...(since.get(at) ?? []).map((s) => s.evidence)]),
        east: east.path,
        west: west.path,
        eastType: partyType(east.level),
        westType: partyType(west.level),
        group: groupOf(article, east),
        since: since.get(at) ?? [],
        until: null,
      };
    });
  },
};

/** Named less than a place within it. */
function namedBelow(parties: readonly Party[], above: Party): boolean {
  return parties.some((p) => p !== above && p.path.startsWith(above.path) && p.mentions.length > above.mentions.length);
}

/** 对口支援林芝31周年: help of many years, as the frame of what is told. */
function sinceYears({ text }: AnnotatedArticle, { mentions }: Party): boolean {
  return mentions.some(({ span }) =>
    /^[^，,。；;]{0,3}[\d一二三四五六七八九十]+周?年/.test(text.slice(span.end, span.end + 10)),
  );
}

/** The county of a town, and whether the text speaks of it by itself or only prints it with its town. */
function countyAbove(
  article: AnnotatedArticle,
  parties: readonly Party[],
  town: Party,
): { readonly party: Party; readonly alone: boolean } | null {
  const own = parties.find((p) => p.level === "county" && town.path.startsWith(p.path));
  if (own !== undefined) return { party: own, alone: own.mentions.length > 1 };
  const [first] = printedWithCounty(article, town);
  const county = first && countyOf(town, article.text.slice(first.span.start, first.span.end));
  if (first === undefined || county == null || county.level !== "county") return null;
  const { path, adcode } = county;
  return { party: { path, adcode, level: "county", side: town.side, inTitle: false, mentions: [] }, alone: false };
}

/**
 * 历下区建筑新村街道与武隆区桐梓镇签订协议: the district and the county stay beside their towns, where the text speaks of one of
 * them by itself and prints the other with its town.
 */
function countiesBeside(article: AnnotatedArticle, parties: readonly Party[], pairs: readonly Pair[]): readonly Pair[] {
  const above = (town: Party) => countyAbove(article, parties, town);
  const found: Pair[] = [];
  for (const { east, west, evidence } of pairs) {
    if (east.level !== "township" || west.level !== "township") continue;
    const [e, w] = [above(east), above(west)];
    if (e === null || w === null || e.alone === w.alone) continue;
    const taken = [...pairs, ...found].some((p) => p.east.path === e.party.path || p.west.path === w.party.path);
    if (!taken) found.push({ east: e.party, west: w.party, stated: false, evidence });
  }
  return found;
}

/** Behind a province these say that it travels as such: 福建党政代表团, 四川省党政代表团. */
const PROVINCE_TRAVELS = /^(?:省|自治区)?党政(?:代表|考察)团/;
const EARLIER = /[12]\d{3}年(?:\d{1,2}月)?份?(?:以来|期间)?[，,]?$/;
/** A report says in its first lines whose delegation it is about. */
const HEAD = 600;

/** 福建党政代表团赴宁夏考察: the two provinces are the partners, and the places below them were visited; null where none travels. */
function provincesMet(
  article: AnnotatedArticle,
  parties: readonly Party[],
): { readonly east: Party; readonly west: Party; readonly evidence: readonly RepairedSpan[] } | null {
  const provinces = parties.filter((party) => party.level === "province" && party.side !== null);
  for (const party of provinces) {
    const told = party.mentions.find(
      ({ span }) =>
        span.end < HEAD &&
        // 特别是2023年6月，某省党政代表团来考察: what was once, in a text about two of their cities.
        !EARLIER.test(article.text.slice(Math.max(0, span.start - 16), span.start)) &&
        PROVINCE_TRAVELS.test(article.text.slice(span.end, span.end + 9)) &&
        // 落实某省党政代表团考察期间座谈会精神: what is carried out was another's trip.
        !/^[^，,。]{0,50}精神/.test(article.text.slice(span.end, span.end + 60)),
    );
    const others = provinces.filter((other) => other.side !== party.side);
    const [other] = others;
    const there = other?.mentions[0];
    if (told === undefined || other === undefined || there === undefined || others.length > 1) continue;
    const [east, west] = party.side === "east" ? [party, other] : [other, party];
    return { east, west, evidence: [told.span, there.span] };
  }
  return null;
}

/** Behind a county: that a gathering was held there. */
const HELD = /^(?:隆重|成功|胜利)?(?:举[行办]|召开|开幕|启动|落幕)/;

/** 津甘协作大会在会宁县召开: a county named for that alone is no partner where the provinces' cooperation is what it is about. */
function withoutHosts(article: AnnotatedArticle, parties: readonly Party[]): readonly Party[] {
  const { text } = article;
  const host = (p: Party) =>
    p.level === "county" &&
    p.side !== null &&
    p.mentions.every(
      ({ span }) => text.charAt(span.start - 1) === "在" && HELD.test(text.slice(span.end, span.end + 4)),
    );
  if (!parties.some(host)) return parties;
  if (parties.some((p) => p.side !== null && p.level !== "province" && !host(p)) || /我[县区市州旗]/.test(text))
    return parties;
  return provincesByLetter(article) === null ? parties : parties.filter((p) => !host(p));
}

/** 浙川东西部协作, 苏陕两省 in a text that names no place below the provinces but where something was done: they are the partners. */
function provincesLettered(
  article: AnnotatedArticle,
  parties: readonly Party[],
): { readonly east: Party; readonly west: Party; readonly evidence: readonly RepairedSpan[] } | null {
  if (parties.some((p) => p.side !== null && p.level !== "province" && !(p.level === "city" && onlyPlace(article, p))))
    return null;
  // Behind 我县 stands a county that the text calls by its short name.
  if (/我[县区市州旗]/.test(article.text)) return null;
  const called = provincesByLetter(article);
  if (called === null) return null;
  const named = [called.one, called.other].map(({ region, side, spans }) => ({
    side,
    span: spans[0],
    // One of the two at least is named in full; 我省 is the other's.
    known: parties.find((p) => p.path === region.path),
    party: (): Party => ({
      path: region.path,
      adcode: region.adcode,
      level: "province",
      side,
      inTitle: false,
      mentions: [],
    }),
  }));
  const [east, west] = [named.find((each) => each.side === "east"), named.find((each) => each.side === "west")];
  if (east?.span === undefined || west?.span === undefined || !named.some(({ known }) => known !== undefined))
    return null;
  return {
    east: east.known ?? east.party(),
    west: west.known ?? west.party(),
    evidence: [east.known?.mentions[0]?.span ?? east.span, west.known?.mentions[0]?.span ?? west.span],
  };
}

/** A city beside a county of the other side, where a county of that city is named more often than the city. */
function aboveOwn(parties: readonly Party[], city: Party, county: Party): boolean {
  return (
    city.level === "city" &&
    county.level === "county" &&
    !city.inTitle &&
    parties.some(
      (p) => p.level === "county" && p.path.startsWith(city.path) && p.mentions.length > city.mentions.length,
    )
  );
}

/** A city named in passing above a county that is paired with the same partner. */
function besides(party: Party, partners: readonly Party[]): boolean {
  // 自1994年山东省对口支援忠县 beside 郯城县–忠县; 南浔·广安 beside 南浔区–广安区: who is above is only the frame.
  const stem = (path: string) => /([^省市州]{2,})[省市区县]$/.exec(path)?.[1] ?? path;
  const under = partners.filter((other) => other !== party && other.path.startsWith(party.path));
  const isAbove = (other: Party) =>
    other.level === "county" || (other.level === "city" && other.mentions.length > party.mentions.length);
  if (!party.inTitle && party.level === "province" && under.some(isAbove)) return true;
  if (party.level === "city" && under.some((other) => stem(other.path) === stem(party.path))) return true;
  return (
    party.level === "city" &&
    !party.inTitle &&
    party.mentions.length < 5 &&
    partners.some(
      (other) => other !== party && other.path.startsWith(party.path) && other.mentions.length >= party.mentions.length,
    )
  );
}

/** A text about the two provinces themselves: both are named more often than any place below them. */
function framed(parties: readonly Party[]): boolean {
  const most = (provinces: boolean) =>
    Math.max(0, ...parties.filter((p) => (p.level === "province") === provinces).map((p) => p.mentions.length));
  return most(true) > most(false);
}

/** 小榄镇与镇雄县签订结对协议: towns of a city without counties pair with counties. */
function townAndCounty(east: RegionMention, west: RegionMention): boolean {
  return rank(east) + rank(west) === 5;
}

/** 东莞市与印江县: a city and a county are joined when both are named more than in passing. */
function said(east: Party, west: Party): boolean {
  return (east.inTitle || east.mentions.length > 1) && (west.inTitle || west.mentions.length > 1);
}

function partyType(level: RegionMention["value"]["level"]): PartyType {
  return level === "zone" ? "park" : level;
}

function unique(spans: readonly RepairedSpan[]): readonly RepairedSpan[] {
  const seen = new Map(spans.map((s) => [`${s.start}-${s.end}`, s]));
  return [...seen.values()].sort((a, b) => a.start - b.start);
}
