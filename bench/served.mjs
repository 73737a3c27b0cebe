// @ts-check
// The product's own server in a process of its own, signed in by its first-run link.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const main = join(dirname(dirname(fileURLToPath(import.meta.url))), "cli/dist/main.js");

/** @param {import("@shanhai/ledger").LedgerConfig} config */
export async function served(config) {
  const server = spawn(process.execPath, [main, "serve", "--port", "0"], {
    env: { ...process.env, SHANHAI_DATA: config.dataDir, DATABASE_URL: config.databaseUrl ?? "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  const link = await new Promise((resolve, reject) => {
    server.stdout.on("data", (chunk) => {
      printed += chunk;
      const found = /(http:\S+)\/sign-in#token=(\S+)/.exec(printed);
      if (found !== null) resolve({ url: found[1] ?? "", token: found[2] ?? "" });
    });
    server.once("exit", () => reject(new Error("the server ended")));
  });
  const answer = await fetch(`${link.url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token: link.token }),
  });
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return { server, url: link.url, cookie };
}
