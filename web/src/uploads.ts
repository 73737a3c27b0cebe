import type { Submission } from "@shanhai/server";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { ApiProblem, api } from "./api.js";

/** One file on its way in. */
export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly state: "queued" | "sending" | "done" | "refused";
  readonly answer?: Submission;
  readonly error?: unknown;
}

interface Parcel {
  readonly name: string;
  readonly bytes: Blob;
}

type Action =
  | { readonly do: "add"; readonly uploads: readonly Upload[] }
  | { readonly do: "set"; readonly key: number; readonly to: Partial<Upload> }
  | { readonly do: "clear" };

function reduce(uploads: readonly Upload[], action: Action): readonly Upload[] {
  if (action.do === "add") return [...uploads, ...action.uploads];
  if (action.do === "clear") return uploads.filter(({ state }) => state === "queued" || state === "sending");
  return uploads.map((upload) => (upload.key === action.key ? { ...upload, ...action.to } : upload));
}

let lastKey = 0;

/**
 * Brings files in one after another, so that a hundred dropped files neither flood the reader nor wait for the slowest.
 * Each keeps its own answer; a file that was refused stays in hand and can be sent again.
 */
export function useUploads(onAccepted?: (name: string) => void) {
  const [uploads, dispatch] = useReducer(reduce, []);
  const parcels = useRef(new Map<number, Parcel>());
  const running = useRef(false);
  const queue = useRef<number[]>([]);
  const queries = useQueryClient();
  const accepted = useRef(onAccepted);
  useEffect(() => {
    accepted.current = onAccepted;
  });

  const run = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    for (let key = queue.current.shift(); key !== undefined; key = queue.current.shift()) {
      const parcel = parcels.current.get(key);
      if (parcel === undefined) continue;
      dispatch({ do: "set", key, to: { state: "sending" } });
      try {
        const answer = await api.submit(parcel.name, parcel.bytes);
        dispatch({ do: "set", key, to: { state: "done", answer } });
        parcels.current.delete(key);
        accepted.current?.(parcel.name);
        queries.invalidateQueries({ queryKey: ["documents"] });
        queries.invalidateQueries({ queryKey: ["summary"] });
      } catch (error) {
        dispatch({ do: "set", key, to: { state: "refused", error } });
        if (error instanceof ApiProblem && error.problem.status === 401)
          queries.invalidateQueries({ queryKey: ["session"] });
      }
    }
    running.current = false;
  }, [queries]);

  const enqueue = useCallback(
    (keys: readonly number[]) => {
      queue.current.push(...keys);
      void run();
    },
    [run],
  );

  const add = useCallback(
    (more: readonly Parcel[]) => {
      const fresh = more.map((parcel): Upload => {
        lastKey += 1;
        parcels.current.set(lastKey, parcel);
        return { key: lastKey, name: parcel.name, size: parcel.bytes.size, state: "queued" };
      });
      dispatch({ do: "add", uploads: fresh });
      enqueue(fresh.map(({ key }) => key));
    },
    [enqueue],
  );

  const again = useCallback(
    (key: number) => {
      dispatch({ do: "set", key, to: { state: "queued" } });
      enqueue([key]);
    },
    [enqueue],
  );

  return { uploads, add, again, clear: useCallback(() => dispatch({ do: "clear" }), []) };
}
