import type { Side } from "../fact.js";
import { deepest, opposite, type Sides } from "../parties/sides.js";
import { type RepairedSpan, repairedSpan } from "../span.js";
import type { EventDraft, Scene, Scenes } from "./scene.js";

/** The two sides of what happened: who came and where it was held, from the words near it, else from leg and trip. */
export function partiesAt(
  scenes: Scenes,
  scene: Scene,
  stretch: {
    readonly from: number;
    readonly to: number;
    readonly towns?: boolean;
    /** Both sides as the event's own name says them (奉贤区—大理州…联席会议); they win over what else is named near it. */
    readonly own?: Readonly<Record<Side, readonly string[]>> | null;
  },
  trip: EventDraft | null,
): { readonly visitor: readonly string[]; readonly host: readonly string[]; readonly stated: boolean } {
  const { sides } = scenes;
  const span = repairedSpan(scene.start + stretch.from, scene.start + stretch.to);
  const text = scene.text.slice(stretch.from, stretch.to);
  // 松江区·昭通市（昭阳区、镇雄县）联席会议: what stands in parentheses is no party of its own.
  const printed = sides
    .regionsIn(span)
    .filter((item) => scene.text.charAt(item.span.start - scene.start) !== "□")
    .map((item) => item.value.path);
  const printedOf = (side: Side) => deepest(printed.filter((path) => sides.ofPath(path) === side));
  const all: Record<Side, readonly string[]> = {
    east: withoutPlace(sides, printedOf("east"), text, span, trip),
    west: withoutPlace(sides, printedOf("west"), text, span, trip),
  };
  const towns = stretch.towns === true;
  const east = raised(sides, all.east, all.west, trip, towns);
  const west = raised(sides, all.west, all.east, trip, towns);
  const named: Readonly<Record<Side, readonly string[]>> = stretch.own ??
    byName(sides, span, text) ??
    bothOfLevel(sides, text) ??
    byLetters(sides, text) ?? { east, west };
  const hosting = hostSide(scenes, scene, stretch, trip);
  const visiting = opposite(hosting);
  const legHosts = scene.leg.filter((path) => sides.ofPath(path) === hosting);
  const first = (...choices: (readonly string[] | undefined)[]): readonly string[] =>
    choices.find((choice) => (choice?.length ?? 0) > 0) ?? [];
  // A fair that the other side holds within a trip: who came and who received change places.
  const came = trip === null || sides.ofPath(trip.visitor[0] ?? null) !== hosting ? trip : null;
  const away = came === null && trip !== null;
  return {
    visitor: first(named[visiting], away ? trip.host : came?.visitor, sides.principal(visiting)),
    host: first(
      named[hosting],
      legHosts,
      away ? trip.visitor : came?.host,
      ofInstitution(sides, span, hosting),
      sides.principal(hosting),
    ),
    stated: named[visiting].length > 0 && named[hosting].length > 0,
  };
}

/** 道真县中医院骨伤科楼交付使用: the county in the name of what was opened, where nothing else says where. */
function ofInstitution(sides: Sides, span: RepairedSpan, side: Side): readonly string[] {
  const inside = sides.article
    .within("region", span)
    .filter(({ value }) => value.insideName && value.level === "county");
  return inside.flatMap(({ value }) => (value.side === side ? [value.path] : [])).slice(-1);
}

/**
 * Towns are parties only where both sides come with towns, or where they received the visit themselves; else the county
 * above them is, so that a plant in a town is opened in the county.
 */
function raised(
  sides: Sides,
  paths: readonly string[],
  others: readonly string[],
  trip: EventDraft | null,
  towns: boolean,
): readonly string[] {
  const visited = [...(trip?.host ?? []), ...(trip?.visitor ?? [])];
  const pairedTowns = towns && others.some((path) => TOWN.test(path));
  // 江苏某某企业 in a trip to two cities of Jiangsu: the cities received it.
  const below = (path: string) =>
    PROVINCE.test(path) && !sides.paired(path) && !visited.includes(path)
      ? visited.filter((other) => other.startsWith(path))
      : [];
  const finer = paths.flatMap((path) => (below(path).length > 0 ? below(path) : [path]));
  return [
    ...new Set(
      finer.map((path) =>
        pairedTowns || visited.includes(path) || (trip?.visitor ?? []).some((own) => TOWN.test(own))
          ? path
          : sides.county(path),
      ),
    ),
  ];
}

/** 五里桥街道—澜沧县东西部协作联席会议在我县召开: whose meeting it is stands in its name, a town as a town. */
function byName(sides: Sides, span: RepairedSpan, text: string): Readonly<Record<Side, readonly string[]>> | null {
  if (!/[—－–·-]/.test(text)) return null;
  const regions = sides.regionsIn(span);
  for (const [at, first] of regions.entries()) {
    const second = regions[at + 1];
    if (second === undefined) return null;
    const [a, b] = [first.value.path, second.value.path];
    const [sideA, sideB] = [sides.ofPath(a), sides.ofPath(b)];
    if (sideA === null || sideB !== opposite(sideA)) continue;
    const between = text.slice(first.span.end - span.start, second.span.start - span.start);
    const behind = text.slice(second.span.end - span.start, second.span.end - span.start + 30);
    if (/^[“”]?(?:[—－–·-]{1,2})[“”]?$/.test(between) && NAMED_MEETING.test(behind))
      return sideA === "east" ? { east: [a], west: [b] } : { east: [b], west: [a] };
  }
  return null;
}

const NAMED_MEETING = /^[”]?[^，,。；;、—·]{0,20}(?:联席会议?|座谈会|对接会|推进会|交流会|签约仪式|结对仪式)/;

/** 粤桂东西部协作党政联席会议: the letters of two provinces name the parties where the provinces themselves are paired. */
const BY_LETTERS =
  /[京津沪苏浙闽粤鲁辽][蒙甘青陕川渝桂黔滇藏疆宁贵新陇](?=[^，,。；;]{0,12}(?:协作|对口|扶贫|党政|联席|东西部|企业家))/;

function byLetters(sides: Sides, text: string): Readonly<Record<Side, readonly string[]>> | null {
  if (!BY_LETTERS.test(text)) return null;
  const province = (side: Side) =>
    ["省", "自治区", "市"]
      .flatMap((level) => sides.principal(side, level))
      .filter((path) => sides.paired(path) && PROVINCE.test(path));
  const both = { east: province("east").slice(0, 1), west: province("west").slice(0, 1) };
  return both.east.length > 0 && both.west.length > 0 ? both : null;
}

const PROVINCE = /^(?:[^省市]{2,8}(?:省|自治区)|(?:北京|天津|上海|重庆)市)$/;

/** 两省在杭州举行座谈会, 两省区签署…: the two of that level, whatever smaller place is named; null where it is not said. */
function bothOfLevel(sides: Sides, text: string): Readonly<Record<Side, readonly string[]>> | null {
  const word = /(?<![一二三四五六七八九十])两(省区市?|省市?|市州?|县区?|区县?|州|旗)(?!领导|人|个|级)/.exec(text)?.[1];
  if (word === undefined) return null;
  const ofSide = (side: Side) =>
    [...word].map((level) => sides.principal(side, level)).find((paths) => paths.length > 0) ?? [];
  const both = { east: ofSide("east"), west: ofSide("west") };
  return both.east.length > 0 && both.west.length > 0 ? both : null;
}

const TOWN = /(?:镇|乡|街道|村|社区)$/;

/** 上海5月27日电: where a dispatch was written is no party. */
const DATELINE = /^\d{1,2}月\d{1,2}日[电讯]/;

/**
 * 济南市·临夏州联席会议在临夏市召开, 两省在广州召开: the place of a meeting is no party where a region above it is named before
 * it or is a party of the trip.
 */
function withoutPlace(
  sides: Sides,
  paths: readonly string[],
  text: string,
  span: RepairedSpan,
  trip: EventDraft | null,
): readonly string[] {
  const place = /在([^，,。；;]{2,24}?)(?:举行|召开|举办)/.exec(text);
  if (place === null) return paths;
  const from = span.start + place.index;
  const there = sides.pathsIn(repairedSpan(from, from + place[0].length));
  const before = sides
    .regionsIn(repairedSpan(span.start, from))
    .filter((item) => !DATELINE.test(text.slice(item.span.end - span.start)))
    .map((item) => item.value.path);
  const above = [...before, ...(trip?.host ?? []), ...(trip?.visitor ?? [])];
  const parents = (path: string) =>
    above.includes(path) && trip !== null ? [] : above.filter((other) => other !== path && path.startsWith(other));
  return [...new Set(paths.flatMap((path) => (there.includes(path) ? (parents(path).slice(-1)[0] ?? path) : path)))];
}

/** Which side was the host: the place after 在…举行, else the trip's host, else the west. */
function hostSide(
  scenes: Scenes,
  scene: Scene,
  stretch: { readonly from: number; readonly to: number },
  trip: EventDraft | null,
): Side {
  const { sides } = scenes;
  const text = scene.text.slice(stretch.from, stretch.to);
  for (const place of text.matchAll(
    /在([^，,。；;]{2,24}?)(?:举行|召开|举办|开班|启用|揭牌|奠基|开幕|落幕|投用|签约|成立|隆重|参加|开讲|(?:正式)?启动(?!资金)|拉开|开市|开锣)/g,
  )) {
    const from = scene.start + stretch.from + place.index;
    const side = sides.sideNear(repairedSpan(from, from + place[0].length));
    if (side !== null) return side;
  }
  // 60名学员远赴上海参加培训班: where they went is where it was held.
  const goal =
    trip === null
      ? /(?:远赴|奔赴|(?<!共)赴|前往|走进)(?=[^，,。；;]{2,12})|[到在](?=[^，,。；;]{2,24}(?:进修|跟[岗班]|研修))/.exec(
          text,
        )
      : null;
  if (goal !== null) {
    const from = scene.start + stretch.from + goal.index;
    // 前往政府大楼参加衢江平武签约仪式: what they took part in is no goal.
    const goesTo = scene.text.slice(from - scene.start, from - scene.start + 14).split(/参加|出席/)[0] ?? "";
    const side = sides.sideNear(repairedSpan(from, from + goesTo.length));
    if (side !== null) return side;
  }
  const trips = trip?.host.map((path) => sides.ofPath(path)).find((side) => side !== null);
  if (trips !== undefined && trips !== null) return trips;
  const legs = scene.leg.map((path) => sides.ofPath(path)).find((side) => side !== null);
  return legs ?? "west";
}
