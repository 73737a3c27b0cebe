/** What was typed and is not written yet, kept in this browser under a place of its own. */
export interface Drafts<Draft> {
  all(): readonly (readonly [key: string, draft: Draft])[];
  /** Null: written or given up. */
  put(key: string, draft: Draft | null): void;
}

/**
 * Drafts outlive a reload, a lost connection and an ended session. What is personal is forgotten when the browser is
 * closed: an office's machine has many hands. A browser that keeps nothing (no room, no permission) only loses this.
 */
export function keptDrafts<Draft>(place: string, personal: (draft: Draft) => boolean): Drafts<Draft> {
  const stores = { lasting: () => localStorage, passing: () => sessionStorage } as const;
  const read = (store: () => Storage): Record<string, Draft> => {
    try {
      return JSON.parse(store().getItem(place) ?? "{}") as Record<string, Draft>;
    } catch {
      return {};
    }
  };
  const write = (store: () => Storage, drafts: Record<string, Draft>) => {
    try {
      if (Object.keys(drafts).length === 0) store().removeItem(place);
      else store().setItem(place, JSON.stringify(drafts));
    } catch {
      // No room: what was typed is still on the page.
    }
  };
  return {
    all: () => [...Object.entries(read(stores.lasting)), ...Object.entries(read(stores.passing))],
    put: (key, draft) => {
      const passing = draft !== null && personal(draft);
      for (const [store, here] of [
        [stores.lasting, draft !== null && !passing],
        [stores.passing, passing],
      ] as const) {
        const { [key]: _, ...others } = read(store);
        write(store, here && draft !== null ? { ...others, [key]: draft } : others);
      }
    },
  };
}
