import type { Article, Mention, RegionMention } from "../annotation.js";
import type { Refiner } from "../annotator.js";
import type { Side } from "../fact.js";
import { Pattern } from "../patterns/pattern.js";

/** 省内结对帮扶, 区域性结对帮扶: what a text about help between two places of one province says of it. */
const HELP = new Pattern(
  /对口(?:[一-龥]{0,4})?(?:帮扶|支援|协作|协同)|结对(?:帮扶|协作)|区域(?:性|间)?(?:结对|对口|帮扶)|山海协作|帮镇扶村|帮扶工作队|南北(?:挂钩|结对)/g,
);

/** 花都区对口帮扶组团, 白云区派驻麻章区对口帮扶协作工作组: whose people help. */
const SENT =
  /^(?:[委政]府?)?(?:(?:派驻|驻)[^，,。；;、]{2,12})?(?:对口|结对)?(?:帮扶|支援|援助)(?:协作)?(?:组团|工作队|工作组|单位|集团|指挥部)/;
/** 丰南区对围场的大力支持, 对口帮扶连山: between the one that helps and the one that is helped. */
const HELPS =
  /^(?:[委政]府?|[^，,。；;、与和同]{0,8}?)(?:对口|结对|定点|倾情|全力|持续)*(?:帮扶|支援|援建|援助)(?:的)?$/;
const FOR_ANOTHER = /^[^，,。；;]{0,14}(?:对|给予|向)$/;
/** Behind the one that is helped: 对围场县的帮扶力度不变, 向太保镇捐赠. */
const HELPED =
  /^(?:[县区市州旗]?[^，,。；;的]{0,10}的)[^，,。；;]{0,10}(?:帮扶|支持|支援|援助|帮助|关心|厚爱)|^[^，,。；;]{0,8}(?:捐赠|捐款|捐资|援助|拨付)/;
/** 对高陵近年来的帮扶表示感谢: thanks go to the one that helps. */
const THANKED = /^[^，,。；;]{0,24}(?:帮扶|支持|支援|援助|帮助|关心|厚爱|付出)[^，,。；;]{0,14}(?:感谢|谢意|敬意)/;

/**
 * Help within one province (陕西's 高陵区 and 白河县, 广东's 花都区 and 连山县): the provinces have one side in 东西部协作, so
 * the text says who helps whom. Only where it speaks of such help, names no place of the other side, and two districts or
 * counties of different cities act in it; the one that helps and all that lies in it is the east of its pairing.
 */
export const helperWithinProvince: Refiner = {
  id: "helper-within-province",
  purpose: "tells who helps whom where both sides of a pairing lie in one province",
  refine(article, mentions) {
    const { text } = article;
    if (!HELP.mayOccur(text, 0, text.length)) return mentions;
    const all = actingPlaces(article, mentions);
    const province = helpingProvince(text, all);
    const places = all.filter(({ value }) => value.path.startsWith(province));
    const units = unitsOf(places);
    if (units === null || !HELP.test({ document: text, start: 0, text })) return mentions;
    const sides = sidesOf(text, places, units, province === "" ? NOBODY : listedAsHelped(text, all, units));
    if (sides === null) return mentions;
    return mentions.map((mention) => {
      if (mention.kind !== "region" || !mention.value.path.startsWith(province)) return mention;
      const side = sides.find(({ unit }) => mention.value.path.startsWith(unit))?.side ?? null;
      return mention.value.side === side ? mention : { ...mention, value: { ...mention.value, side } };
    });
  },
};

/** 山海协作 beside 东西部协作: what a province calls the help between its own places. */
const OWN = /山海协作|南北(?:挂钩|结对)|省内(?:对口|结对)/;

/**
 * The province of the east that helps within itself too, where the text calls it so (上虞 helping 景宁, and 小金 in 四川); else
 * the empty path, below which all places lie.
 */
function helpingProvince(text: string, places: readonly RegionMention[]): string {
  const east = new Set(places.flatMap(({ value }) => (value.side === "east" ? [provinceOf(value.path)] : [])));
  const [one] = east;
  const others = places.some(({ value }) => value.side === "west");
  return one !== undefined && east.size === 1 && others && OWN.test(text) ? one : "";
}

const provinceOf = (path: string): string => /^[^省市区]+(?:自治区|省|市)/.exec(path)?.[0] ?? path;

/** 嘉善县与庆元县、九寨沟县: a place listed with one of the other side is helped too; not 上虞、景宁、小金三地, where all are listed. */
function listedAsHelped(
  text: string,
  all: readonly RegionMention[],
  units: readonly [string, string],
): ReadonlySet<RegionMention> {
  const helped = new Set<RegionMention>();
  for (let at = 0; at < all.length; ) {
    let end = at + 1;
    while (end < all.length && /^[、和及]$/.test(text.slice(all[end - 1]?.span.end, all[end]?.span.start))) end++;
    const list = all.slice(at, end);
    const own = units.filter((unit) => list.some(({ value }) => value.path.startsWith(unit)));
    const isOther = ({ value }: RegionMention) => !units.some((unit) => value.path.startsWith(unit));
    if (own.length === 1 && list.some((m) => isOther(m) && m.value.side === "west"))
      for (const mention of list) if (!isOther(mention)) helped.add(mention);
    at = end;
  }
  return helped;
}

const NOBODY: ReadonlySet<RegionMention> = new Set();

/** Places that stand for themselves in what the text tells. */
function actingPlaces(article: Article, mentions: readonly Mention[]): readonly RegionMention[] {
  const told = article.paragraphs.filter(({ role }) => !/furniture|byline|meta/.test(role));
  let at = 0;
  return mentions.filter((mention): mention is RegionMention => {
    if (mention.kind !== "region" || mention.value.insideName) return false;
    while (at < told.length && (told[at]?.span.end ?? 0) <= mention.span.start) at++;
    return (told[at]?.span.start ?? Number.POSITIVE_INFINITY) <= mention.span.start;
  });
}

/** The two districts or counties, each in a city of its own, of the one province of the text; null where it is otherwise. */
function unitsOf(places: readonly RegionMention[]): readonly [string, string] | null {
  const provinces = new Set(places.map(({ value }) => value.adcode?.slice(0, 2) ?? ""));
  if (provinces.size !== 1) return null;
  const counties = new Map<string, number>();
  for (const { value } of places) {
    const county = /^.+?(?:[市州盟]|地区)[^省]+?(?:自治县|[县区市旗])(?=.|$)/.exec(value.path)?.[0];
    const path =
      value.level === "county" || value.level === "zone"
        ? value.path
        : value.level === "township"
          ? (county ?? cityOfTowns(value.path))
          : null;
    if (path != null) counties.set(path, (counties.get(path) ?? 0) + 1);
  }
  // 大足区 and 忠县: in a municipality every district is on its own.
  const cityOf = (path: string) =>
    /^(?:北京|天津|上海|重庆)市/.test(path)
      ? path
      : (/^[^省]+?省?[^市州盟]+?(?:[市州盟]|地区)/.exec(path)?.[0] ?? path);
  const cities = new Set([...counties.keys()].map(cityOf));
  const [one, other, ...more] = [...counties.keys()];
  return one !== undefined && other !== undefined && more.length === 0 && cities.size === 2 ? [one, other] : null;
}

/** 东莞市 of 东莞市清溪镇: a city without counties stands for its towns. */
function cityOfTowns(path: string): string | undefined {
  return /^([^省]+省[^市州盟]+市)[^县区市旗]+$/.exec(path)?.[1];
}

/** Who helps by most of what is said; where nothing is, a district helps a county. */
function sidesOf(
  text: string,
  places: readonly RegionMention[],
  [one, other]: readonly [string, string],
  helped: ReadonlySet<RegionMention>,
): readonly { readonly unit: string; readonly side: Side }[] | null {
  let votes = 0;
  const sign = (mention: RegionMention | undefined) =>
    mention === undefined ? 0 : mention.value.path.startsWith(one) ? 1 : mention.value.path.startsWith(other) ? -1 : 0;
  for (let at = 0; at < places.length; at++) {
    const mention = places[at];
    const own = sign(mention);
    if (mention === undefined || own === 0) continue;
    if (helped.has(mention)) votes -= own;
    const behind = text.slice(mention.span.end, mention.span.end + 40);
    const towards = /[对向给]$/.test(text.slice(Math.max(0, mention.span.start - 1), mention.span.start));
    // 清溪组团驻坪上镇帮扶工作队: the team is posted there.
    const posted = text.charAt(mention.span.start - 1) === "驻";
    if (SENT.test(behind)) votes += posted ? -own : own;
    if (towards && THANKED.test(behind)) votes += own;
    else if (
      towards &&
      HELPED.test(behind) &&
      !/感谢[^，,。；;]{0,20}[对向给]$/.test(text.slice(Math.max(0, mention.span.start - 24), mention.span.start))
    )
      votes -= own;
    const next = places[at + 1];
    if (next === undefined || sign(next) !== -own) continue;
    const between = text.slice(mention.span.end, next.span.start);
    if (HELPS.test(between)) votes += own;
    else if (FOR_ANOTHER.test(between) && HELPED.test(text.slice(next.span.end, next.span.end + 24))) votes += own;
  }
  if (votes === 0) votes = rankVote(one, other);
  if (votes === 0) return null;
  return [
    { unit: one, side: votes > 0 ? "east" : "west" },
    { unit: other, side: votes > 0 ? "west" : "east" },
  ];
}

/** Districts of cities and cities without counties help counties, and never the other way. */
function rankVote(one: string, other: string): number {
  const county = (path: string) => (/(?:县|旗)$/.test(path) ? 1 : 0);
  return county(other) - county(one);
}
