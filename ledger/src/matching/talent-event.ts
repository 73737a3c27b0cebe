import { sameHappening } from "../likeness/happening-likeness.js";
import type { Matching } from "../likeness/matching.js";

/** 人才活动: the same pair on days that meet, told apart by kind: a care visit is no farewell. */
export const talentEventMatching: Matching = {
  record: "talent_event",
  candidates: (row, scopeId, find) =>
    sameHappening(row, scopeId, find, [{ field: "type", zh: "活动类型", en: "type", exact: true }]),
};
