import { openDatabase } from "../database.js";

/**
 * For the kill proof only: a process that opens a data directory and commits rows on four connections until it is
 * killed. It tells its parent of each commit after the database has acknowledged it, never before.
 */
const [dataDir = "", first = "0"] = process.argv.slice(2);
const database = await openDatabase({ dataDir });
await database.query("CREATE TABLE IF NOT EXISTS entry (id int PRIMARY KEY, text text NOT NULL)");
await database.query("CREATE INDEX IF NOT EXISTS entry_text ON entry (text)");
let next = Number(first);
process.send?.("open");
await Promise.all(Array.from({ length: 4 }, commitForEver));

async function commitForEver(): Promise<void> {
  for (;;) {
    const id = next++;
    await database.transaction(async (transaction) => {
      await transaction.query("INSERT INTO entry VALUES ($1, $2)", [id, `entry ${id} ${"x".repeat(id % 3000)}`]);
      await transaction.query("UPDATE entry SET text = text WHERE id = $1", [id - (id % 7)]);
    });
    process.send?.(id);
  }
}
