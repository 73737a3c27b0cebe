import type { PersonMention } from "../annotation.js";
import type { Side } from "../fact.js";
import { opposite } from "../parties/sides.js";
import { Pattern } from "../patterns/pattern.js";
import { repairedSpan } from "../span.js";
import type { Days, EventDraft, Scene, Scenes } from "./scene.js";

/** Visits that are told without anybody who leads (率队) and without a word for a delegation that goes (代表团赴…). */

/** 3月14日到16日，他们在仪陇走了三个镇: told again with its days. */
const STAYED = new Pattern(
  /(?:他们|她们|代表团|考察[团组]|调研组|客人们?|一行(?:人|\d+人)?)(?:先后|又|一路)?在([^，,。；;“”]{2,16}?)(?:走了|跑了|看了|转了|待了|住了|走访了?|考察了?|调研了?|参观了?|打了?地铺|过了?[的一]?夜)/g,
);
/** Whom the tale calls by a pronoun or 代表团, at the other side's place on printed days. */
export function stayed(scenes: Scenes, scene: Scene): readonly EventDraft[] {
  if (!scenes.prints(scene)) return [];
  const { sides } = scenes;
  for (const match of STAYED.matches(scene)) {
    const at = match.index;
    if (scenes.spoken(scene, at) || scenes.statusAt(scene, at) !== "held") continue;
    const from = scene.start + at;
    const host = sides.pathsIn(repairedSpan(from, from + match[0].length)).map((path) => sides.county(path));
    const there = sides.ofPath(host[0] ?? null);
    const days = scenes.daysAt(scene, at);
    if (there === null || days === null || days.start === null) continue;
    const visitor = sides.principal(opposite(there));
    if (visitor.length === 0) continue;
    return [
      visitDraft(scene, at, {
        visitor,
        host: [...new Set(host)],
        days,
        lead: null,
        confidence: 0.7,
        inferred: ["visitor"],
      }),
    ];
  }
  return [];
}

/** 镇海区迎来了金阳县协作调研组: who welcomes is the host, whose delegation it is travels. */
export function welcome(scenes: Scenes, scene: Scene, at: number): EventDraft | null {
  const { sides } = scenes;
  const before = scene.text.slice(Math.max(0, at - 60), at);
  const verb = /迎来了?(?=[^，,。；;]*$)/.exec(before);
  if (verb === null) return null;
  const from = scene.start + at - before.length + verb.index;
  const clause = /[^，,。；;：:]*$/.exec(before.slice(0, verb.index))?.[0] ?? "";
  const visitor = sides.pathsIn(repairedSpan(from, scene.start + at));
  const host = sides.pathsIn(repairedSpan(from - clause.length, from));
  const [own, there] = [sides.ofPath(visitor[0] ?? null), sides.ofPath(host[0] ?? null)];
  const days = scenes.daysAt(scene, at);
  if (own === null || there === null || own === there || days === null) return null;
  return visitDraft(scene, at, {
    visitor,
    host,
    days,
    lead: null,
    confidence: 0.8,
    inferred: days.stated ? [] : ["start", "end"],
  });
}

export function visitDraft(
  scene: Scene,
  at: number,
  told: Pick<EventDraft, "visitor" | "host" | "lead" | "confidence" | "inferred"> & { readonly days: Days },
): EventDraft {
  const { days, ...fields } = told;
  return {
    kind: "event",
    key: `visit:${scene.start + at}`,
    type: "visit",
    subtype: null,
    start: days.start,
    end: days.end,
    place: null,
    object: null,
    stops: [],
    within: null,
    projects: [],
    status: "held",
    evidence: [scene.utterance.unit.span],
    ...fields,
  };
}

/** 县委书记某某会见了(前来考察的)某区政协主席某某一行: who is met is who travels. */
const MET = new Pattern(
  /(?:会见|接见|会晤|接待|迎接)了?(?:(?:专程)?(?:前来|来|到访|来访)[^，,。；;]{0,14}?的)?(?=([^，,。；;]{2,48}?)(?:一行|代表团|考察[团组]|调研组))/g,
);

export function met(scenes: Scenes, scene: Scene): readonly EventDraft[] {
  const { sides } = scenes;
  for (const match of MET.matches(scene)) {
    const at = match.index;
    if (scenes.spoken(scene, at) || scenes.statusAt(scene, at) !== "held") continue;
    const from = scene.start + at + match[0].length;
    const guests = repairedSpan(from, from + (match[1] ?? "").length);
    const visitor = sides.pathsIn(guests);
    const own = sides.ofPath(visitor[0] ?? null);
    const days = scenes.daysAt(scene, at) ?? scenes.undated(scene);
    if (own === null || days === null) continue;
    const lead =
      scenes.article.within("person", guests).find((person) => !person.value.surnameOnly)?.value.name ?? null;
    const named = sides.pathsIn(repairedSpan(scene.start, scene.start + at), opposite(own));
    const host = named.length > 0 ? named.map((path) => sides.county(path)) : sides.principal(opposite(own));
    if (host.length === 0) continue;
    const inferred = named.length > 0 ? [] : ["host"];
    return [visitDraft(scene, at, { visitor, host, days, lead, confidence: 0.8, inferred })];
  }
  return [];
}

/** 随车来的还有院长某某, 带队的是副局长某某: who came is named behind the verb. */
const HEADED = new Pattern(
  /(?:随[车行团队]?(?:一起|一同)?(?:前)?来|一[起同](?:前)?来|同来|带队(?:前)?来?|领头|带头|为首)的(?:还有|有|就?是)(?=[^，,。；;]{4,40})/g,
);

/** Pupils, trainees, workers and posted staff are led too, and visit nobody. */
const NO_DELEGATION = /夏令营|研学|小学生|学生们|学员|务工|医疗队|支教|支医|援派|跟岗/;

export function headed(scenes: Scenes, scene: Scene): readonly EventDraft[] {
  for (const match of HEADED.matches(scene)) {
    const at = match.index;
    if (scenes.spoken(scene, at) || scenes.statusAt(scene, at) !== "held") continue;
    const from = scene.start + at;
    if (NO_DELEGATION.test(scene.document.slice(Math.max(0, from - 160), from + 60))) continue;
    const person = scenes.article
      .within("person", repairedSpan(from, Math.min(scene.start + scene.text.length, from + 60)))
      .find(({ value }) => !value.surnameOnly);
    if (person === undefined) continue;
    const told = arrival(scenes, scene, at, person, sideOfComer(scenes, scene, at, person));
    if (told !== null) return [told];
  }
  return [];
}

/** 某某和四位养羊能手从车上下来. */
const WITH_OTHERS = /^[^，,。；;]?$|^(?:[和与偕]|带着|领着|陪着)[^，,。；;、]{2,16}$/;

/** 党总支书记某某第一次走进大凉山: somebody comes, and the tale says for which time. */
const NTH_TIME = new Pattern(
  /第[一二三四五六七八九十\d]+次(?:走进|来到|踏[上进入]|赴|到(?=[一-龥]{2}))|从[^，,。；;]{2,10}?(?:专程|远道|连夜)?(?:飞过?来|赶过?来|飞抵|飞到|赶到)|(?:走下了?|从)(?:飞机|汽车|中巴|大巴|火车|高铁|车)上?(?:走?下来|下车)?(?=[，,。])/g,
);

export function firstTime(scenes: Scenes, scene: Scene): readonly EventDraft[] {
  if (!scenes.prints(scene)) return [];
  for (const match of NTH_TIME.matches(scene)) {
    const at = match.index;
    if (scenes.spoken(scene, at) || scenes.statusAt(scene, at) !== "held") continue;
    const end = scene.start + at;
    const person = scenes.article
      .within("person", repairedSpan(Math.max(scene.start, end - 30), end))
      .findLast(
        ({ span, value }) =>
          !value.surnameOnly && WITH_OTHERS.test(scene.text.slice(span.end - scene.start, match.index)),
      );
    if (person === undefined) continue;
    const told = arrival(scenes, scene, at, person, scenes.sides.ofPerson(person.value.name));
    if (told !== null) return [told];
  }
  return [];
}

/** Whose they are: by the person, else by the institution that the words before name (某区某医院送的，随车来的…). */
function sideOfComer(scenes: Scenes, scene: Scene, at: number, person: PersonMention): Side | null {
  const own = scenes.sides.ofPerson(person.value.name);
  if (own !== null) return own;
  const words = repairedSpan(scene.start + Math.max(0, at - 40), person.span.start);
  const named = scenes.article.within("region", words).flatMap(({ value }) => scenes.sides.ofPath(value.path) ?? []);
  return named.at(-1) ?? null;
}

function arrival(
  scenes: Scenes,
  scene: Scene,
  at: number,
  person: PersonMention,
  side: Side | null,
): EventDraft | null {
  const days = scenes.daysAt(scene, at);
  if (side === null || days === null || days.start === null) return null;
  const { sides } = scenes;
  const whole = repairedSpan(scene.start, scene.start + scene.text.length);
  const own = sides.pathsIn(repairedSpan(scene.start, person.span.end), side).filter((path) => !/村$/.test(path));
  const there = sides.pathsIn(whole, opposite(side)).map((path) => sides.county(path));
  const leg = scene.leg.filter((path) => sides.ofPath(path) === opposite(side));
  const host = [there, leg, sides.principal(opposite(side))].find((paths) => paths.length > 0) ?? [];
  const visitor = own.length > 0 ? own : sides.principal(side);
  if (host.length === 0 || visitor.length === 0) return null;
  return visitDraft(scene, at, {
    visitor,
    host: [...new Set(host)],
    days,
    lead: person.value.name,
    confidence: 0.65,
    inferred: [
      ...(own.length > 0 ? [] : ["visitor"]),
      ...(there.length > 0 ? [] : ["host"]),
      ...(days.stated ? [] : ["start", "end"]),
    ],
  });
}
