import { candidate, everyRow, type Matching, storedText, textOf } from "../likeness/matching.js";
import { textLikeness } from "../likeness/text-likeness.js";

/** 表态: nearly the same words of the same speaker in the same scope. Two papers print one speech with small differences. */
export const statementMatching: Matching = {
  record: "statement",
  async candidates(row, scopeId, find) {
    const speaker = textOf(row, "speaker");
    const act = textOf(row, "act");
    const stored = await everyRow(find, "statement", { scope: scopeId, ...(act === null ? {} : { filter: { act } }) });
    return stored.flatMap((other) => {
      const known = storedText(other, "speaker");
      const alike = textLikeness(textOf(row, "text") ?? "", storedText(other, "text") ?? "");
      if (speaker !== null && speaker === known && alike >= 0.6) {
        const zh = ["同一表态人", alike === 1 ? "内容相同" : "内容相近"];
        return candidate(other, {
          score: Math.min(0.98, alike + 0.05),
          zh,
          en: ["same speaker", alike === 1 ? "same words" : "similar words"],
        });
      }
      // A collective speaker is printed in many ways; then the words must be nearly equal.
      const zh = [speaker === null || known === null ? "表态人未载明" : "表态人写法不同", "内容相近"];
      const en = [
        speaker === null || known === null ? "speaker not told" : "speaker printed differently",
        "similar words",
      ];
      return alike >= 0.8 ? candidate(other, { score: alike * 0.8, zh, en }) : [];
    });
  },
};
