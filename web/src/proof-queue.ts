import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ApiProblem, api, type NewProof, type RowPlace } from "./api.js";
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

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("shanhai-proofs", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("waiting");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no room in this browser"));
  });
}

async function store<Answer>(mode: IDBTransactionMode, work: (waiting: IDBObjectStore) => IDBRequest<Answer>) {
  const database = await opened();
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const transaction = database.transaction("waiting", mode);
      const request = work(transaction.objectStore("waiting"));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("not kept"));
    });
  } finally {
    database.close();
  }
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

/** Sends what waits; true when something was sent. What the server refuses stays with the reason and is not tried again. */
async function sendWaiting(): Promise<boolean> {
  if (sending) return false;
  sending = true;
  let sent = false;
  try {
    for (const proof of await waitingProofs()) {
      const { row, about, file } = proof;
      if (proof.refused !== undefined) continue;
      try {
        await api.attachProof(row, about, file);
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        const { status, title, detail, en } = error.problem;
        if (status === 0 || status === 401 || status >= 500) return sent;
        await keepProof({ ...proof, refused: { zh: `${title} ${detail}`, en } });
        continue;
      }
      await store("readwrite", (waiting) => waiting.delete(about.command_id));
      sent = true;
      told.dispatchEvent(new Event("change"));
    }
    return sent;
  } finally {
    sending = false;
  }
}

const none: readonly WaitingProof[] = [];

/** The files of a row that wait to be sent; while a page asks this, they are sent as soon as the server answers. */
export function useProofQueue({ scope_id, id }: RowPlace): readonly WaitingProof[] {
  const queries = useQueryClient();
  const [own, setOwn] = useState(none);
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const all = await waitingProofs().catch(() => none);
      const here = all.filter(({ row }) => row.scope_id === scope_id && row.id === id);
      if (!gone) setOwn((before) => (here.length === 0 && before.length === 0 ? before : here));
      return all.filter(({ refused }) => refused === undefined).length;
    };
    const again = async () => {
      if ((await look()) === 0 || !(await sendWaiting().catch(() => false))) return;
      queries.invalidateQueries({ predicate: changedByWriting });
      await look();
    };
    again();
    const timer = setInterval(again, pause);
    told.addEventListener("change", look);
    window.addEventListener("online", again);
    return () => {
      gone = true;
      clearInterval(timer);
      told.removeEventListener("change", look);
      window.removeEventListener("online", again);
    };
  }, [queries, scope_id, id]);
  return own;
}
