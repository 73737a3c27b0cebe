import type { Actor } from "@shanhai/ledger";

/** How far a count is; `of` 0: nothing is being counted. */
export interface CountProgress {
  readonly done: number;
  readonly of: number;
}

/** What is being counted from the rows at this moment, by who asked and for what: each hears of his own counts alone. */
export interface CountingNow {
  /** Does the work, which tells how far it is. */
  during<T>(
    actor: Actor,
    query: object,
    work: (progress: (done: number, of: number) => void) => Promise<T>,
  ): Promise<T>;
  progress(actor: Actor, query: object): CountProgress;
}

/** A list of counts of its own. */
export function countingNow(): CountingNow {
  const counting = new Map<string, CountProgress>();
  const keyOf = ({ account_id }: Actor, query: object) =>
    JSON.stringify([account_id, Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1))]);
  return {
    async during(actor, query, work) {
      const key = keyOf(actor, query);
      try {
        return await work((done, of) => counting.set(key, { done, of }));
      } finally {
        counting.delete(key);
      }
    },
    progress: (actor, query) => counting.get(keyOf(actor, query)) ?? { done: 0, of: 0 },
  };
}
