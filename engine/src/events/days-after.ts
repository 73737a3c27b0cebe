import { laterDay } from "../dates/calendar.js";
import type { EventDraft, Scenes } from "./scene.js";

/** 次日返程; 第二天，双方…; 29日，客人们…: how the tale goes on with the days after. */
const DAY_AFTER = /^(?:次日|翌日|第二天|隔[天日]|转天)/;
const TOGETHER =
  /^[^，,。；;]{0,4}[，,]?(?:双方|两地|两[省市县区州旗镇]|宾主|代表团|考察[团组]|调研组|慰问[团组]|专家组|他们|她们|客人们?|一行人?|[^，,。；;]{2,6}一行)/;
const LATER_THAT_DAY = /^(?:上午|中午|下午|当天|当晚|晚上|傍晚)[，,]?(?:双方|两地|宾主|代表团|客人|一行)/;
const LEAVES = /^[^，,。；;]{0,4}[，,]?[^，,。；;]{0,10}(?:返程|归途|返回|启程回|踏上回|离开)/;
/** So many statements behind that which tells the visit. */
const NEAR = 12;

/** The last of the days after a visit on which the tale goes on with those who came, or on which they leave; null: none. */
export function goneOn(scenes: Scenes, visit: EventDraft): string | null {
  const told = visit.evidence[0]?.start ?? -1;
  const first = scenes.all.findIndex(({ utterance }) => utterance.unit.span.start === told);
  const from = scenes.all[first];
  if (from === undefined || visit.end === null) return null;
  let last = visit.end;
  for (const scene of scenes.all.slice(first, first + NEAR)) {
    if (scene.item !== from.item) break;
    if (scene.utterance.unit.quoted) continue;
    for (const date of scenes.article.within("date", scene.utterance.unit.span)) {
      const { start, end } = date.value;
      if (start === null || start !== end || start <= last) continue;
      const at = date.span.end - scene.start;
      const behind = scene.text.slice(at, at + 40);
      const word = DAY_AFTER.test(scene.text.slice(date.span.start - scene.start));
      const led = visit.lead !== null && behind.includes(visit.lead);
      const next = start === laterDay(last, 1);
      const too = /[，,](?:并|又|还)于$/.test(scene.text.slice(0, date.span.start - scene.start)) && scene === from;
      const leaves = LEAVES.test(behind) && start <= (laterDay(last, MOST_DAYS) ?? "");
      if (
        !leaves &&
        !(
          next &&
          (word || too || led || TOGETHER.test(behind) || LATER_THAT_DAY.test(scenes.all[scene.index + 1]?.text ?? ""))
        )
      )
        continue;
      if (scenes.statusAt(scene, at + 4) === "held" && !AWAY.test(behind)) last = start;
    }
  }
  return last === visit.end ? null : last;
}

/** A trip of so many days at most ends where its people leave. */
const MOST_DAYS = 7;
/** 次日，县长回访某区: another trip. */
const AWAY = /回访|赴|前往|记者|获悉/;
