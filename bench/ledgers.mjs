// @ts-check
// The two databases side by side, each with a party to write into.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NIL_SCOPE, partyId } from "@shanhai/model";
import { startTestPostgres } from "../scripts/test-postgres.mjs";

/** Runs the work on the embedded database, then on a PostgreSQL 15 that flushes every commit to disk. */
export async function onBothDatabases(
  /** @type {(kind: string, config: import("@shanhai/ledger").LedgerConfig) => Promise<void>} */ work,
) {
  const folder = mkdtempSync(join(tmpdir(), "shanhai-bench-"));
  await work("embedded", { dataDir: join(folder, "embedded") });
  const server = await startTestPostgres({ fsync: "on", synchronous_commit: "on", full_page_writes: "on" });
  try {
    await work("PostgreSQL 15", { dataDir: join(folder, "server"), databaseUrl: server.url });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Invented parties to write into: one scope each. @param {import("@shanhai/ledger").Ledger} ledger @param {number} count */
export async function madeParties(ledger, count) {
  const actor = await ledger.operator();
  const ids = Array.from({ length: count }, (_, at) =>
    partyId({ kind: "organisation", code: null, name: `虚构单位${at}` }),
  );
  await ledger.write(actor, {
    command_id: randomUUID(),
    reason: "bench",
    changes: ids.map((id, at) => ({
      op: "create",
      record: "party",
      scope_id: NIL_SCOPE,
      id,
      values: { kind: "organisation", name: `虚构单位${at}`, path: `虚构单位${at}`, side: "west" },
    })),
  });
  return ids;
}

/** One command that makes `count` projects. @param {string} scope_id @param {number} count @returns {import("@shanhai/ledger").Command} */
export function projectsCommand(scope_id, count) {
  return {
    command_id: randomUUID(),
    reason: "bench",
    changes: Array.from({ length: count }, (_, at) => ({
      op: "create",
      record: "project",
      scope_id,
      id: randomUUID(),
      values: {
        name: `虚构村${at}号蔬菜大棚建设项目`,
        place: "虚构镇虚构村",
        stage: "in_progress",
        stage_printed: "在建",
      },
    })),
  };
}
