import { laterDay } from "../dates/calendar.js";
import { numberAt } from "../numbers/chinese-number.js";
import type { EventDraft, Scene, Scenes } from "./scene.js";

/** So many statements are read for the end of what began. */
const TOLD_WITHIN = 8;
/** 培训为期5天, 历时两周, 一教就是十天: how long it lasted, counted from its first day. */
const LASTED =
  /(?:为期|历时|持续|一[教讲学办]就是|[办开上学](?=了)|整整[一-龥]{0,3}|跟[岗班](?:学习)?)了?(?=[一二两三四五六七八九十\d]+(天|周|个星期))/;
/** 三天销售额41万元, 两天里卖了: the days of a fair. */
const SOLD = /(?<=^|[，,。；;])(?=[两三四五六七八九十\d]+(天)(?:时间)?(?:里|内|间|共|累计|下来|销售|卖|成交|现场))/;
/** 住了四天, 看了三天, 住了两晚: how long a delegation stayed. */
const STAYED = /(?:住|待|呆|看|走|跑|转|谈|学|来)了(?:整整)?(?=[一二两三四五六七八九十\d]+[整]?(天|晚|夜))/;

/** 两天里，他们看了核桃仓库; 三天时间，…: in how many days they saw what is told. */
const SPENT = /(?<=^|[，,。；;])(?:前后|一连|短短|整整|在)?(?=[两二三四五六七](天)(?:的?时间)?(?:里|间|内)?[，,])/;

/** 随后三天里，他们去了牧场: so many days more. */
const MORE = /(?:随后|接下来|此后)的?(?=[一两二三四五六七](天)(?:时间)?(?:里|内|间)?[，,])/;
/** 开展为期两天的对接: told of the visit itself. */
const PERIOD = /(?:为期|历时)(?=[一二两三四五六七八九十\d]+(天|周))/;

/** 考察团在峨边待了三天: told of the whole trip, further on. */
const GROUP_STAYED =
  /^(?:代表团|考察[团组]|调研组|他们|一行人?|客人们?)(?:一行)?在[^，,。；;]{2,12}(?:住|待|呆|走|跑)了/;

/**
 * The last day of what began before: 28日结业, 至16日结束, 活动持续至2月1日, in this statement or the next ones; else by how long
 * it lasted (为期5天, 三天卖了48万元), told beside it.
 */
export function lastDay(scenes: Scenes, from: Scene, start: string): string | null {
  for (const scene of scenes.all.slice(from.index, from.index + TOLD_WITHIN)) {
    if (scene.item !== from.item) break;
    for (const date of scenes.article.within("date", scene.utterance.unit.span)) {
      const day = date.value.end ?? date.value.start;
      if (day === null || day.length < start.length || day < start) continue;
      const before = scene.text.slice(0, date.span.start - scene.start);
      const after = scene.text.slice(date.span.end - scene.start);
      if (/^(?:结业|结束|结课|闭幕|落幕|收官|返程)/.test(after) || /(?:持续至|持续到|延续至)$/.test(before)) return day;
    }
  }
  return lasted(scenes, from, start, LASTED) ?? lasted(scenes, from, start, SOLD);
}

/** The days of a visit that is told of one day, with the nights or days that its travellers stayed. */
export function withStay(scenes: Scenes, visit: EventDraft): EventDraft {
  const { start, end, evidence } = visit;
  const at = evidence[0]?.start ?? -1;
  if (start === null || start !== end || start.replace(/^--/, "0000-").length < 10) return visit;
  const scene = scenes.all.find((told) => told.utterance.unit.span.start === at);
  if (scene === undefined) return visit;
  const later = scenes.all
    .slice(scene.index + 1, scene.index + TOLD_WITHIN)
    .find((told) => told.item === scene.item && GROUP_STAYED.test(told.text));
  const more = scenes.all
    .slice(scene.index + 1, scene.index + TOLD_WITHIN)
    .find((told) => told.item === scene.item && !told.utterance.unit.quoted && MORE.test(told.text));
  // 三天时间里，他们把车间看了个遍: told of those who came, a statement further on.
  const spent = scenes.all
    .slice(scene.index + 2, scene.index + 4)
    .find(
      (told) =>
        told.utterance.unit.paragraph === scene.utterance.unit.paragraph &&
        SPENT.exec(told.text)?.index === 0 &&
        /[，,](?:他们|客人们?|代表团|考察[团组]|一行)/.test(told.text),
    );
  const last =
    (more === undefined ? null : lasted(scenes, more, start, MORE)) ??
    lasted(scenes, scene, start, STAYED) ??
    lasted(scenes, scene, start, SPENT) ??
    lasted(scenes, scene, start, PERIOD) ??
    (spent === undefined ? null : lasted(scenes, spent, start, SPENT)) ??
    (later === undefined ? null : lasted(scenes, later, start, STAYED));
  return last === null ? visit : { ...visit, end: last };
}

/** The last of so many days, told in the statement or in the next of its paragraph that has no day of its own. */
function lasted(scenes: Scenes, from: Scene, start: string, long: RegExp): string | null {
  for (const scene of scenes.all.slice(from.index, from.index + 2)) {
    if (scene.utterance.unit.paragraph !== from.utterance.unit.paragraph || scene.utterance.unit.quoted) return null;
    if (scene !== from && scenes.prints(scene)) return null;
    const match = long.exec(scene.text);
    if (match === null) continue;
    const count = Number(numberAt(scene.text, match.index + match[0].length)?.value ?? 0);
    const days =
      match[1] === "天"
        ? long === MORE
          ? count
          : count - 1
        : match[1] === "晚" || match[1] === "夜"
          ? count
          : 7 * count - 1;
    return count > 0 && days < 100 ? laterDay(start, days) : null;
  }
  return null;
}
