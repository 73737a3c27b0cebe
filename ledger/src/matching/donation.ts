import { sameHappening } from "../likeness/happening-likeness.js";
import type { Matching } from "../likeness/matching.js";

/** 捐赠: the same pair on days that meet, told apart by donor, gift and sum. */
export const donationMatching: Matching = {
  record: "donation",
  candidates: (row, scopeId, find) =>
    sameHappening(row, scopeId, find, [
      { field: "donor", zh: "捐赠单位", en: "donor" },
      { field: "object", zh: "捐赠内容", en: "gift" },
      { field: "amount", zh: "金额", en: "sum", exact: true },
    ]),
};
