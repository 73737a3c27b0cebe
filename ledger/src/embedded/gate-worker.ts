import type { Socket } from "node:net";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { type ErrorCode, type ErrorParams, LedgerError } from "../error-codes.js";
import { createDatabase } from "./create-database.js";
import { claimGate } from "./gate-lock.js";
import { gatePlace, messageOf } from "./gate-place.js";
import { GateServer } from "./gate-server.js";
import { EngineFailure, PostgresEngine } from "./postgres-engine.js";

/** What the thread tells. `busy`: another process has the database. */
export type GateReport =
  | { readonly kind: "open"; readonly path: string; readonly created: boolean }
  | { readonly kind: "busy" }
  | { readonly kind: "failed"; readonly code: ErrorCode; readonly params: ErrorParams; readonly cause: string }
  | { readonly kind: "counts"; readonly counts: GateServer["counts"] };

/** What the thread is asked. */
export type GateOrder = "close" | "counts";

/** Thread entry of gate.ts: claims the gate, opens the database behind it, serves until told to close. */
async function serveGate(dataDir: string, tell: (report: GateReport) => void): Promise<void> {
  let gate: GateServer | null = null;
  const early: Socket[] = [];
  const lock = await claimGate(gatePlace(dataDir), (socket) => {
    if (gate) gate.accept(socket);
    else early.push(socket.on("error", () => undefined).pause());
  });
  if (!lock) {
    for (const socket of early) socket.destroy();
    tell({ kind: "busy" });
    return;
  }
  const directory = path.join(dataDir, "database");
  const close = async () => {
    await gate?.close();
    await lock.release();
  };
  try {
    const created = await createDatabase(directory);
    gate = await GateServer.open({ openEngine: () => PostgresEngine.open(directory) });
    for (const socket of early) gate.accept(socket.resume());
    parentPort?.on("message", (order: GateOrder) => {
      if (order === "close") void close().finally(() => process.exit(0));
      else if (gate) tell({ kind: "counts", counts: gate.counts });
    });
    tell({ kind: "open", path: lock.path, created });
  } catch (error) {
    for (const socket of early) socket.destroy();
    await close();
    throw error;
  }
}

function failure(error: unknown, dataDir: string): GateReport {
  const cause = messageOf(error);
  if (error instanceof LedgerError) return { kind: "failed", code: error.code, params: error.params, cause };
  const full = error instanceof EngineFailure ? error.diskError === "ENOSPC" : /ENOSPC|No space left/.test(cause);
  if (full) return { kind: "failed", code: "DISK_FULL", params: {}, cause };
  return { kind: "failed", code: "DATABASE_DAMAGED", params: { dataDir, cause }, cause };
}

const port = parentPort;
if (port) {
  const { dataDir } = workerData as { readonly dataDir: string };
  const tell = (report: GateReport) => port.postMessage(report);
  serveGate(dataDir, tell).catch((error: unknown) => tell(failure(error, dataDir)));
}
