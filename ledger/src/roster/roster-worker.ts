import { parentPort, workerData } from "node:worker_threads";
import { LedgerError } from "../error-codes.js";
import type { RosterAsking } from "./made-rows.js";
import { rosterHeads, rosterWindow } from "./roster-heads.js";
import type { RosterAnswer, RosterJob, RosterReply, StoredMatch } from "./roster-job.js";

/**
 * The thread that reads a large roster: unpacks, understands and digests its rows, and hands them over a transaction at a
 * time, ahead of the one that is written. It knows no database and writes no file.
 */
const AHEAD = 2;

/** Rows of the first transactions, before it is known whether others are at the database. */
const FIRST_ROWS = 250;

type Ask = Extract<RosterReply, { readonly ask: number }>;

async function work(job: RosterJob, port: NonNullable<typeof parentPort>): Promise<void> {
  const tell = (reply: RosterReply, transfer: readonly ArrayBuffer[] = []) => port.postMessage(reply, [...transfer]);
  const waiting = new Map<number, (rows: readonly StoredMatch[]) => void>();
  let asked = 0;
  const ask = (question: (ask: number) => Ask, transfer: readonly ArrayBuffer[] = []) =>
    new Promise<readonly StoredMatch[]>((resolve) => {
      asked += 1;
      waiting.set(asked, resolve);
      tell(question(asked), transfer);
    });
  const asking: RosterAsking & { batchRows: number } = {
    standing: (subjects) => ask((number) => ({ kind: "standing", ask: number, subjects })),
    progress: (rows) => tell({ kind: "progress", rows }),
    batchRows: FIRST_ROWS,
  };
  const answered = (answer: RosterAnswer) => {
    if (!("ask" in answer)) return;
    asking.batchRows = answer.batchRows ?? asking.batchRows;
    waiting.get(answer.ask)?.(answer.rows);
    waiting.delete(answer.ask);
  };
  port.on("message", answered);
  if (job.work === "heads") {
    const { source } = job;
    const heads = await rosterHeads(job);
    tell({ kind: "heads", heads, source }, typeof source === "string" ? [] : [source.buffer as ArrayBuffer]);
  } else if (job.work === "window") tell({ kind: "window", rows: await rosterWindow(job) });
  else if (job.work === "doubts") {
    const { rosterDoubts } = await import("./roster-doubts.js");
    tell({ kind: "doubts", doubts: await rosterDoubts(job) });
  } else if (job.work === "check") {
    const { rosterCheck } = await import("./roster-check.js");
    tell({ kind: "checked", check: await rosterCheck(await records(), job, asking) });
  } else if (job.work === "count") {
    const { RosterCounting } = await import("./roster-counting.js");
    const counting = new RosterCounting(await records(), job);
    tell({ kind: "counted", found: await counting.count(asking) });
    port.on("message", (answer: RosterAnswer) => {
      if ("stored" in answer) tell({ kind: "unnamed", ids: counting.unnamed(answer.stored) });
    });
    return;
  } else {
    const { rosterBatches } = await import("./roster-batches.js");
    const written: Promise<unknown>[] = [];
    for await (const batch of rosterBatches(await records(), job, asking)) {
      const transfer = batch.lines === null ? [] : [batch.lines.buffer as ArrayBuffer];
      written.push(ask((number) => ({ kind: "batch", ask: number, batch }), transfer));
      if (written.length > AHEAD) await written.shift();
    }
    await Promise.all(written);
    tell({ kind: "end" });
  }
  port.close();
}

/** Loaded for rows only: the heads of a workbook are read while all of it is in memory. */
async function records() {
  const { recordDefinitions } = await import("@shanhai/model");
  const { recordSet } = await import("../schema/record-set.js");
  return recordSet(recordDefinitions);
}

const port = parentPort;
if (port !== null) {
  const job = workerData as RosterJob;
  work(job, port).catch((error: unknown) => {
    const source = job.work === "heads" && typeof job.source !== "string" ? job.source : null;
    const reply: RosterReply =
      error instanceof LedgerError
        ? { kind: "refused", code: error.code, params: error.params, source }
        : { kind: "failed", failure: error instanceof Error ? (error.stack ?? error.name) : "unknown", source };
    port.postMessage(reply, source === null ? [] : [source.buffer as ArrayBuffer]);
    port.close();
  });
}
