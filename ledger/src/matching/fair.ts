import { sameHappening } from "../likeness/happening-likeness.js";
import type { Matching } from "../likeness/matching.js";

/** 展销招聘活动: the same pair on days that meet, told apart by name. */
export const fairMatching: Matching = {
  record: "fair",
  candidates: (row, scopeId, find) =>
    sameHappening(row, scopeId, find, [{ field: "name", zh: "活动名称", en: "name" }]),
};
