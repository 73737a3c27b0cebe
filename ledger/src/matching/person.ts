import type { ProposedRow } from "@shanhai/model";
import type { Row } from "../ledger.js";
import { candidate, everyRow, type Likeness, type Matching, storedText, textOf } from "../likeness/matching.js";

/** 黄某, 李某某: a name that hides the name. Two of them are never the same person by it. */
const HIDDEN = /某|[×xX*＊○]/;

/**
 * 人员: people of the same name, judged by where and in what post the ledger has seen them. The name alone is no
 * reason: a clerk who merges two 黄某 on it makes one person of two, and the reason says so.
 */
export const personMatching: Matching = {
  record: "person",
  async candidates(row, _scopeId, find) {
    const name = textOf(row, "name") ?? "";
    const namesakes = await everyRow(find, "person", { filter: { name } });
    return Promise.all(
      namesakes.map(async (person) => {
        const posts = await everyRow(find, "post", { parent: person.id });
        return candidate(person, likeness(name, row.traits ?? {}, posts));
      }),
    );
  },
};

function likeness(name: string, traits: NonNullable<ProposedRow["traits"]>, posts: readonly Row[]): Likeness {
  const seen = (field: string) => new Set(posts.map((post) => storedText(post, field)).filter((text) => text !== null));
  const meets = (trait: string) => (traits[trait] ?? []).some((value) => seen(trait).has(value));
  const differs = (trait: string) => (traits[trait] ?? []).length > 0 && seen(trait).size > 0 && !meets(trait);
  if (HIDDEN.test(name) || [...name].length < 2) {
    const zh = ["仅姓氏相同", "隐去名字的称呼不能据以认定为同一人"];
    return { score: 0.1, zh, en: ["same surname only", "a hidden name does not identify anybody"] };
  }
  if (meets("region") && meets("title")) {
    return { score: 0.95, zh: ["同名", "同一地区", "同一职务"], en: ["same name", "same region", "same post"] };
  }
  if (meets("region")) {
    return { score: 0.75, zh: ["同名", "同一地区", "职务不同"], en: ["same name", "same region", "another post"] };
  }
  if (differs("side")) {
    const zh = ["仅姓名相同", "分属东西部两方"];
    return { score: 0.1, zh, en: ["same name only", "on different sides"] };
  }
  if (differs("region")) {
    const zh = ["仅姓名相同", "地区不同：调任或重名，请核对"];
    return { score: 0.3, zh, en: ["same name only", "another region: moved, or a namesake"] };
  }
  const zh = ["仅姓名相同", "没有职务或地区可以印证"];
  return { score: 0.3, zh, en: ["same name only", "no post or region to confirm it"] };
}
