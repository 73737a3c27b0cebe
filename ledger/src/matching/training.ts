import { sameHappening } from "../likeness/happening-likeness.js";
import type { Matching } from "../likeness/matching.js";

/** 培训: the same pair on days that meet, told apart by the name of the class. */
export const trainingMatching: Matching = {
  record: "training",
  candidates: (row, scopeId, find) =>
    sameHappening(row, scopeId, find, [{ field: "name", zh: "培训班名称", en: "name" }]),
};
