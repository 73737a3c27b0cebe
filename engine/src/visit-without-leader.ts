import { Pattern } from "./pattern.js";
import type { Days, EventDraft, Scene, Scenes } from "./scene.js";
import { opposite } from "./sides.js";
import { repairedSpan } from "./span.js";

/** Visits that are told without anybody who leads (率队) and without a word for a delegation that goes (代表团赴…). */

/** 3月14日到16日，他们在仪陇走了三个镇: told again with its days. */
const STAYED = new Pattern(
  /(?:他们|她们|代表团|考察[团组]|调研组|客人们?|一行(?:人|\d+人)?)(?:先后|又|一路)?在([^，,。；;“”]{2,16}?)(?:走了|跑了|看了|转了|待了|住了|走访了?|考察了?|调研了?|参观了?)/g,
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
