// @ts-check
// What a table of claims (storage.md: `claim(key_hash, scope_id, record, record_id)`) would cost a bulk row in the transaction that
// writes it: 300,000 keys in transactions of 500, CPU of the whole process per row, beside the same transactions without it. The
// embedded database is part of the process; of a server only the client's share is seen.
import { randomBytes, randomUUID } from "node:crypto";
import { openDatabase } from "../ledger/dist/database.js";
import { onBothDatabases } from "./ledgers.mjs";
import { heading, quoted, table } from "./measure.mjs";

const ROWS = 300_000;
const BATCH = 500;

heading("npm run bench -- claims");
/** @type {(string | number)[][]} */
const rows = [["database", "keys", "CPU µs a row, median of the last 200 transactions (spread of their fifties)"]];
await onBothDatabases(async (kind, config) => {
  const db = await openDatabase(config);
  const scope = randomUUID();
  /** @type {readonly (readonly [string, string, string, (() => string)])[]} */
  const shapes = [
    ["none, the transaction alone", "create table no_claim (id uuid)", "", () => ""],
    [
      "as in storage.md, 32 bytes",
      "create table claim_long (key_hash bytea, scope_id uuid, record text, record_id uuid, primary key (key_hash, scope_id, record, record_id))",
      "copy claim_long from stdin",
      () => `\\\\x${randomBytes(32).toString("hex")}\t${scope}\tlabour_record\t${randomUUID()}\n`,
    ],
    [
      "8 bytes, no other index",
      "create table claim_short (key_hash bigint, scope_id uuid, record text, record_id uuid); create index on claim_short (key_hash)",
      "copy claim_short from stdin",
      () => `${randomBytes(8).readBigInt64BE()}\t${scope}\tlabour_record\t${randomUUID()}\n`,
    ],
  ];
  for (const [name, create, copy, line] of shapes) {
    for (const statement of create.split(";")) await db.query(statement);
    const spent = [];
    for (let done = 0; done < (copy === "" ? 100_000 : ROWS); done += BATCH) {
      const lines = Buffer.from(Array.from({ length: BATCH }, line).join(""));
      const before = process.cpuUsage();
      await db.transaction(async (sql) => {
        await sql.query("select 1");
        if (copy !== "") await sql.copyIn(copy, lines);
      });
      const { user, system } = process.cpuUsage(before);
      spent.push((user + system) / BATCH);
    }
    const last = spent.slice(-200);
    const fifties = [0, 50, 100, 150].map((at) => last.slice(at, at + 50).reduce((sum, one) => sum + one, 0) / 50);
    rows.push([kind, name, quoted(fifties, 1)]);
  }
  await db.close();
});
table(rows);
