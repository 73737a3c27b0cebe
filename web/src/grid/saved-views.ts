import { useCallback, useState } from "react";
import type { ListView } from "./list-view.js";

export interface SavedView {
  readonly name: string;
  readonly view: ListView;
}

const keyOf = (record: string) => `shanhai.views.${record}`;

function load(record: string): readonly SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(record)) ?? "[]");
    return Array.isArray(kept) ? (kept as readonly SavedView[]) : [];
  } catch {
    return [];
  }
}

/** Views of one kind of record under names of one's own, kept in this browser. */
export function useSavedViews(record: string) {
  const [views, setViews] = useState(() => load(record));
  const keep = useCallback(
    (next: readonly SavedView[]) => {
      setViews(next);
      localStorage.setItem(keyOf(record), JSON.stringify(next));
    },
    [record],
  );
  return {
    views,
    /** A name that is taken gets the new view. */
    save: (name: string, view: ListView) => keep([...views.filter((one) => one.name !== name), { name, view }]),
    remove: (name: string) => keep(views.filter((one) => one.name !== name)),
  };
}
