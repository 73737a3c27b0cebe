import type { Scene, Scenes } from "./scene.js";

/** The last day of what began before: 28日结业, 至16日结束, 活动持续至2月1日, in this statement or the next ones. */
export function lastDay(scenes: Scenes, from: Scene, start: string): string | null {
  for (const scene of scenes.all.slice(from.index, from.index + 8)) {
    for (const date of scenes.article.within("date", scene.utterance.unit.span)) {
      const day = date.value.end ?? date.value.start;
      if (day === null || day.length < start.length || day < start) continue;
      const before = scene.text.slice(0, date.span.start - scene.start);
      const after = scene.text.slice(date.span.end - scene.start);
      if (/^(?:结业|结束|结课|闭幕|落幕|收官)/.test(after) || /(?:持续至|持续到|延续至)$/.test(before)) return day;
    }
  }
  return null;
}
