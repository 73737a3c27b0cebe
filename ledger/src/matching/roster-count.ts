import { candidate, everyRow, type Matching, storedText, textOf } from "../likeness/matching.js";

/** 结对规模: the same counts of the same regions, or other counts of them on the same day (a difference to be settled). */
export const rosterCountMatching: Matching = {
  record: "roster_count",
  async candidates(row, scopeId, find) {
    const text = (value: unknown) => JSON.stringify(value ?? []);
    const stored = await everyRow(find, "roster_count", { scope: scopeId });
    return stored
      .filter((other) => text(other.values.regions) === text(row.values.regions?.value))
      .flatMap((other) => {
        const equal = (["east", "west"] as const).every(
          (side) => counts(other.values[side]) === counts(row.values[side]?.value),
        );
        if (equal)
          return candidate(other, { score: 0.9, zh: ["同一范围", "数量相同"], en: ["same regions", "same counts"] });
        const sameDay = textOf(row, "as_of") !== null && textOf(row, "as_of") === storedText(other, "as_of");
        const zh = ["同一范围", "同一截至日", "数量不同"];
        return sameDay ? candidate(other, { score: 0.4, zh, en: ["same regions", "same day", "other counts"] }) : [];
      });
  },
};

/** Counts in one form, whatever the order of types and of keys. */
function counts(value: unknown): string {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items
    .map((item) => {
      const { type, count, unit } = Object(item) as { type?: unknown; count?: unknown; unit?: unknown };
      return JSON.stringify([type ?? null, count ?? null, unit ?? null]);
    })
    .sort()
    .join();
}
