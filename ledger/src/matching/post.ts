import { candidate, everyRow, type Matching, storedText, textOf } from "../likeness/matching.js";
import { plainText } from "../likeness/text-likeness.js";

/** 职务: the same person's name in the same post of the same party. Seen on another day it is still the same post. */
export const postMatching: Matching = {
  record: "post",
  async candidates(row, scopeId, find) {
    const [holder, title] = [textOf(row, "holder") ?? "", plainText(textOf(row, "title") ?? "")];
    const stored = await everyRow(find, "post", { scope: scopeId, filter: { holder } });
    return stored
      .filter((other) => plainText(storedText(other, "title") ?? "") === title)
      .map((other) =>
        candidate(other, {
          score: 0.9,
          zh: ["同一协作主体", "同名", "同一职务"],
          en: ["same party", "same name", "same post"],
        }),
      );
  },
};
