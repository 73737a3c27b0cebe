import type { Rule } from "../draft.js";
import { eventDraft, joinSame, sameDay, yearMarked } from "../event-draft.js";
import { lastDay } from "../last-day.js";
import { type EventDraft, scenesOf } from "../scene.js";

const OPENS =
  /(?<=学员[^，,。；;]{0,20}[，,]?)参加(?=[^，,。；;]{0,30}(?:培训班|研修班|轮训班))|开班(?!式)|开课|开训|(?:举办|举行|组织|开展)(?=[^，,。；;]{0,30}(?:培训班|研修班)(?!\d|[^，,。]{0,3}\d+期))|(?<=(?:培训班|研修班|轮训班)[^，,。；;“”]{0,30})(?:举行|举办|开讲|启动)/g;
const CLASS = /培训班|研修班|轮训班|进修班|培训/;

/** Training courses (培训班、研修班): from the opening day to the last. */
export const eventTraining: Rule = {
  id: "event-training",
  version: 1,
  purpose: "A 培训班 that 开班 on a day is a training event; it ends where 结业/结束 says.",
  apply(article, soFar) {
    const scenes = scenesOf(article, soFar);
    const found: EventDraft[] = [];
    for (const scene of scenes.told()) {
      for (const match of scene.text.matchAll(OPENS)) {
        const at = match.index;
        if (!CLASS.test(scene.text) || scenes.spoken(scene, at) || scenes.statusAt(scene, at) !== "held") continue;
        const object = /([^，,。；;“”]{2,40}?(?:培训班|研修班))/.exec(scene.text)?.[1] ?? null;
        const event = eventDraft(scenes, { type: "training", scene, at, from: 0, to: scene.text.length, object });
        if (event === null) continue;
        found.push({ ...event, end: (event.start === null ? null : lastDay(scenes, scene, event.start)) ?? event.end });
      }
    }
    return joinSame(found, sameDay).map((event) => yearMarked(scenes, event));
  },
};
