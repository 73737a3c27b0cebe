import { openDatabase } from "../database.js";
import { LedgerError } from "../error-codes.js";

/** For tests only: a process that opens a data directory, writes that it was there, and waits to be closed or killed. */
const [dataDir = "", mode] = process.argv.slice(2);
try {
  const database = await openDatabase({ dataDir }, { exclusive: mode === "exclusive" });
  await database.query("CREATE TABLE IF NOT EXISTS visitor (pid int)");
  await database.query("INSERT INTO visitor VALUES ($1)", [process.pid]);
  process.send?.(database.owned ? "owned" : "joined");
  process.once("message", () => void database.close().then(() => process.exit(0)));
} catch (error) {
  process.send?.(error instanceof LedgerError ? error.code : String(error));
  process.disconnect();
}
