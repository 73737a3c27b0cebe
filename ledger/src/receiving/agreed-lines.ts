import { printPartialDate, taskSteps } from "@shanhai/model";
import type { AgreedItem } from "./last-agreed.js";

/** 办结, 推进中, 逾期; of the other side only 已办结 and 推进中. Of several units: how many are done. */
function stateOf({ side, status, due_to, units, finished }: AgreedItem, own: "east" | "west", day: string): string {
  if (status === null) return "待分解";
  const done = status === "done" || status === "closed" || (units > 0 && finished === units);
  if (side !== own) return done ? "已办结" : "推进中";
  if (done) return status === "closed" ? "销号" : "已办结";
  if (status === "dropped") return taskSteps.find(({ code }) => code === status)?.zh ?? status;
  const how = units > 1 ? `（${finished}/${units}个单位办结）` : "";
  return `${due_to !== null && due_to < day ? "逾期" : "推进中"}${how}`;
}

const ORDER = ["办结", "推进中", "逾期", "待分解"];

/** How many items stand how: 办结 3、推进中 1. */
export function tally(items: readonly AgreedItem[], own: "east" | "west", day: string): string {
  const counts = new Map<string, number>();
  for (const one of items) {
    const state = stateOf(one, own, day).replace(/（.*$/u, "").replace("已办结", "办结").replace("销号", "办结");
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .map(([state, count]) => `${state} ${count}`)
    .join("、");
}

/** One item with its unit, its time limit on the own side, and how it stands. */
export function agreedText(one: AgreedItem, own: "east" | "west", day: string, text: string): string {
  const due = one.due === null || one.side !== own ? null : `时限${printPartialDate(one.due, "zh")}`;
  const owner = one.owner === null ? null : `责任单位：${one.owner}`;
  const says = [[owner, due].filter((part) => part !== null).join("，"), stateOf(one, own, day)];
  return `${text}（${says.filter((part) => part !== "").join("；")}）`;
}
