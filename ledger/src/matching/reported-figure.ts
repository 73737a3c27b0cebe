import type { ProposedRow } from "@shanhai/model";
import type { Row } from "../ledger.js";
import { candidate, everyRow, type Likeness, type Matching, storedText, textOf } from "../likeness/matching.js";
import { textLikeness } from "../likeness/text-likeness.js";

/**
 * 报道数据: the same number of the same thing for the same regions and time. The same thing with another number is shown
 * too, as a difference between two sources and with a low score: which one holds is for a person to say.
 */
export const reportedFigureMatching: Matching = {
  record: "reported_figure",
  async candidates(row, scopeId, find) {
    const measure = textOf(row, "measure");
    const filter = measure === null ? {} : { filter: { measure } };
    const stored = await everyRow(find, "reported_figure", { scope: scopeId, ...filter });
    return stored.flatMap((other) => {
      const found = likeness(row, other);
      return found ? candidate(other, found) : [];
    });
  },
};

function likeness(row: ProposedRow, stored: Row): Likeness | null {
  const alike = textLikeness(textOf(row, "of") ?? "", storedText(stored, "of") ?? "");
  if (alike < 0.6 || !sameRegions(row, stored)) return null;
  const [period, known] = [textOf(row, "period"), storedText(stored, "period")];
  if (period !== null && known !== null && period !== known) return null;
  const samePeriod = period !== null && period === known;
  const zh = [alike === 1 ? "指标相同" : "指标相近", "同一范围", samePeriod ? "同一时段" : "时段未载明"];
  const en = [
    alike === 1 ? "same thing counted" : "similar thing counted",
    "same regions",
    samePeriod ? "same period" : "period not told",
  ];
  const same = ["amount", "base"].some((field) => {
    const value = textOf(row, field);
    return value !== null && Number(value) === Number(storedText(stored, field) ?? Number.NaN);
  });
  if (same && textOf(row, "base_unit") === storedText(stored, "base_unit")) {
    return { score: alike * (samePeriod ? 0.95 : 0.75), zh: [...zh, "数值相同"], en: [...en, "same number"] };
  }
  return samePeriod ? { score: alike * 0.35, zh: [...zh, "数值不同"], en: [...en, "another number"] } : null;
}

function sameRegions(row: ProposedRow, stored: Row): boolean {
  const sorted = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.map(String).sort() : []);
  return sorted(row.values.regions?.value) === sorted(stored.values.regions);
}
