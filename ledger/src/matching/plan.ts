import { candidate, everyRow, type Matching, storedText, textOf } from "../likeness/matching.js";
import { textLikeness } from "../likeness/text-likeness.js";

/** 规划计划: nearly the same name of the same tier; two years of one plan are two plans. */
export const planMatching: Matching = {
  record: "plan",
  async candidates(row, scopeId, find) {
    const stored = await everyRow(find, "plan", { scope: scopeId });
    return stored
      .filter((other) => textOf(row, "tier") === storedText(other, "tier"))
      .filter((other) => textOf(row, "year") === storedText(other, "year"))
      .flatMap((other) => {
        const alike = textLikeness(textOf(row, "name") ?? "", storedText(other, "name") ?? "");
        const zh = ["同一层级", alike === 1 ? "名称相同" : "名称相近"];
        const en = ["same tier", alike === 1 ? "same name" : "similar name"];
        return alike >= 0.7 ? candidate(other, { score: alike * 0.9, zh, en }) : [];
      });
  },
};
