import { laterDay } from "../dates/calendar.js";
import type { Side } from "../fact.js";
import { opposite } from "../parties/sides.js";
import { Pattern } from "../patterns/pattern.js";
import { repairedSpan } from "../span.js";
import { covers } from "./covers.js";
import { goneOn } from "./days-after.js";
import type { EventDraft, Scene, Scenes } from "./scene.js";
import { visitDraft } from "./visit-without-leader.js";

/** What a report says of a visit beside its telling sentence: who led it, on which days it was there already. */

/** 仪式结束后，一行人来到某村: those who came for the ceremony go on; nobody says whose they are. */
const GO_ON = new Pattern(
  /(?<=^|[，,])(?:[^，,。；;]{0,8}[，,])?(?:一行人?|客人们?|嘉宾们?|来宾们?|与会(?:人员|嘉宾|领导))(?:还|又|先后|一同|共同|随后|实地)*(?:来到|前往|走进|深入|参观|考察|察看|查看|走访|调研)/,
);

/** A visit told only by 一行人 after a ceremony which persons of the other side attended; null where none of them is named. */
export function wentOn(scenes: Scenes): EventDraft | null {
  const { sides } = scenes;
  for (const scene of scenes.told()) {
    const match = GO_ON.exec(scene);
    if (match === null || scenes.spoken(scene, match.index) || scenes.statusAt(scene, match.index) !== "held") continue;
    const from = scene.start + match.index;
    const end = scene.start + scene.text.length;
    const place = sides.regionsIn(repairedSpan(from, end)).find((item) => sides.ofPath(item.value.path) !== null);
    const there = sides.ofPath(place?.value.path ?? null);
    const days = scenes.daysAt(scene, match.index);
    if (place === undefined || there === null || days === null || days.start === null) continue;
    const visitor = sides.principal(opposite(there));
    const lead = firstNamed(scenes, scene, opposite(there));
    if (lead === null || visitor.length === 0) continue;
    return visitDraft(scene, match.index, {
      visitor,
      host: [sides.county(place.value.path)],
      days,
      lead,
      confidence: 0.6,
      inferred: ["visitor", "host", ...(days.stated ? [] : ["start", "end"])],
    });
  }
  return null;
}

/** The first person of a side that the report names before a statement. */
function firstNamed(scenes: Scenes, scene: Scene, side: Side): string | null {
  for (const person of scenes.article.within("person", repairedSpan(0, scene.start)))
    if (!person.value.surnameOnly && scenes.sides.ofPerson(person.value.name) === side) return person.value.name;
  return null;
}

/** Where another statement says who led: 省委书记甲、省长乙率领的某省党政代表团, 以甲为团长的. */
/** 像甘孜州考察团由州委书记某某带队: whose delegation it is stands before 由. */
const TEAM_LED = new Pattern(/(?:代表团|考察[团组]|调研组)则?(?:分别)?由(?=[^，,。；;]{4,40}(?:带队|率队|率领))/g);
const LED_BY = new Pattern(/率领的?|为团长|率(?=[^，,。]{0,20}[团组])/g);

/** The leader that another sentence names, for a visit whose own names nobody. */
export function ledElsewhere(scenes: Scenes, visit: EventDraft): string | null {
  const side = scenes.sides.ofPath(visit.visitor[0] ?? null);
  for (const scene of scenes.told()) {
    for (const match of TEAM_LED.matches(scene)) {
      const at = scene.start + match.index;
      const whose = scenes.sides.pathsIn(repairedSpan(Math.max(scene.start, at - 16), at)).at(-1);
      const [head] = scenes.article.within("person", repairedSpan(at, at + match[0].length + 40));
      if (whose !== undefined && visit.visitor.join() === whose && head !== undefined) return head.value.name;
    }
    for (const match of LED_BY.matches(scene)) {
      const at = scene.start + match.index;
      const persons = scenes.article.within("person", repairedSpan(Math.max(scene.start, at - 60), at));
      const led = persons.filter((person) => scenes.sides.ofPerson(person.value.name) === side);
      const last = led.at(-1);
      if (last === undefined || at - last.span.end > 2) continue;
      return led[0]?.value.name ?? null;
    }
  }
  return null;
}

const MINUTES_DAY = /^时\s*间\s*[：:]/;
/** A meeting or ceremony that is held on a day, or what arrives on it. */
const HELD = /举行|召开|举办|抵达|来到|开[进到]|赶到|看望|落地|下了?(?:火车|飞机|高铁)/;

/**
 * The days of a visit with the day before or after on which its leader already attended a meeting or ceremony there:
 * 11月28日，联席会议在南宁举行，甲…; 27日，甲率领的代表团在南宁考察.
 */
export function withNeighbourDays(scenes: Scenes, visit: EventDraft): EventDraft {
  const { start, end, lead } = visit;
  if (start === null || end === null || lead === null || start.replace(/^--/, "0000-").length < 10) return visit;
  const host = scenes.sides.ofPath(visit.host[0] ?? null);
  const [before, after] = [laterDay(start, -1), laterDay(end, 1)];
  let whole = { start, end };
  for (const scene of scenes.told()) {
    // The head of minutes: 时间：2021年10月14日, with 出席人员 in a line of its own.
    const headed = MINUTES_DAY.test(scene.text);
    const at = headed ? 0 : scene.text.search(HELD);
    if (at < 0 || !scenes.prints(scene) || scenes.statusAt(scene, at) !== "held") continue;
    const days = scenes.daysAt(scene, at);
    if (days === null || days.start === null || days.start !== days.end) continue;
    if (days.start !== before && days.start !== after) continue;
    if (covers(visit, days.start) || !(headed || attended(scenes, scene, lead))) continue;
    const there = /在[^，,。；;]{2,24}(?:举行|召开|举办)|(?:举行|召开|举办)/.exec(scene.text);
    const from = scene.start + (there?.index ?? 0);
    const place = scenes.sides.sideNear(repairedSpan(from, from + (there?.[0].length ?? 0)));
    if (place !== null && place !== host) continue;
    whole = days.start === before ? { ...whole, start: days.start } : { ...whole, end: days.start };
  }
  return { ...visit, ...whole, end: goneOn(scenes, { ...visit, ...whole }) ?? whole.end };
}

/** The name stands in the statement or in the next of its paragraph that are of the same day. */
function attended(scenes: Scenes, scene: Scene, name: string): boolean {
  for (const next of scenes.all.slice(scene.index, scene.index + 3)) {
    if (next.utterance.unit.paragraph !== scene.utterance.unit.paragraph) return false;
    if (next !== scene && scenes.prints(next)) return false;
    if (next.text.includes(name)) return true;
  }
  return false;
}
