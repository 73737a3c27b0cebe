import type { Problem } from "@shanhai/server";

/** Who works on this page and in which post: what was sent under one name never goes on under another. */
export interface Worker {
  readonly name: string;
  readonly membership: string | null;
}

interface Held {
  readonly goOn: (again: boolean) => void;
}

let worker: Worker | null = null;
/** Since when requests wait for somebody to sign in again, in milliseconds; null: nobody waits. */
let since: number | null = null;
let held: readonly Held[] = [];
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/**
 * A session that ended or is locked stops no work: what is sent meanwhile waits here, with all that was typed, and goes
 * on when the same person is back. Not used for the session's own requests.
 */
export const interruption = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  since: (): number | null => since,

  /** The person of this page; requests are only held once there is one. */
  worksHere(now: Worker): void {
    worker = now;
  },
  worker: (): Worker | null => worker,

  /** True when the request may be sent again: the refusal was a session that ended, and the same person is back. */
  async passes(path: string, { code }: Pick<Problem, "code">): Promise<boolean> {
    if (worker === null || path.startsWith("/api/session")) return false;
    if (code !== "NOT_SIGNED_IN" && code !== "SESSION_LOCKED") return false;
    return new Promise((resolve) => {
      held = [...held, { goOn: resolve }];
      if (since !== null) return;
      since = Date.now();
      tell();
    });
  },

  /** Somebody is signed in again: his own requests go on, another's stay refused. */
  over(now: Worker): void {
    const again = worker?.name === now.name;
    const waiting = held;
    [held, since, worker] = [[], null, now];
    for (const { goOn } of waiting) goOn(again);
    tell();
  },
};
