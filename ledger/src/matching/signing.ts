import { sameHappening } from "../likeness/happening-likeness.js";
import type { Matching } from "../likeness/matching.js";

/** 签约: the same pair on days that meet, told apart by what was signed and with which firm. */
export const signingMatching: Matching = {
  record: "signing",
  candidates: (row, scopeId, find) =>
    sameHappening(row, scopeId, find, [
      { field: "object", zh: "签约内容", en: "object" },
      { field: "firm", zh: "签约企业", en: "firm" },
    ]),
};
