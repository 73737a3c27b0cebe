import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ApiProblem, api, HeldForReview, type NewProof, type RowPlace } from "./api.js";
import { withKept } from "./kept-files.js";
import { changedByWriting } from "./queries.js";

/** A file that waits in this browser to be sent. Its command's id makes that it is kept once, however often it is sent. */
export interface WaitingProof {
  readonly row: RowPlace;
  readonly about: NewProof;
  readonly file: Blob;
  /** The server would not take it, and why: it stays until a person takes it away. */
  readonly refused?: { readonly zh: string; readonly en: string };
}

const told = new EventTarget();
/** How often what waits is tried again, in milliseconds. */
const pause = 8000;

async function store<Answer>(mode: IDBTransactionMode, work: (waiting: IDBObjectStore) => IDBRequest<Answer>) {
  return withKept("waiting", mode, work);
}

/** Keeps a file in this browser until it can be sent. */
export async function keepProof(proof: WaitingProof): Promise<void> {
  await store("readwrite", (waiting) => waiting.put(proof, proof.about.command_id));
  told.dispatchEvent(new Event("change"));
}

async function waitingProofs(): Promise<readonly WaitingProof[]> {
  return (await store("readonly", (waiting) => waiting.getAll())) as WaitingProof[];
}

/** One sending at a time in this window. */
let sending = false;

/** Takes a file out of the queue, unsent. */
export async function forgetProof({ about }: WaitingProof): Promise<void> {
  await store("readwrite", (waiting) => waiting.delete(about.command_id));
  told.dispatchEvent(new Event("change"));
}

/** Sends what waits, telling how far it is; gives how many were sent. What the server refuses stays with the reason and is not tried again. */
async function sendWaiting(onSent: (done: number, of: number) => void): Promise<number> {
  if (sending) return 0;
  sending = true;
  let done = 0;
  try {
    const waiting = (await waitingProofs()).filter(({ refused }) => refused === undefined);
    for (const proof of waiting) {
      const { row, about, file } = proof;
      try {
        await api.attachProof(row, about, file);
      } catch (error) {
        // It arrived, and waits for a colleague's review now.
        if (!(error instanceof HeldForReview)) {
          if (!(error instanceof ApiProblem)) throw error;
          const { status, title, detail, en } = error.problem;
          if (status === 0 || status === 401 || status >= 500) return done;
          await keepProof({ ...proof, refused: { zh: `${title} ${detail}`, en } });
          continue;
        }
      }
      await store("readwrite", (kept) => kept.delete(about.command_id));
      done += 1;
      onSent(done, waiting.length);
      told.dispatchEvent(new Event("change"));
    }
    return done;
  } finally {
    sending = false;
  }
}

const none: readonly WaitingProof[] = [];

/** All files that wait in this browser. */
export function useWaitingProofs(): readonly WaitingProof[] {
  const [all, setAll] = useState(none);
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const now = await waitingProofs().catch(() => none);
      if (!gone) setAll((before) => (now.length === 0 && before.length === 0 ? before : now));
    };
    look();
    told.addEventListener("change", look);
    return () => {
      gone = true;
      told.removeEventListener("change", look);
    };
  }, []);
  return all;
}

/** Sends what waits as soon as the server answers, whatever page is open; says how many of how many went out last. */
export function useProofSending(): { readonly done: number; readonly of: number } {
  const queries = useQueryClient();
  const [progress, setProgress] = useState({ done: 0, of: 0 });
  useEffect(() => {
    let said: ReturnType<typeof setTimeout> | undefined;
    const again = async () => {
      const sent = await sendWaiting((done, of) => setProgress({ done, of })).catch(() => 0);
      if (sent === 0) return;
      queries.invalidateQueries({ predicate: changedByWriting });
      clearTimeout(said);
      said = setTimeout(() => setProgress({ done: 0, of: 0 }), 4 * pause);
    };
    again();
    const timer = setInterval(again, pause);
    window.addEventListener("online", again);
    told.addEventListener("change", again);
    return () => {
      told.removeEventListener("change", again);
      clearInterval(timer);
      clearTimeout(said);
      window.removeEventListener("online", again);
    };
  }, [queries]);
  return progress;
}
