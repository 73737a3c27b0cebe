import type { Rule } from "../draft.js";
import { ahead, yearMarked } from "../events/event-draft.js";
import { guestsCame, leaderToldNext } from "../events/guests-came.js";
import { withStay } from "../events/last-day.js";
import { sameTrip, toldAgain } from "../events/same-trip.js";
import { type EventDraft, type Scene, type Scenes, scenesOf } from "../events/scene.js";
import { stopsOf } from "../events/stops.js";
import { talkedOver } from "../events/talked-over.js";
import { ledElsewhere, wentOn, withNeighbourDays } from "../events/unannounced-visit.js";
import { moved } from "../events/visit-by-motion.js";
import { leadOf } from "../events/visit-lead.js";
import { firstTime, headed, met, stayed, visitDraft, welcome } from "../events/visit-without-leader.js";
import {
  ARRIVE_TO_STAY,
  CARE,
  GOES,
  LEADS,
  LED_WALKS,
  ledToStay,
  PARTY,
  POSTED_AHEAD,
  PURPOSE,
  STAYS,
  WALKS,
} from "../events/visit-words.js";
import type { Side } from "../fact.js";
import { opposite, type Sides } from "../parties/sides.js";
import { Pattern } from "../patterns/pattern.js";
import { type RepairedSpan, repairedSpan } from "../span.js";

/** So far behind who leads stands where they go. */
const GOES_WITHIN = 60;
/** A trip is told within so many characters behind who leads it. */
const TOLD_WITHIN = 400;
/** Between a region and its 代表团 stands whose it is: 白云区党政代表团, 某省委统战部调研组; no verb, no place of arrival. */
const OWNED = /^[^，,。；;：:“”在的到赴来与]{0,32}(?:的[一-龥]{0,6})?$/;
/** Posted teams arrive to stay; that is 选派, not a visit. */
const POSTED =
  /(?:工作队|医疗队|支教队|援[^，,。]{0,6}队|(?:援[^，,。]{1,6}|支教|支医|帮扶)(?:医疗|教育)?(?:专家|人才|教师|医生))$/;

/** Visits (考察调研): a delegation of one side at the other's, one per trip, with leader, stops and days. */
export const eventVisit: Rule = {
  id: "event-visit",
  version: 1,
  purpose: "率/带领/一行 + 赴/到 + a place of the other side + 考察/调研 … is a visit.",
  apply(article, soFar) {
    const scenes = scenesOf(article, soFar);
    const found: EventDraft[] = [];
    for (const scene of scenes.told()) {
      for (const visit of visitsIn(scenes, scene)) {
        const same = found.findIndex((earlier) => sameTrip(earlier, visit));
        const earlier = found[same];
        if (earlier === undefined) found.push(visit);
        else found[same] = toldAgain(earlier, visit);
      }
    }
    const gone = found.length === 0 ? wentOn(scenes) : null;
    if (gone !== null) found.push(gone);
    const trips = together(scenes, found);
    const only = trips.length === 1;
    return trips.map((visit) => {
      const stops = only || visit === trips[0] ? stopsOf(scenes, visit, only) : [];
      const discussed = only || visit === trips[0] ? talkedOver(scenes) : [];
      return {
        ...yearMarked(scenes, visit),
        ...(ahead(scenes, visit.start) ? { status: "planned" as const } : {}),
        ...(discussed.length > 0 ? { discussed } : {}),
        stops,
        projects: [...new Set(stops.flatMap((stop) => (stop.project === null ? [] : [stop.project])))],
      };
    });
  },
};

/** Each trip is asked of every statement: so often at most, which is hundreds of trips of a year's report. */
const MOST_ASKED = 200_000;
/** Visits with the leader and the neighbouring days that other statements tell; those that are one trip then are one. */
function together(scenes: Scenes, found: readonly EventDraft[]): readonly EventDraft[] {
  if (found.length * scenes.told().length > MOST_ASKED) return found;
  const out: EventDraft[] = [];
  for (const told of found) {
    const led =
      told.lead === null ? { ...told, lead: ledElsewhere(scenes, told) ?? leaderToldNext(scenes, told) } : told;
    const visit = withNeighbourDays(scenes, withStay(scenes, led));
    const same = out.findIndex((earlier) => visit !== led && sameTrip(earlier, visit));
    const earlier = out[same];
    if (earlier === undefined) out.push(visit);
    else out[same] = toldAgain(earlier, visit);
  }
  return out;
}

const NAMED_LEADS = new Pattern(/率(?![先])|带着?(?=[^，,。]{2,30}(?:负责人|一行|企业|干部|人))/g);
function visitsIn(scenes: Scenes, scene: Scene): readonly EventDraft[] {
  if (scenes.decided(scene, 0)) return [];
  const after = NAMED_LEADS.matches(scene).filter(({ index }) => endsPerson(scenes, scene, index));
  const led = LEADS.matches(scene);
  const movers = [
    ...led,
    ...after.filter(({ index }) => !led.some((known) => known.index === index)),
    ...PARTY.matches(scene),
  ].sort((a, b) => a.index - b.index);
  const out: EventDraft[] = [];
  // 在省委书记甲、省长乙分别陪同下，丙率…: who keeps company neither leads nor travels.
  const company = movers.length === 0 ? 0 : (/^.{0,120}陪同下/.exec(scene.text)?.[0].length ?? 0);
  let since = 0;
  let until = -1;
  for (const mover of movers) {
    const at = mover.index;
    if (at < until) continue;
    if (company <= at) since = Math.max(since, company);
    if (until >= 0) since = Math.max(since, until);
    until = -1;
    const leads = /率|[带领]|携/.test(mover[0]);
    const from = at + mover[0].length;
    if (
      scenes.spoken(scene, at) ||
      scenes.decided(scene, at) ||
      scenes.statusAt(scene, at) !== "held" ||
      POSTED.test(scene.text.slice(Math.max(0, at - 40), at))
    )
      continue;
    const rest = scene.text.slice(from, from + TOLD_WITHIN);
    const welcomed = leads ? null : welcome(scenes, scene, at);
    if (welcomed !== null) {
      out.push(welcomed);
      since = from;
      continue;
    }
    const walks = (mover[0] === "一行" ? WALKS : leads ? LED_WALKS : null)?.exec(rest) ?? null;
    const going = GOES.exec(rest);
    const goes = going === null || (walks !== null && walks.index < going.index) ? walks : going;
    // 带队的副局长某某一进医院就…: who led those that are told of before.
    if (/^[带领]队$/.test(mover[0]) && /^的(?!考察|调研|代表|[\d一二三四五六七八九十])/.test(rest)) {
      const [head] = scenes.article.within("person", repairedSpan(scene.start + from, scene.start + from + 16));
      if (head !== undefined) continue;
    }
    if (leads && (POSTED_AHEAD.test(rest) || ledToStay(scene, at, rest))) return out;
    if (leads && ARRIVE_TO_STAY.test(rest)) continue;
    if (goes === null || goes.index > GOES_WITHIN || scenes.statusAt(scene, from + goes.index) !== "held") continue;
    const after = rest.slice(goes.index);
    // 甲一行是3月4日抵达的。在雷期间，…: what for is told in the next statement.
    const staying = /抵达|来到|到|赶到/.test(goes[0]) && STAYS.test(scenes.all[scene.index + 1]?.text ?? "");
    const purpose =
      staying ||
      PURPOSE.test(after) ||
      /考察|回访|访问|走访|参观|察看|查看|去了|看了|看完|走完|转了|跑遍|走遍/.test(goes[0]);
    // 某县党政代表团到某区: a delegation travels on business, whatever for.
    const official =
      /^(?:代表团|考察[团组]|调研组|交流团|访问团|参访团|学习团)$/.test(mover[0]) && !/^[在深走]/.test(goes[0]);
    if (!purpose && !arrived(scenes, scene, mover, goes[0]) && ((!leads && !official) || CARE.test(after))) continue;
    const visit = visitOf(scenes, scene, { since, at, goes: from + goes.index, leads });
    since = from;
    if (visit !== null) out.push(visit);
    // …到某县考察；8月2日，县长某某带队赴某区回访: another trip stands behind the semicolon.
    if (leads && visit !== null && !/[；;]/.test(scene.text.slice(from))) break;
    if (leads && visit !== null) until = from + scene.text.slice(from).search(/[；;]/);
  }
  // 5月22日，旗委书记某某率队赴某区；8月6日，某区区长某某到我旗调研: a trip of its own behind the semicolon.
  if (out.length > 0) return [...out, ...segmentsWithout(scene, out).flatMap((part) => moved(scenes, scene, part))];
  for (const telling of [moved, met, stayed, headed, guestsCame, firstTime]) {
    const told = telling(scenes, scene);
    if (told.length > 0) return told;
  }
  return [];
}

/** The stretches between semicolons in which none of these visits is told. */
function segmentsWithout(scene: Scene, visits: readonly EventDraft[]): readonly { from: number; to: number }[] {
  if (!/[；;]/.test(scene.text)) return [];
  const told = visits.map((visit) => Number(visit.key.replace("visit:", "")) - scene.start);
  return [...scene.text.matchAll(/[^；;]+/g)]
    .map(({ index, 0: part }) => ({ from: index, to: index + part.length }))
    .filter(({ from, to }) => !told.some((at) => from <= at && at < to));
}

/** 岑某率市商务局及8家企业负责人: the verb stands right behind a name. */
/** 区委常委某某一行来到菇棚: a leader of the helping side who comes with others visits, whatever is told of it. */
function arrived(scenes: Scenes, scene: Scene, mover: RegExpMatchArray, goes: string): boolean {
  if (mover[0] !== "一行" || !/^(?:来到|走进|抵达|到访)/.test(goes)) return false;
  const end = scene.start + (mover.index ?? 0);
  const person = scenes.article.within("person", repairedSpan(scene.start, end)).at(-1);
  return person !== undefined && person.span.end === end && scenes.sides.ofPerson(person.value.name) === "east";
}

function endsPerson(scenes: Scenes, scene: Scene, at: number): boolean {
  const end = scene.start + at;
  return scenes.article
    .within("person", repairedSpan(Math.max(scene.start, end - 6), end))
    .some((person) => person.span.end === end && !person.value.surnameOnly);
}

interface Parts {
  /** Where the words about this delegation begin. */
  readonly since: number;
  readonly at: number;
  readonly goes: number;
  readonly leads: boolean;
}

function visitOf(scenes: Scenes, scene: Scene, parts: Parts): EventDraft | null {
  const { sides } = scenes;
  const { start, text } = scene;
  const days = scenes.daysAt(scene, parts.goes) ?? scenes.undated(scene);
  if (days === null) return null;
  const lead = leadOf(scenes, scene, parts);
  const before = repairedSpan(start + parts.since, start + parts.goes);
  const goal = repairedSpan(start + parts.goes, start + goalEnd(text, parts.goes));
  const visiting = travellers(scenes, scene, parts, lead, before, goal);
  if (visiting === null || inspects(scenes, scene, parts, visiting)) return null;
  const hosting = opposite(visiting);
  const places = wentTo(scenes, scene, goal, hosting);
  // 邳州市副市长某某率市商务局、铁富镇…: who leads says whose delegation it is.
  const leading = sides.pathsIn(repairedSpan(start + parts.since, start + parts.at), visiting);
  const own = leading.length > 0 ? leading : sides.pathsIn(before, visiting);
  // 四川省党政代表团 is the province's own.
  const provincial = /(?:省|自治区)(?:委|政府)?(?:党政)?(?:代表团|考察团)/.test(
    text.slice(parts.since, parts.goes + 12),
  );
  const visitor = provincial ? own : unlessProvince(sides, own, visiting);
  const townsCame = visitor.some((path) => TOWN.test(path));
  const printed = townsCame ? places : [...new Set(places.map((path) => countyOf(sides, path)))];
  const named = below(sides, printed, visitor);
  const home = /^[^，,。]{0,4}[我本]([省市县区州旗镇])/.exec(text.slice(parts.goes, parts.goes + 12))?.[1] ?? null;
  // 到我县，先后深入甲镇、乙镇察看: the county received them, its towns are stops.
  const stops = home !== null && /[省市县区州旗]/.test(home) && named.every((path) => TOWN.test(path));
  const ours = home === null || (named.length > 0 && !stops) ? [] : sides.principal(hosting, home);
  const host = [
    stops ? ours : named,
    ours,
    named,
    scene.leg.filter((path) => sides.ofPath(path) === hosting),
    peers(sides, hosting, visitor),
  ].find((paths) => paths.length > 0);
  if (host === undefined) return null;
  return visitDraft(scene, parts.at, {
    visitor: visitor.length > 0 ? visitor : sides.principal(visiting),
    host,
    days,
    lead,
    confidence: parts.leads ? 0.9 : 0.75,
    inferred: [
      ...(visitor.length > 0 ? [] : ["visitor"]),
      ...(named.length > 0 ? [] : ["host"]),
      ...(days.stated ? [] : ["start", "end"]),
    ],
  });
}

const TOWN = /(?:镇|乡|街道)$/;

/** The county of a town; a town of a city without counties (东莞市虎门镇) stands where a county does. */
function countyOf(sides: Sides, path: string): string {
  const county = sides.county(path);
  return /^(?:..省|..江省|.{2,4}自治区)[^市]+市$/.test(county) ? path : county;
}

/** 到印江县考察，查看了新寨镇茶园: the county named first is where they went, its towns are stops. */
function wentTo({ sides }: Scenes, { start, text }: Scene, goal: RepairedSpan, hosting: Side): readonly string[] {
  const all = sides.pathsIn(goal, hosting).filter((path) => !/村$/.test(path));
  const comma = /[，,]/.exec(text.slice(goal.start - start, goal.end - start))?.index ?? -1;
  const first = comma < 0 ? [] : sides.pathsIn(repairedSpan(goal.start, goal.start + comma), hosting);
  const later = all.filter((path) => !first.some((place) => path.startsWith(place)));
  return first.length === 0 ? all : [...first.filter((path) => !/村$/.test(path)), ...later];
}

/**
 * 省政府办公厅某处长带领调研组来某县调研: a province's or city's own office, printed without its place, inspects at home where the
 * document knows no party of that level on the side that would travel.
 */
function inspects({ sides }: Scenes, { start, text }: Scene, parts: Parts, visiting: Side): boolean {
  const clause = /[^，,。；;：:]*$/.exec(text.slice(parts.since, parts.at))?.[0] ?? "";
  const level = /^(?:[^，,]{0,4}由)?(省|市|州)(?:委|政府|人大|政协|[^，,、]{2,10}[厅局办会])/.exec(clause)?.[1];
  if (level === undefined || sides.principal(visiting, level).length > 0) return false;
  const from = start + parts.at - clause.length;
  return sides.regionsIn(repairedSpan(from, from + clause.length)).length === 0;
}

/**
 * The side that travels: the other one than the goal's, else that of the leader or of the delegation's name. A bare
 * 代表团一行 without owner says nothing new.
 */
function travellers(
  { sides }: Scenes,
  scene: Scene,
  parts: Parts,
  lead: string | null,
  before: RepairedSpan,
  goal: RepairedSpan,
): Side | null {
  const { start, text } = scene;
  if (!parts.leads) {
    const named = sides.regionsIn(repairedSpan(before.start, start + parts.at)).at(-1);
    if (named !== undefined && OWNED.test(text.slice(named.span.end - start, parts.at))) {
      const own = sides.ofPath(named.value.path);
      // 兴安盟扎赉特旗调研组在突泉县调研: one side's own people at home are no visit.
      const goes = sides.ofPath(sides.pathsIn(goal)[0] ?? null);
      return own !== null && own === goes ? null : own;
    }
    // 我旗党政代表团赴某区考察: the publisher's.
    const ours = /[我本][省市州盟县区旗镇乡][^，,。；;]{0,8}$/.test(text.slice(Math.max(0, parts.at - 12), parts.at));
    const there = sides.ofPath(scene.leg[0] ?? null);
    if (ours) return turned(there ?? sides.sideNear(goal));
    // 日前，市农业农村局成立考察组，前往某区: the publisher's own office.
    if (OWN_OFFICE.test(text.slice(parts.since, parts.at))) return turned(sides.sideNear(goal));
    return lead === null ? null : (sides.ofPerson(lead) ?? turned(sides.sideNear(goal)));
  }
  const goalSide = sides.ofPath(sides.pathsIn(goal)[0] ?? null);
  const ownSide = sides.ofPath(sides.pathsIn(before)[0] ?? null);
  const home = /(?:到|来|赴|抵达?)[我本]([省市县区州旗])/.exec(text.slice(parts.goes, parts.goes + 12))?.[1] ?? "";
  const there = goalSide ?? sides.ofRank(home);
  // 广州市总工会副主席某某带队联动黔南州总工会前往白云区: who leads is at home there.
  const near = sides.regionsIn(goal)[0];
  const nearSide = near === undefined || near.span.start - goal.start > 6 ? null : sides.ofPath(near.value.path);
  if (nearSide !== null && nearSide === ownSide && sides.ofPerson(lead) === nearSide) return null;
  return turned(there) ?? ownSide ?? sides.ofPerson(lead) ?? sides.sideNear(before) ?? turned(sides.sideNear(goal));
}

const OWN_OFFICE = /(?:^|[，,])[省市县区州旗][^，,。；;]{1,14}(?:成立|组织|组建|组成|选派)[^，,。；;]{0,10}$/;

function turned(side: Side | null): Side | null {
  return side === null ? null : opposite(side);
}

/** Who receives, where nothing says it: a province's delegation the province of the other side, else its most named party. */
function peers(sides: Sides, hosting: Side, visitor: readonly string[]): readonly string[] {
  const provincial = visitor.some((path) => /^[^省市]{2,8}(?:省|自治区)$/.test(path));
  const province = provincial ? [...sides.principal(hosting, "省"), ...sides.principal(hosting, "自治区")] : [];
  return province.length > 0 ? province.slice(0, 1) : sides.principal(hosting);
}

/** The words about where it goes end where another deed begins. */
function goalEnd(text: string, from: number): number {
  const rest = text.slice(from, from + TOLD_WITHIN);
  const deed = /；|;|[，,]并在(?=[^，,。；;]{2,16}(?:召开|举行|出席|参加))|召开|签订|举行|捐赠|看望/.exec(rest);
  return from + (deed?.index ?? rest.length);
}

/** 江苏省扬榆工作组 comes from Yangzhou: a province alone gives way to the party below it. */
function unlessProvince(sides: Sides, paths: readonly string[], side: Side): readonly string[] {
  const [only] = paths;
  const [party] = sides.principal(side);
  if (only === undefined || party === undefined || paths.length > 1 || !/^.{2,8}(?:省|自治区)$/.test(only))
    return paths;
  return party.startsWith(only) ? [party] : paths;
}

/** 江都区工商联赴陕西: the province where a county of its pair is told of gives way to that, unless a province travels. */
function below(sides: Sides, places: readonly string[], visitor: readonly string[]): readonly string[] {
  const [only] = places;
  if (only === undefined || places.length > 1 || visitor.some((path) => PROVINCE.test(path))) return places;
  const side = sides.ofPath(only);
  return side === null || sides.paired(only) ? places : unlessProvince(sides, places, side);
}

const PROVINCE = /^(?:.{2,8}(?:省|自治区)|(?:北京|天津|上海|重庆)市)$/;
