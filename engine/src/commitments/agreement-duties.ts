import type { Side } from "../fact.js";
import type { Sides } from "../parties/sides.js";
import { partySide } from "./commitment-side.js";

/** A part of an agreement that lists what one party, or all of them, take on: 一、甲方的义务, 第三条 共同责任. */
const HEAD =
  /^(?:第?[一二三四五六七八九十]+[、条章.．\s　]|[（(][一二三四五六七八九十]+[）)])[\s　]*(甲方|乙方|丙方|甲乙双方|双方|三方|各方|共同)(?:的|应尽|主要)?(?:责任|义务|职责|任务|工作|承诺)(?:和[^，,。：:]{1,6})?[：:。]?$/;
/** A part with another head ends the list. */
const OTHER_HEAD = /^(?:第?[一二三四五六七八九十]+[、条章])/;
const ITEM = /^(?:\d{1,2}[.．、]|[（(](?:[一二三四五六七八九十]+|\d{1,2})[）)]|[①-⑳])[\s　]*\S.{6,}/;

/** Whose duties the items that follow are. */
export type Duty = Side | "both";

/**
 * What a line of an agreement says of the lines after it: whose duties they are, `null` when another part begins,
 * `undefined` when the line is no head. A party without a region (丙方 of a firm elsewhere) has no side and no duties here.
 */
export function dutiesFrom(sides: Sides, line: string): Duty | null | undefined {
  const party = HEAD.exec(line)?.[1];
  if (party !== undefined) return /^[甲乙丙]方$/.test(party) ? partySide(sides, party) : "both";
  return OTHER_HEAD.test(line) ? null : undefined;
}

/** Whether a sentence is an item of such a list. */
export function isDuty(sentence: string): boolean {
  return ITEM.test(sentence);
}
