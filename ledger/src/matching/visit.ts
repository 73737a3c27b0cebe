import { sameHappening } from "../likeness/happening-likeness.js";
import type { Matching } from "../likeness/matching.js";

/** 互访: the same pair on days that meet, the same leader nearly settles it; another leader is another delegation. */
export const visitMatching: Matching = {
  record: "visit",
  candidates: (row, scopeId, find) =>
    sameHappening(row, scopeId, find, [{ field: "lead", zh: "带队领导", en: "leader" }]),
};
