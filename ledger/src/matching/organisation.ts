import { candidate, everyRow, type Matching, storedText, textOf } from "../likeness/matching.js";
import { plainText } from "../likeness/text-likeness.js";

/** 单位: the same name or a former one; the place told settles or weakens it (区教育局 is in every district). */
export const organisationMatching: Matching = {
  record: "organisation",
  async candidates(row, _scopeId, find) {
    const [name, place] = [textOf(row, "name") ?? "", textOf(row, "place")];
    const stored = await everyRow(find, "organisation", { filter: { name } });
    return stored
      .filter((other) => plainText(storedText(other, "name") ?? "") === plainText(name))
      .map((other) => {
        const known = storedText(other, "place");
        if (place === null || known === null) {
          return candidate(other, {
            score: 0.6,
            zh: ["名称相同", "所在地未载明"],
            en: ["same name", "place not told"],
          });
        }
        const near = place.startsWith(known) || known.startsWith(place);
        return near
          ? candidate(other, { score: 0.95, zh: ["名称相同", "同一所在地"], en: ["same name", "same place"] })
          : candidate(other, { score: 0.2, zh: ["名称相同", "所在地不同"], en: ["same name", "another place"] });
      });
  },
};
