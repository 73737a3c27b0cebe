import type { Rule } from "../draft.js";
import { COURSE, COURSE_HELD } from "../events/course-words.js";
import { eventDraft, joinSame, sameDay, yearMarked } from "../events/event-draft.js";
import { lastDay } from "../events/last-day.js";
import { type EventDraft, scenesOf } from "../events/scene.js";
import { Pattern } from "../patterns/pattern.js";
import { anySense } from "../patterns/senses.js";

const OPENS = anySense(COURSE_HELD);
const NAMED = new Pattern(new RegExp(`([^，,。；;“”]{2,40}?${COURSE})`));
const CLASS = new Pattern(
  new RegExp(
    `${COURSE}|培训|跟岗|跟班|课堂|进修|教室|给[\\d一二两三四五六七八九十]+[余多]?[名位个]|一[堂场节期][^，,。；;]{0,8}课|[学练听训课上]了?[一二两三四五六七八九十半\\d]+(?:天|周|个)`,
  ),
);

/** Training courses (培训班、研修班): from the opening day to the last. */
export const eventTraining: Rule = {
  id: "event-training",
  version: 1,
  purpose: "A 培训班 that 开班 on a day is a training event; it ends where 结业/结束 says.",
  apply(article, soFar) {
    const scenes = scenesOf(article, soFar);
    const found: EventDraft[] = [];
    for (const scene of scenes.told()) {
      if (!CLASS.test(scene)) continue;
      for (const match of OPENS.matches(scene)) {
        const at = match.index;
        if (scenes.spoken(scene, at) || scenes.statusAt(scene, at) !== "held" || scenes.decided(scene, at)) continue;
        // 于11月30日前组织2期技能培训: a time limit is no day.
        if (/[日月底]前[^，,。；;]{0,4}$/.test(scene.text.slice(0, at))) continue;
        const object = NAMED.exec(scene)?.[1] ?? null;
        const event = eventDraft(scenes, { type: "training", scene, at, from: 0, to: scene.text.length, object });
        if (event === null) continue;
        found.push({ ...event, end: (event.start === null ? null : lastDay(scenes, scene, event.start)) ?? event.end });
      }
    }
    return joinSame(found, sameDay).map((event) => yearMarked(scenes, event));
  },
};
