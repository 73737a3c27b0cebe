import { candidate, everyRow, type Matching, storedText, textOf } from "../likeness/matching.js";

/** 结对关系: the same two parties by name in the same pair; names below a pair are told fully enough to be one's own. */
export const pairingMatching: Matching = {
  record: "pairing",
  async candidates(row, scopeId, find) {
    const stored = await everyRow(find, "pairing", { scope: scopeId, filter: { label: textOf(row, "label") } });
    return stored.map((other) => {
      const types = ["east_type", "west_type"].every((type) => textOf(row, type) === storedText(other, type));
      return types
        ? candidate(other, { score: 0.95, zh: ["同一结对范围", "双方名称相同"], en: ["same pair", "same two names"] })
        : candidate(other, { score: 0.5, zh: ["双方名称相同", "类型不同"], en: ["same two names", "another type"] });
    });
  },
};
