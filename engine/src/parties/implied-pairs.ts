import type { AnnotatedArticle } from "../annotation.js";
import { paragraphAt } from "../document/paragraph-at.js";
import { type Party, rank } from "./parties.js";
import { groupHeads, townsOfLeaders } from "./party-groups.js";

/** Two parties that cooperate, as far as a document is read. */
export interface Couple {
  readonly east: Party;
  readonly west: Party;
}

/** 结对帮扶黔东南州三县, 昭通市四县之一: not the prefecture but its counties, where the text names them. */
export function countiesOf({ text }: AnnotatedArticle, party: Party, parties: readonly Party[]): boolean {
  if (party.level !== "city") return false;
  const counted = party.mentions.flatMap(
    ({ span }) =>
      /^(?:的)?[一二两三四五六七八九十\d]+个?[县市区旗](?![一-龥]{0,2}[委长])(?:之一)?/.exec(
        text.slice(span.end, span.end + 10),
      )?.[0] ?? [],
  );
  if (counted.length === 0) return false;
  const named = parties.filter((p) => p.level === "county" && p.path.startsWith(party.path)).length;
  return named > 1 || (named === 1 && counted.some((words) => words.endsWith("之一")));
}

function cityCount(parties: readonly Party[], side: "east" | "west"): number {
  return parties.filter((p) => p.side === side && p.level === "city").length;
}

/** 在南宁举行, 在南宁市考察: a city that is only where something was done. */
export function onlyPlace(article: AnnotatedArticle, city: Party): boolean {
  return city.mentions.every(({ span }) => /在$/.test(article.text.slice(Math.max(0, span.start - 1), span.start)));
}

/** 天津市、山东省采购…: told of in one breath. */
function listedWith(article: AnnotatedArticle, one: Party, other: Party): boolean {
  return one.mentions.some((a) =>
    other.mentions.some(({ span }) => {
      const [from, to] = a.span.start < span.start ? [a.span.end, span.start] : [span.end, a.span.start];
      return from <= to && /^[、和与及]$/.test(article.text.slice(from, to));
    }),
  );
}

/** 常平镇、谢岗镇、桥头镇: told of in one breath with the town that heads their group. */
function grouped(article: AnnotatedArticle, towns: readonly Party[], head: Party, town: Party): boolean {
  if (!article.text.includes("组团")) return false;
  const reached = new Set([head]);
  for (const one of reached) for (const other of towns) if (listedWith(article, one, other)) reached.add(other);
  return reached.has(town);
}

/** Behind a city: the team that it has sent. */
const TEAM =
  /^(?:市|对口)?(?:援[疆藏青川滇黔甘陕桂宁蒙]|派?驻[一-龥]{1,6}?)[^，,。；;、]{0,6}(?:工作[组队]|指挥部|联络组|医疗队)/;

/** Behind them: their posted staff, as people are told of one by one (沈阳市援藏干部, 湖北省第八批援藏干部). */
const STAFF =
  /^(?:选派的?|派出的?)?(?:第[一二三四五六七八九十\d]+批)?(?:对口)?(?:援[疆藏青川滇黔甘陕桂宁蒙]|挂职)(?:干部|人才|医生|教师)/;

function sendsTeam({ text }: AnnotatedArticle, { mentions }: Party): boolean {
  return mentions.some(({ span }) => TEAM.test(text.slice(span.end, span.end + 18)));
}

/** 沈阳市援藏干部, 湖北省第八批援藏干部: those who have posted somebody, each city in place of its province. */
function posting({ text }: AnnotatedArticle, parties: readonly Party[]): readonly Party[] {
  const senders = parties.filter(
    (p) => rank(p.mentions[0]) < 2 && p.mentions.some(({ span }) => STAFF.test(text.slice(span.end, span.end + 14))),
  );
  return senders.filter((p) => !senders.some((other) => other !== p && other.path.startsWith(p.path)));
}

const PROVINCES = /两省|省委书记|省党政代表团|自治区党政代表团/;

/** Pairs that nobody states but the document is about: the parties of a side that no stated pair takes. */
export function implied(
  article: AnnotatedArticle,
  parties: readonly Party[],
  stated: readonly Couple[],
): readonly Couple[] {
  const groups = groupHeads(article.text);
  const led = townsOfLeaders(
    article,
    parties.filter((p) => p.level === "township"),
  );
  const heading = (town: Party) =>
    led.has(town.path) || groups.has(/([^省市县区]{2,5})(?:镇|街道)$/.exec(town.path)?.[1] ?? "");
  const principals = (side: "east" | "west") => {
    const other = side === "east" ? "west" : "east";
    const own = parties.filter((p) => p.side === side);
    const counties = own.filter((p) => p.level === "county" || p.level === "zone");
    const cities = own.filter((p) => p.level === "city");
    const towns = own.filter((p) => p.level === "township" && !counties.some((c) => p.path.startsWith(c.path)));
    const titled = own.filter((p) => p.inTitle && rank(p.mentions[0]) >= 1 && rank(p.mentions[0]) <= 2);
    const free = (list: readonly Party[]) => list.filter((p) => !stated.some((s) => s[side] === p));
    // A city in the title whose counties are not: the city is the partner (威海市 ↔ 云阳县).
    // 卖到莆田去 in the title, 城厢区 again and again in the text: the district is the partner.
    const short = (city: Party) =>
      city.mentions.length < 2 && counties.some((c) => c.path.startsWith(city.path) && c.mentions.length > 2);
    const titledCities = titled.filter((p) => p.level === "city" && !short(p));
    // 莞铜协作|虎门镇赴松桃: the town in the title acts, not its city.
    const titledTown = towns.some(
      (t) => (t.inTitle || heading(t)) && titledCities.some((c) => t.path.startsWith(c.path)),
    );
    if (titledCities.length > 0 && !titledTown && !titled.some((p) => p.level !== "city")) {
      const below = counties.filter(
        (c) => c.mentions.length > 1 && titledCities.some((t) => c.path.startsWith(t.path)),
      );
      if (side === "east" || below.length === 0) return free(titledCities);
    }
    // 小榄组团 named once in a text about another town of its city that is paired: only where something lies.
    const aside = (t: Party) =>
      t.mentions.length === 1 && stated.some((s) => s[side].level === "township" && !t.path.startsWith(s[side].path));
    // Towns of a city without counties (东莞's 组团) act for themselves.
    const heads = towns.filter((t) => t.inTitle || t.mentions.length > 1 || (heading(t) && !aside(t)));
    // 杭州市 helping 黔东南州, where 望丰乡's tea grows: a city's partner is no town that heads nothing.
    const cityWide =
      cities.length > 0 &&
      !towns.some((t) => t.inTitle || heading(t)) &&
      parties.some((p) => p.side === other && p.level === "city") &&
      !parties.some((p) => p.side === other && rank(p.mentions[0]) > 1);
    const acting = cityWide
      ? []
      : towns.filter((t) => heads.includes(t) || heads.some((head) => grouped(article, towns, head, t)));
    if (acting.length > 0 && counties.filter((c) => c.level === "county").length === 0)
      // A town whose only stated partners are towns (虎门镇·长兴堡镇) is still the county's partner.
      return [
        ...acting.filter((t) => !stated.some((s) => s[side] === t && rank(s[other].mentions[0]) <= 2)),
        ...free(counties),
      ];
    // 陇南市、定西市 act beside their counties: cities that the text speaks of again and again.
    if (counties.length > 0)
      return free([...counties, ...cities.filter((c) => c.mentions.length >= 5 && !countiesOf(article, c, parties))]);
    const province = own.find((p) => p.level === "province");
    // 浙川两省在杭州举行座谈会: the provinces are the partners, the city is where they met.
    const met =
      province !== undefined &&
      cities.every((c) => !c.inTitle && (c.mentions.length * 2 <= province.mentions.length || onlyPlace(article, c)));
    const held = met && cities.every((c) => onlyPlace(article, c)) && (province?.mentions.length ?? 0) > 2;
    // 淮安援疆工作组, 镇江援疆工作组: each has sent people of its own.
    const senders = cities.filter((c) => sendsTeam(article, c));
    if (senders.length > 1 && !held) return free(senders);
    if (cities.length > 0 && !held && !(met && PROVINCES.test(article.text.slice(0, 600))))
      return free(cities.slice(0, 1));
    const provinces = own.filter((p) => p.level === "province");
    const told = provinces.filter((p) => p.inTitle || p.mentions.length >= 3);
    return free(provinces.filter((p) => told.includes(p) || told.some((other) => listedWith(article, p, other))));
  };
  // Two cities in the title, no county: the cities are the partners, their counties have pairs of their own or were visited.
  const heads = (side: "east" | "west") => {
    const titled = parties.filter((p) => p.side === side && p.inTitle && rank(p.mentions[0]) >= 1);
    return titled.length > 0 && titled.every((p) => p.level === "city") ? titled : [];
  };
  const [eastern, western] = [heads("east"), heads("west")];
  if (eastern.length > 0 && western.length > 0) {
    const open = (e: Party, w: Party) => !stated.some((s) => s.east === e && s.west === w);
    const counties = (side: "east" | "west") =>
      parties.filter((p) => p.side === side && p.level === "county" && !stated.some((s) => s[side] === p));
    return [
      ...eastern.flatMap((e) => western.filter((w) => open(e, w)).map((w) => ({ east: e, west: w }))),
      ...together(article, counties("east"), counties("west")),
    ];
  }
  // A page on several people, each posted somewhere by somebody: each paragraph tells of one.
  const unpaired = (side: "east" | "west") =>
    parties.filter((p) => p.side === side && !stated.some((s) => s[side] === p));
  const senders = posting(article, unpaired("east"));
  const posts = unpaired("west").filter((p) => p.level === "county");
  if (senders.length > 1 && posts.length > 1 && stated.every((s) => rank(s.east.mentions[0]) < 2))
    return together(article, senders, posts);
  const [east, west] = ofOneRank(parties, principals("east"), principals("west"));
  if (east.length > 1 && west.length > 1) return together(article, east, west);
  const taken = stated.filter((s) => rank(s.east.mentions[0]) <= 2);
  if (east.length === 0 && west.length > 0) {
    // Further counties of the one district that is already paired (三县), unless their city is its partner.
    const only = new Set(taken.map((s) => s.east));
    const [one] = only;
    if (one === undefined || only.size !== 1) return [];
    return west
      .filter((w) => w.level !== "city" && !taken.some((s) => w.path.startsWith(s.west.path)) && w.mentions.length > 1)
      .map((w) => ({ east: one, west: w }));
  }
  if (west.length === 0 && east.length > 0) {
    // 上海市对口帮扶大姚县, and 嘉定区 again and again: the district is the county's partner beside its city.
    const only = new Set(taken.map((s) => s.west));
    const [one] = only;
    if (one === undefined || only.size !== 1 || rank(one.mentions[0]) !== 2) return [];
    return east
      .filter(
        (e) =>
          rank(e.mentions[0]) === 2 &&
          e.mentions.length > 1 &&
          taken.every((s) => s.east !== e && e.path.startsWith(s.east.path)),
      )
      .map((e) => ({ east: e, west: one }));
  }
  // One city and several counties of one city: the two cities are the pair, the counties were visited (扬州 and 榆林).
  const above = parties.filter((p) => p.level === "city" && west.every((w) => w !== p && w.path.startsWith(p.path)));
  const [city] = above;
  // A province's people in several prefectures: the provinces are the partners; in one, the prefecture, where it is named
  // no less than its counties.
  const [province] = east;
  const own = parties.find((p) => p.side === "west" && p.level === "province");
  const visited = new Set(
    west.map((w) => parties.find((p) => p.level === "city" && w.path.startsWith(p.path))?.path ?? w.path),
  );
  if (
    province?.level === "province" &&
    own !== undefined &&
    (visited.size > 1 || cityCount(parties, "west") > 1) &&
    !west.some((w) => w.inTitle && w !== own)
  )
    return [{ east: province, west: own }];
  const prefecture = parties.find((p) => p.level === "city" && west.every((w) => w.path.startsWith(p.path)));
  if (
    province?.level === "province" &&
    prefecture !== undefined &&
    west.every((w) => w.mentions.length <= prefecture.mentions.length) &&
    // 上海对口帮扶以来，云县…: a text about one county, whose prefecture only says where it lies.
    (west.length > 1 || prefecture.inTitle || !opensWith(article, west[0]))
  )
    return [{ east: province, west: prefecture }];
  // 杭州市 helping 黔东南州, some of whose counties are named by the way.
  const whole = city ?? west.find((p) => p.level === "city" && west.every((w) => w.path.startsWith(p.path)));
  const byTheWay =
    whole !== undefined &&
    west.every((w) => w === whole || (!w.inTitle && w.mentions.length * 2 <= whole.mentions.length));
  if (((west.length > 1 && whole === city) || byTheWay) && east[0]?.level === "city" && whole !== undefined)
    return [{ east: east[0], west: whole }];
  return east.flatMap((e) => west.map((w) => ({ east: e, west: w })));
}

/** A county that the first statement is about: 云南省临沧市云县牢牢把握机遇. */
function opensWith({ text, paragraphs }: AnnotatedArticle, party: Party | undefined): boolean {
  const first = paragraphs.find(({ role }) => role === "body");
  return (
    first !== undefined &&
    party?.level === "county" &&
    party.mentions.some(
      ({ span }) =>
        span.start >= first.span.start &&
        /^[^，,。；;]*$/.test(
          text
            .slice(first.span.start, span.start)
            .slice(-40)
            .replace(/^近年来[,，]/, ""),
        ) &&
        span.start < first.span.start + 40,
    )
  );
}

/** A town of the one side that is named no less than its district is the partner of the other side's towns. */
function ofOneRank(
  parties: readonly Party[],
  east: readonly Party[],
  west: readonly Party[],
): readonly [readonly Party[], readonly Party[]] {
  const towns = (list: readonly Party[]) => list.length > 0 && list.every((p) => p.level === "township");
  const lowered = (list: readonly Party[]) => {
    const below = parties.filter(
      (p) =>
        p.level === "township" &&
        p.mentions.length > 1 &&
        list.some((c) => p.path.startsWith(c.path) && p.mentions.length >= c.mentions.length),
    );
    return below.length > 0 ? below : list;
  };
  if (towns(east) === towns(west)) return [east, west];
  return towns(east) ? [east, lowered(west)] : [lowered(east), west];
}

/**
 * Several districts and several counties: those that share paragraphs with each other more than with anybody else
 * (章丘区's day in 积石山县, 历城区's in 和政县).
 */
function together(article: AnnotatedArticle, east: readonly Party[], west: readonly Party[]): readonly Couple[] {
  const places = (party: Party) =>
    new Set(party.mentions.map((m) => paragraphAt(article, m.span.start)?.span.start ?? -1));
  const easts = east.map((party) => ({ party, places: places(party) }));
  const wests = west.map((party) => ({ party, places: places(party) }));
  const shared = (a: Set<number>, b: Set<number>) => [...a].filter((x) => b.has(x)).length;
  type Ranked = (typeof easts)[number];
  const best = (own: Ranked, others: readonly Ranked[]): Ranked | null => {
    // A county and its city stand in the same paragraphs: who is of one's own rank goes before.
    const peer = (other: Ranked) => (rank(other.party.mentions[0]) === rank(own.party.mentions[0]) ? 1 : 0);
    const ranked = others
      .map((other) => ({ other, count: shared(own.places, other.places), peer: peer(other) }))
      .sort((a, b) => b.count - a.count || b.peer - a.peer);
    const [first, second] = ranked;
    if (first === undefined || first.count === 0) return null;
    return first.count === second?.count && first.peer === second.peer ? null : first.other;
  };
  return easts.flatMap((e) => {
    const w = best(e, wests);
    return w !== null && best(w, easts) === e ? [{ east: e.party, west: w.party }] : [];
  });
}
