import type { Extraction, RepairEdit } from "@shanhai/engine";

/** Edits that replaced the same words by the same words. */
export interface RepairChange {
  readonly was: string;
  readonly now: string;
  readonly edits: readonly RepairEdit[];
}

/** One kind of repair: how often it was made, and what it changed. */
export interface RepairKind {
  readonly repair: string;
  /** As the engine counts them; edits that touch are shown as one, so there may be fewer of these. */
  readonly count: number;
  readonly changes: readonly RepairChange[];
}

/** The repairs of a document by kind, the most frequent first; in each kind the most frequent change first. */
export function repairKinds(edits: readonly RepairEdit[], damage: Extraction["damage"]): readonly RepairKind[] {
  const counts = new Map(damage.map(({ repair, count }) => [repair, count]));
  const kinds = new Map<string, Map<string, RepairEdit[]>>([...counts.keys()].map((repair) => [repair, new Map()]));
  for (const edit of edits) {
    const changes = kinds.get(edit.repair) ?? new Map<string, RepairEdit[]>();
    kinds.set(edit.repair, changes);
    const key = `${edit.was}\0${edit.now}`;
    const same = changes.get(key);
    if (same === undefined) changes.set(key, [edit]);
    else same.push(edit);
  }
  return [...kinds]
    .map(([repair, changes]) => ({
      repair,
      count: counts.get(repair) ?? [...changes.values()].reduce((sum, same) => sum + same.length, 0),
      changes: [...changes.values()]
        .map((same) => ({ was: same[0]?.was ?? "", now: same[0]?.now ?? "", edits: same }))
        .sort((a, b) => b.edits.length - a.edits.length),
    }))
    .sort((a, b) => b.count - a.count);
}

/** How many repairs were made in all, as the list of documents counts them. */
export function repairCount(damage: Extraction["damage"]): number {
  return damage.reduce((sum, { count }) => sum + count, 0);
}

/** How many characters were guessed. */
export function guessCount(edits: readonly RepairEdit[]): number {
  return edits.reduce((sum, edit) => sum + guessesOf(edit).reduce((all, { start, end }) => all + end - start, 0), 0);
}

/** The guessed stretches of an edit's new text, as places in that text. An edit without such detail is guessed as a whole. */
export function guessesOf(edit: RepairEdit): readonly { readonly start: number; readonly end: number }[] {
  if (edit.certainty === "certain") return [];
  if (edit.guessed === undefined) return [{ start: 0, end: edit.now.length }];
  const inside = (place: number) => Math.max(0, Math.min(edit.now.length, place - edit.repaired.start));
  return edit.guessed
    .map(({ start, end }) => ({ start: inside(start), end: inside(end) }))
    .filter(({ start, end }) => end > start);
}
