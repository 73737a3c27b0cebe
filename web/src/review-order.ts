import type { ReviewItem } from "@shanhai/model";

/** Items that will become rows of one record; `record` null: kept as facts, no ledger takes them yet. */
export interface ItemGroup {
  readonly record: string | null;
  readonly items: readonly ReviewItem[];
}

/** Items with less than this are shown as doubtful, and are never adopted together with the certain ones. */
export const certainFrom = 0.9;

/** How many are adopted in one go: their rows with all that they stand on fit into one writing of the ledger (500 rows). */
export const certainAtOnce = 100;

/**
 * Groups items by the record that they become, doubt first: groups by their least certain item, items by confidence,
 * then by place. What was decided changes nothing, so that nothing moves under the hand.
 */
export function groupItems(items: readonly ReviewItem[]): readonly ItemGroup[] {
  const groups = new Map<string | null, ReviewItem[]>();
  for (const item of items) {
    const record = item.rows.find(({ key }) => key.includes(item.fact.id))?.record ?? item.rows[0]?.record ?? null;
    const group = groups.get(record);
    if (group === undefined) groups.set(record, [item]);
    else group.push(item);
  }
  const doubt = (group: readonly ReviewItem[]) => Math.min(...group.map(({ fact }) => fact.confidence));
  return [...groups]
    .map(([record, group]) => ({ record, items: group.sort(byDoubt) }))
    .sort((a, b) => Number(a.record === null) - Number(b.record === null) || doubt(a.items) - doubt(b.items));
}

function byDoubt(a: ReviewItem, b: ReviewItem): number {
  return a.fact.confidence - b.fact.confidence || placeOf(a) - placeOf(b);
}

function placeOf({ fact }: ReviewItem): number {
  return fact.evidence[0]?.start ?? 0;
}

/** True for open items that may be adopted together: sure enough, and nothing on record looks the same. */
export function isCertain(item: ReviewItem): boolean {
  return (
    item.state === "open" &&
    item.fact.confidence >= certainFrom &&
    item.beside.length === 0 &&
    item.rows.every(({ candidates }) => candidates.length === 0)
  );
}
