import { timeOrderedId } from "@shanhai/model";
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useState } from "react";
import { ApiProblem, api } from "./api.js";
import { useWords } from "./language.js";
import { useNotices } from "./notices.js";
import { changedByWriting } from "./queries.js";

/** A new id for a command of this page. */
export function freshCommandId(): string {
  return timeOrderedId(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
}

/**
 * Takes decisions back, last made first. One whose rows others still stand on is tried again after those; what cannot be
 * undone at all is told with the server's reason.
 */
async function undoAll(documentId: string, facts: readonly string[]): Promise<void> {
  for (let left = [...facts].reverse(); left.length > 0; ) {
    const needed: string[] = [];
    let reason: unknown;
    for (const fact of left) {
      try {
        await api.undo(documentId, fact, freshCommandId());
      } catch (error) {
        if (!(error instanceof ApiProblem && error.problem.code === "UNDO_NEEDED")) throw error;
        needed.push(fact);
        reason = error;
      }
    }
    if (needed.length === left.length) throw reason;
    left = needed;
  }
}

/** Undo on the checking page, and which facts the last writing held. */
export function useUndo(documentId: string) {
  const words = useWords();
  const message = useNotices();
  const queries = useQueryClient();
  const [written, setWritten] = useState<readonly string[]>([]);
  const undo = useMutation({
    mutationFn: (facts: readonly string[]) => undoAll(documentId, facts),
    onSuccess: () => {
      setWritten([]);
      message.success(words.check.undone);
    },
    onSettled: () => queries.invalidateQueries({ predicate: changedByWriting }),
  });
  return { undo, written, setWritten };
}
