import type { Decision } from "@shanhai/model";
import { useCallback, useEffect, useState } from "react";

type Staged = ReadonlyMap<string, Decision>;

const keyOf = (documentId: string) => `shanhai.staged.${documentId}`;

function load(documentId: string): Staged {
  const text = localStorage.getItem(keyOf(documentId));
  if (text === null) return new Map();
  try {
    const decisions = JSON.parse(text) as readonly Decision[];
    return new Map(decisions.map((decision) => [decision.fact, decision]));
  } catch {
    return new Map();
  }
}

/**
 * Decisions that were made on the page and are not written yet. They stay in this browser until they are written or taken
 * back, so that a closed window, a lost connection or a refusal loses nothing that was typed.
 */
export function useStagedDecisions(documentId: string) {
  const [staged, setStaged] = useState<Staged>(() => load(documentId));
  useEffect(() => {
    if (staged.size === 0) localStorage.removeItem(keyOf(documentId));
    else localStorage.setItem(keyOf(documentId), JSON.stringify([...staged.values()]));
  }, [documentId, staged]);

  const stage = useCallback((decisions: readonly Decision[]) => {
    setStaged((now) => {
      const next = new Map(now);
      for (const decision of decisions) next.set(decision.fact, decision);
      return next;
    });
  }, []);
  const unstage = useCallback((facts: readonly string[]) => {
    setStaged((now) => {
      const next = new Map(now);
      for (const fact of facts) next.delete(fact);
      return next;
    });
  }, []);
  return { staged, stage, unstage };
}
