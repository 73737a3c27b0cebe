import { relateDates } from "@shanhai/model";
import { candidate, everyRow, type Matching, storedText, textOf } from "../likeness/matching.js";
import { textLikeness } from "../likeness/text-likeness.js";

/** 项目节点: the same kind of step with the same name in the same scope; another day makes it another step. */
export const milestoneMatching: Matching = {
  record: "milestone",
  async candidates(row, scopeId, find) {
    const type = textOf(row, "type");
    const stored = await everyRow(find, "milestone", {
      scope: scopeId,
      ...(type === null ? {} : { filter: { type } }),
    });
    return stored.flatMap((other) => {
      const alike = textLikeness(textOf(row, "name") ?? "", storedText(other, "name") ?? "");
      const [day, known] = [textOf(row, "date"), storedText(other, "date")];
      const days = day === null || known === null ? "unknown" : relateDates(day, known);
      if (alike < 0.7 || ["before", "after", "apart"].includes(days)) return [];
      const sure = days === "unknown" ? 0.6 : 0.9;
      const zh = ["同一节点类型", alike === 1 ? "名称相同" : "名称相近", days === "unknown" ? "日期不全" : "日期相符"];
      const en = [
        "same step",
        alike === 1 ? "same name" : "similar name",
        days === "unknown" ? "dates incomplete" : "dates agree",
      ];
      return candidate(other, { score: alike * sure, zh, en });
    });
  },
};
