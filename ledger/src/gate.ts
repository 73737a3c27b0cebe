import { Socket } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import pg from "pg";
import { findGate } from "./embedded/gate-lock.js";
import { gatePlace } from "./embedded/gate-place.js";
import type { GateOrder, GateReport } from "./embedded/gate-worker.js";
import { LedgerError } from "./error-codes.js";

/** The embedded database's door, as one process sees it. */
export interface Gate {
  /** False: another process has the database, this one is its client. */
  readonly owned: boolean;
  /** Whether the database was made just now. */
  readonly created: boolean;
  /** A new unconnected socket for pg's `stream`; it goes to the gate whatever address it is told. */
  stream(): Socket;
  /** What the disk was asked for so far; null when another process has the database. */
  counts(): Promise<Extract<GateReport, { kind: "counts" }>["counts"] | null>;
  /** Closes the database when this process has it. Clients have to be gone before, or are cut off. */
  close(): Promise<void>;
}

/** How long a start waits for another process that is starting or ending. */
const PATIENCE_MS = 60_000;

/**
 * Opens the embedded database of a data directory, or joins the process that has it. With `exclusive` joining is
 * refused (DATABASE_IN_USE): a second server. Also refuses with DATABASE_OTHER_VERSION, DATABASE_DAMAGED, DISK_FULL,
 * DATA_DIRECTORY_UNUSABLE.
 */
export async function openGate(dataDir: string, options: { readonly exclusive?: boolean } = {}): Promise<Gate> {
  const directory = path.resolve(dataDir);
  const place = gatePlace(directory);
  for (const started = Date.now(); Date.now() - started < PATIENCE_MS; ) {
    const found = await findGate(place);
    if (found && (await shakesHands(found))) {
      if (options.exclusive) throw new LedgerError("DATABASE_IN_USE", { dataDir: directory });
      return joined(found);
    }
    const gate = found ? null : await own(directory);
    if (gate) return gate;
    await pause(20);
  }
  throw new LedgerError("DATABASE_IN_USE", { dataDir: directory });
}

function joined(at: string): Gate {
  return {
    owned: false,
    created: false,
    stream: () => new GateSocket(at),
    counts: async () => null,
    close: async () => undefined,
  };
}

/** Room for messages on their way in MB: the database's own memory lies outside it. */
const YOUNG = 16;

/** Starts the thread that claims the database; null when another process was quicker. */
async function own(dataDir: string): Promise<Gate | null> {
  const worker = new Worker(new URL("./embedded/gate-worker.js", import.meta.url), {
    workerData: { dataDir },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  const report = await nextReport(worker);
  if (report.kind === "failed") {
    throw new LedgerError(report.code, report.params, { cause: new Error(report.cause) });
  }
  if (report.kind !== "open") return null;
  const order = (what: GateOrder) => worker.postMessage(what);
  // A thread that breaks leaves connections that refuse; every later query says so.
  worker.on("error", () => undefined);
  return {
    owned: true,
    created: report.created,
    stream: () => new GateSocket(report.path),
    counts: async () => {
      order("counts");
      const answer = await nextReport(worker);
      return answer.kind === "counts" ? answer.counts : null;
    },
    close: async () => {
      order("close");
      await ended;
    },
  };
}

function nextReport(worker: Worker): Promise<GateReport> {
  return new Promise((resolve, reject) => {
    const exited = (code: number) => reject(new Error(`the database thread ended with ${code}`));
    worker.once("error", reject);
    worker.once("exit", exited);
    worker.once("message", (report: GateReport) => {
      worker.off("error", reject);
      worker.off("exit", exited);
      resolve(report);
    });
  });
}

/** A process that answers may be one that is stepping back or closing: only a welcome counts. */
async function shakesHands(at: string): Promise<boolean> {
  const client = new pg.Client({ stream: () => new GateSocket(at), connectionTimeoutMillis: PATIENCE_MS });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** pg connects its stream to a host and a port; this one knows better. */
class GateSocket extends Socket {
  constructor(private readonly at: string) {
    super();
  }
  override connect(): this {
    return super.connect({ path: this.at });
  }
}
