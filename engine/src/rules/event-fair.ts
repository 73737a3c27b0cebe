import type { Rule } from "../draft.js";
import { eventDraft, joinSame, yearMarked } from "../events/event-draft.js";
import { lastDay } from "../events/last-day.js";
import { type EventDraft, type Scene, type Scenes, scenesOf } from "../events/scene.js";
import { lexicon } from "../lexicon.js";
import { Pattern } from "../patterns/pattern.js";
import { repairedSpan } from "../span.js";

const FAIRS = lexicon("fair-kinds")
  .map(({ word }) => word)
  .join("|");
const HELD = new Pattern(
  new RegExp(
    `(?:${FAIRS})[^，,。；;]{0,50}?(举行|举办|开幕|落幕|启幕|开市|闭幕|开锣|开场|开张|登场|亮相|开启|落下帷幕|拉开帷幕|拉开大幕|拉开序幕|火热开场|启动(?!仪式)|(?:面)?向(?:公众|市民|社会)开放|开[到进]了?|走进|[办搬]到了?)|(?:${FAIRS})(移师)|(?:举办|举行|开展|组织|召开|启动|[开办]起|办)[了过]?[^，,。；;]{0,55}?(${FAIRS})(?!\\d|[一二三四五六七八九十两\\d]+[场次期]|共|[^，,。；;]{0,2}\\d)|(?:招聘团|招工团|招聘小分队|招聘大篷车|招聘专车)[^，,。；;]{0,12}?(走进|来到|开[进到]|赴)`,
    "g",
  ),
);
/** 开展3场农特产品消费帮扶活动, “消费帮扶工惠行”活动拉开帷幕: a sale called by what it is for, on a day of its own. */
const SALES = new Pattern(
  /(?:举办|举行|开展|启动)[了过]?[^，,。；;]{0,50}?(?:消费(?:帮扶|扶贫|协作)[^，,。；;“”]{0,8}”?|(?:特产|产品|好物|年货|山货)进(?:社区|机关|商圈|商场|超市|校园|食堂|企业|市场|景区|街区|万家)[^，,。；;”]{0,10}”?)(?:系列)?活动|变[身成][^，,。；;]{0,12}(?:市集|集市|大集)|(?:消费(?:帮扶|扶贫|协作)[^，,。；;“”]{0,8}|(?:特产|产品|好物|年货|山货)进(?:社区|机关|商圈|商场|超市|校园|食堂|企业|市场|景区|街区|万家)[^，,。；;”]{0,10})”?(?:系列)?活动[^，,。；;]{0,16}?(?:启动(?!仪式)|举行|举办|开幕|启幕|拉开帷幕|拉开序幕|亮相|开市)/g,
);
/** 在某某展销会上，…; 锦屏的茶油登上富阳农博会: a fair told by who was there. */
const THERE = new Pattern(
  new RegExp(
    `(?:在(?=[^，,。；;]{2,40}(?:${FAIRS})上[，,])|登上|亮相|走进|现身|参展)[^，,。；;]{0,40}?(?:${FAIRS})`,
    "g",
  ),
);
/** 23家企业在操场上支起了摊子，1860个岗位摆在家门口: a fair of jobs told by its stalls. */
const STALLS = new Pattern(
  /(?<=企业[^。；;]{0,30})[摆支搭排设](?:[开起出下成]|在)了?(?=[^，,。；;]{0,8}(?:摊|展台|展位|展桌|长龙|招聘台))/g,
);
const JOBS = new Pattern(/岗位|招聘|招工|求职|用工/);
/** 由某局主办的产销对接会，将在台东步行街举行: the name is told before what is to come. */
const TO_COME = /^[^，,。；;]{0,70}[，,]?(?:将[于在]|拟[于在]|定于)/;
/** Another fair than the one that is told. */
const ANOTHER = /去年|上届|上次|此前|历届|往届/;

/** Fairs (招聘会、展销会、推介会): one per day and place. */
export const eventFair: Rule = {
  id: "event-fair",
  version: 1,
  purpose: "A 招聘会/展销会/推介会 that is held on a day is a fair.",
  apply(article, soFar) {
    const scenes = scenesOf(article, soFar);
    const found: EventDraft[] = [];
    const referred: EventDraft[] = [];
    for (const scene of scenes.told()) {
      const before = found.length;
      for (const match of HELD.matches(scene)) {
        const verb = match[1] ?? match[2] ?? match[4] ?? "";
        const event = held(scenes, scene, match.index, match.index + Math.max(0, match[0].length - verb.length));
        if (event !== null) found.push(event);
      }
      if (found.length === before && scenes.prints(scene))
        for (const { index } of SALES.matches(scene)) {
          const event = held(scenes, scene, index, index);
          if (event !== null) found.push(boughtInTheEast(scenes, scene, index, event));
        }
      if (found.length > before) continue;
      if (JOBS.test(scene))
        for (const { index } of STALLS.matches(scene)) {
          const event = held(scenes, scene, index, index);
          if (event !== null && scenes.prints(scene)) found.push(event);
        }
      for (const match of THERE.matches(scene)) {
        if (ANOTHER.test(match[0])) continue;
        const event = held(scenes, scene, match.index, match.index);
        if (event !== null && match[0].startsWith("在")) referred.push(event);
        else if (event !== null && scenes.prints(scene)) found.push(hostedWhereShown(scenes, scene, match, event));
      }
    }
    if (found.length === 0) found.push(...referred);
    const [first] = found;
    const all = found.map((event) => (first === undefined ? event : asHeld(scenes, first, event)));
    return joinSame(all, sameFair).map((event) => yearMarked(scenes, event));
  },
};

/** 推介会在济南举办。重庆各区县组织企业展销: told again without its place, it was held where it was said to be. */
function asHeld(scenes: Scenes, first: EventDraft, event: EventDraft): EventDraft {
  const { sides } = scenes;
  const there = sides.ofPath(first.host[0] ?? null);
  const placed = /在[^，,。；;]{2,24}(?:举行|举办|启动|开幕|拉开|开市)/;
  const told = (draft: EventDraft) => scenes.all.find(({ start }) => start === draft.evidence[0]?.start)?.text ?? "";
  if (
    event === first ||
    event.start !== first.start ||
    there === null ||
    sides.ofPath(event.visitor[0] ?? null) !== there
  )
    return event;
  if (!placed.test(told(first)) || placed.test(told(event))) return event;
  return { ...event, visitor: event.host, host: event.visitor };
}

/** 甲区开展乙县特产消费帮扶活动: goods of the west are sold in the east, unless the sale stands in the west itself. */
function boughtInTheEast(scenes: Scenes, scene: Scene, index: number, event: EventDraft): EventDraft {
  const { sides } = scenes;
  const place = /在[^，,。；;]{2,24}$/.exec(scene.text.slice(0, index));
  const from = scene.start + (place?.index ?? index);
  const west = sides.sideNear(repairedSpan(from, scene.start + index)) === "west";
  if (west || sides.ofPath(event.host[0] ?? null) !== "west" || event.visitor.length === 0) return event;
  return { ...event, visitor: event.host, host: event.visitor };
}

/** On one day, or told before its day is (组织企业赴某市招聘。8月11日，…招聘会举行) by the same parties. */
function sameFair(a: EventDraft, b: EventDraft): boolean {
  if (a.start === b.start) return true;
  const open = a.start === null && a.inferred.includes("start");
  return open && a.visitor.join() === b.visitor.join() && a.host.join() === b.host.join();
}

/** 锦屏的茶油登上富阳农博会: the place in the fair's name is its host. */
function hostedWhereShown(scenes: Scenes, scene: Scene, match: RegExpMatchArray, event: EventDraft): EventDraft {
  const from = scene.start + (match.index ?? 0);
  const there = scenes.sides.sideNear(repairedSpan(from, from + match[0].length));
  if (there === null || scenes.sides.ofPath(event.host[0] ?? null) === there || event.visitor.length === 0)
    return event;
  return { ...event, visitor: event.host, host: event.visitor };
}

/** The fair that is named from `index` on and told at `at`; null where it is none that was held. */
function held(scenes: Scenes, scene: Scene, index: number, at: number): EventDraft | null {
  if (scenes.spoken(scene, at) || scenes.statusAt(scene, at) !== "held" || scenes.decided(scene, at)) return null;
  if (TO_COME.test(scene.text.slice(index, index + 80))) return null;
  const event = eventDraft(scenes, {
    type: "fair",
    scene,
    at: index,
    from: 0,
    to: scene.text.length,
    object: nameOf(scene.text, index),
  });
  if (event === null) return null;
  const last = event.start === null || event.end !== event.start ? null : lastDay(scenes, scene, event.start);
  return { ...event, end: last ?? event.end };
}

/** The fair's name as printed: the words up to 招聘会 without date and host. */
function nameOf(text: string, at: number): string | null {
  const end = new RegExp(FAIRS).exec(text.slice(at));
  if (end === null) return null;
  return (
    text
      .slice(0, at + end.index + end[0].length)
      .split(/[，,。；;]/)
      .at(-1) ?? null
  );
}
