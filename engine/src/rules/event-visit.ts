import type { Rule } from "../draft.js";
import { moreEvidence, yearMarked } from "../event-draft.js";
import type { Side } from "../fact.js";
import { guestsCame } from "../guests-came.js";
import { withStay } from "../last-day.js";
import { Pattern } from "../pattern.js";
import { covers, type EventDraft, type Scene, type Scenes, scenesOf } from "../scene.js";
import { opposite, type Sides } from "../sides.js";
import { type RepairedSpan, repairedSpan } from "../span.js";
import { stopsOf } from "../stops.js";
import { talkedOver } from "../talked-over.js";
import { ledElsewhere, wentOn, withNeighbourDays } from "../unannounced-visit.js";
import { moved } from "../visit-by-motion.js";
import { leadOf } from "../visit-lead.js";
import { firstTime, headed, met, stayed, visitDraft, welcome } from "../visit-without-leader.js";

/** Somebody leads (率, 带领, 带队): a delegation travels. */
const LEADS = new Pattern(
  /率领|率团|率队|带队|带领|带着(?![^，,。；;]{0,8}(?:问题|疑问|好奇|任务|使命|思考|嘱托|重托|期[待盼]|感情|诚意|情谊|牵挂))|领着(?=[^，,。；;]{2,30})|率(?=[^，,。]{0,24}[团组队])|携(?=[^，,。手]{0,20}[团组队])/g,
);
/** A delegation or 某某一行 does something at the other's place. */
const PARTY = new Pattern(
  /一行|代表团|考察[团组]|调研[团组]|参访团|学习团|访问团|督查组|客商团|回访团|专家组|慰问团|服务团|采访团|交流团|对接组|招商团|采风团|研学团|参观团|(?:名师|讲师|送教|送课|义诊|送医|艺术|演出|慰问演出|巡演)[团队](?!队)|(?:文艺|医疗|送教|义诊)小分队|客人们?(?=[^，,。；;]{0,6}(?:到|来|前往|走进|赴|在))/g,
);
const GOES =
  /[飞远奔转]?赴|前往|抵达|抵(?=[一-龥]{2,8}(?:考察|调研|学习|交流))|到访|来访|莅临|来到|来(?=[^，,。；;]{1,24}?(?:考察|调研|开展|对接|学习|走访|交流|访问|回访)|[^，,。]{0,12}[，,])|到(?!位|达[^，,。]*元|期|底|了解)|在(?=[^，,。；;“”]{1,24}(?:开展|进行|实地)?(?:考察|调研|走访|学习考察))|回访|访问|深入|走进|考察了|跑遍|走遍|去[了到]|前来(?=[，,。]|[^，,。；;]{0,8}[，,])|赶[到赴往来]|往(?=[^，,。；;往]{2,10}赶)|直奔|拜访|拜会/;
/** What a visit is for; 看望慰问 alone is care for posted staff, not a visit. */
const PURPOSE =
  /考察|调研|对接|学习|走访|交流|察看|查看|参观|督查|回访|看了|洽谈|衔接|推进|开展|座谈会|联席会议|谋划|共商|商谈|拜访|拜会|取经|走亲|走了[一两三四五六七八九十\d]+[天趟]|谈(?:价格|合作|项目)|赶。|参加[^，,。；;]{0,10}仪式|表示(?:热烈|诚挚|衷心)*(?:的)?欢迎|认亲|探亲|送教|送课|送戏|送医|示范课|讲学|义诊|巡演|演出|^到了(?=[。！])/;
const CARE = /看望|慰问/;
/** 满某一行还走访了某街道: told as one stop of a trip that nobody announced. */
const WALKS = /(?<=^[^，,。；;]{0,12})(?:走访|参观|察看|查看|去了|看了|看完|走完|转了)/;
/** 某某带着某局局长一行7人，看了某基地: who leads others there looks at things in the next clause. */
const LED_WALKS =
  /(?<=[，,](?:先后|又|还|一起|一同)*)(?:(?:实地|深入|现场)*(?:走访|参观|察看|查看|考察|调研)了?|去了|看了|走了|跑了)/;
/** 由某某带队的6名专家抵达, who stay: posted, not visiting. */
const ARRIVE_TO_STAY =
  /^的?[\d一二三四五六七八九十]+[名位][^，,。；;]{0,10}(?:专家|医生|教师|队员|医护人员)[^，,。；;]{0,6}(?:抵达|到岗|报到)/;
/** 率第五批医疗队抵达; 带领12名骨干教师赴义乌跟岗; 带着37名乡亲坐上专列: those who are led stay, or work there. */
const POSTED_AHEAD =
  /^[\d一二三四五六七八九十]+[余多]?[名位个]?[^，,。；;]{0,6}(?:乡亲|老乡|务工|工人|学生|孩子)|^[^，,。；;]{0,24}(?:支教|支医)(?:老师|教师|医生|人员|队员)|^[^，,。；;]{0,16}(?:医疗队|支教队|支医队|帮扶队)[^，,。；;]{0,6}(?:抵达|到岗|报到|进驻|入驻)|^[^，,。；;]{0,30}(?:教师|老师|医生|医师|干部|人才|医护人员)[^，,。；;]{0,8}(?:赴|到|前往)[^，,。；;]{2,16}(?:跟岗|跟班|进修|挂职|支教|支医)/;
/** 在雷期间，他们…; 期间，…. */
const STAYS = /^(?:在[^，,。]{1,6}期间|期间|其间)/;
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
    const led = told.lead === null ? { ...told, lead: ledElsewhere(scenes, told) } : told;
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
    const goes = going === null || (going.index > GOES_WITHIN && walks !== null) ? walks : going;
    // 带队的副局长某某一进医院就…: who led those that are told of before.
    if (/^[带领]队$/.test(mover[0]) && /^的(?!考察|调研|代表|[\d一二三四五六七八九十])/.test(rest)) {
      const [head] = scenes.article.within("person", repairedSpan(scene.start + from, scene.start + from + 16));
      if (head !== undefined) continue;
    }
    if (leads && POSTED_AHEAD.test(rest)) return out;
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
    const official = /^(?:代表团|考察[团组]|调研组)$/.test(mover[0]) && !/^[在深走]/.test(goes[0]);
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
  const deed = /；|;|召开|签订|举行|捐赠|看望/.exec(rest);
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

/** One trip told twice: printed days win over those of the scene, the longer span over the shorter. */
function toldAgain(earlier: EventDraft, visit: EventDraft): EventDraft {
  const stated = !visit.inferred.includes("start") && visit.start !== null;
  const longer =
    earlier.start === null ||
    earlier.inferred.includes("start") ||
    (visit.start ?? "") < earlier.start ||
    (visit.end ?? "") > (earlier.end ?? "");
  const days = stated && longer ? { start: visit.start, end: visit.end } : { start: earlier.start, end: earlier.end };
  return {
    ...earlier,
    ...days,
    lead: earlier.lead ?? visit.lead,
    evidence: moreEvidence(earlier.evidence, visit.evidence),
  };
}

/** The same trip told again: overlapping days (or none told) and the same travellers. */
function sameTrip(a: EventDraft, b: EventDraft): boolean {
  if (
    a.lead !== null &&
    a.lead === b.lead &&
    (a.start === null || b.start === null || covers(a, b.start) || covers(b, a.start))
  )
    return true;
  // 四川省党政代表团 and 甘孜州党政代表团 are two, unless both went to one place.
  const oneHost = a.host.some((path) => b.host.includes(path));
  const travellers = a.visitor.some((path) =>
    b.visitor.some((other) => path === other || (oneHost && (path.startsWith(other) || other.startsWith(path)))),
  );
  if (!travellers) return false;
  if (a.start === null || b.start === null) return true;
  return covers(a, b.start) || covers(b, a.start);
}
