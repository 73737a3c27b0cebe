import { candidate, everyRow, type Matching, storedText, textOf } from "../likeness/matching.js";
import { nameInside, textLikeness } from "../likeness/text-likeness.js";

/** 项目: the same name in the same pair, without regard to marks; one name inside the other; or nearly the same words. */
export const projectMatching: Matching = {
  record: "project",
  async candidates(row, scopeId, find) {
    const name = textOf(row, "name") ?? "";
    const stored = await everyRow(find, "project", { scope: scopeId });
    return stored.flatMap((other) => {
      const known = storedText(other, "name") ?? "";
      const alike = textLikeness(name, known);
      if (alike === 1) {
        return candidate(other, {
          score: 0.95,
          zh: ["同一结对范围", "名称相同"],
          en: ["same pair or party", "same name"],
        });
      }
      if (nameInside(name, known)) {
        const zh = ["同一结对范围", "名称一长一短"];
        return candidate(other, { score: 0.8, zh, en: ["same pair or party", "one name inside the other"] });
      }
      // Phases differ by one character (一期, 二期): alike words alone are never sure.
      const zh = ["同一结对范围", "名称相近"];
      return alike >= 0.7
        ? candidate(other, { score: alike * 0.7, zh, en: ["same pair or party", "similar name"] })
        : [];
    });
  },
};
