import { opposite } from "../parties/sides.js";
import { Pattern } from "../patterns/pattern.js";
import { repairedSpan } from "../span.js";
import type { EventDraft, Scene, Scenes } from "./scene.js";
import { visitDraft } from "./visit-without-leader.js";

/** 今天，昌平区卫健委的同志们到了。带队的副主任某某…: guests who have come, in the words of a diary. */
const CAME = new Pattern(
  /(?:同志|客人|朋友|领导|亲人|伙伴|企业家|老总|同行|考察[团组]|代表团|调研组)们?(?:们|一行)?(?:又|也|都|终于|如约|准时|一早|果然|真的)*(?:到了|来了|进[村山城]了|上山了)(?=[，,。！!；;])/g,
);
/** Who leads is named in the next statements of the paragraph. */
const LEADS = /(?:带队|领队|领头|带头|为首)(?:的|是|来的)/;
const NEXT = 3;

export function guestsCame(scenes: Scenes, scene: Scene): readonly EventDraft[] {
  const { sides } = scenes;
  for (const match of CAME.matches(scene)) {
    const at = match.index;
    const days = scenes.daysAt(scene, at);
    if (scenes.spoken(scene, at) || scenes.statusAt(scene, at) !== "held" || days === null || days.start === null)
      continue;
    const clause = /[^，,。；;]*$/.exec(scene.text.slice(0, at))?.[0] ?? "";
    const named = sides.pathsIn(repairedSpan(scene.start + at - clause.length, scene.start + at));
    const own = sides.ofPath(named[0] ?? null);
    if (own === null) continue;
    const there = sides.pathsIn(repairedSpan(scene.start + at, scene.start + scene.text.length), opposite(own));
    const leg = scene.leg.filter((path) => sides.ofPath(path) === opposite(own));
    const host = [there, leg, sides.principal(opposite(own))].find((paths) => paths.length > 0) ?? [];
    if (host.length === 0) continue;
    return [
      visitDraft(scene, at, {
        visitor: named.filter((path) => sides.ofPath(path) === own),
        host: [...new Set(host.map((path) => sides.county(path)))],
        days,
        lead: leaderNext(scenes, scene, at),
        confidence: 0.7,
        inferred: [...(there.length > 0 ? [] : ["host"]), ...(days.stated ? [] : ["start", "end"])],
      }),
    ];
  }
  return [];
}

/** Who leads a visit that was told without: the next statements of its paragraph name them. */
export function leaderToldNext(scenes: Scenes, visit: EventDraft): string | null {
  const scene = scenes.all.find(({ start }) => start === visit.evidence[0]?.start);
  return scene === undefined ? null : leaderNext(scenes, scene, 0);
}

function leaderNext(scenes: Scenes, scene: Scene, at: number): string | null {
  const { paragraph } = scene.utterance.unit;
  for (const told of scenes.all.slice(scene.index, scene.index + NEXT)) {
    if (told.utterance.unit.paragraph !== paragraph) return null;
    const from = told === scene ? at : 0;
    const led = LEADS.exec(told.text.slice(from));
    if (led === null) continue;
    const words = repairedSpan(told.start + from + led.index, told.start + told.text.length);
    const person = scenes.article.within("person", words).find(({ value }) => !value.surnameOnly);
    if (person !== undefined && person.span.start - words.start < 30) return person.value.name;
  }
  return null;
}
