import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where the address of the running server is written down, beside the data that it serves. */
const place = (dataDir: string): string => join(dataDir, "serving");

/** Told by `serve` when it listens: the port may be another than the usual one, and with a certificate the scheme is. */
export function noteServing(dataDir: string, url: string): void {
  writeFileSync(place(dataDir), JSON.stringify({ url, pid: process.pid }), { mode: 0o600 });
}

export function endServing(dataDir: string): void {
  rmSync(place(dataDir), { force: true });
}

/** The address that is served; null where nobody serves, or who did ended without saying so. */
export function servedAt(dataDir: string): string | null {
  let noted: unknown;
  try {
    noted = JSON.parse(readFileSync(place(dataDir), "utf8"));
  } catch {
    return null;
  }
  if (typeof noted !== "object" || noted === null || !("url" in noted) || !("pid" in noted)) return null;
  return typeof noted.url === "string" && isAlive(Number(noted.pid)) ? noted.url : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive all the same.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
