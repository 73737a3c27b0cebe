import { randomBytes, randomInt } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type GatePlace, isCode } from "./gate-place.js";

/** The right to open the database; kept until `release`, or until the process ends however it ends. */
export interface GateLock {
  readonly path: string;
  release(): Promise<void>;
}

const SOCKET = /^gate-[0-9a-f]{16}\.sock$/;
const ASIDE = /^gate-[0-9a-f]{16}\.new$/;

/**
 * The socket is the lock. Who wants the database listens on a socket with a name that nobody ever used, links it into
 * place (so that a socket that can be seen is one that answers), and then looks at all others: if one answers, both
 * step back and one wins the next round after a random pause; those that refuse are left from killed processes and are
 * removed. Two owners are impossible: of two that link, the later to look sees the other, and no name returns.
 * Null: somebody else answers.
 */
export async function claimGate(place: GatePlace, accept: (socket: net.Socket) => void): Promise<GateLock | null> {
  if (place.kind === "pipe") return claimPipe(place.path, accept);
  const name = `gate-${randomBytes(8).toString("hex")}`;
  const aside = path.join(place.directory, `${name}.new`);
  const socket = path.join(place.directory, `${name}.sock`);
  const server = await listen(aside, accept);
  const release = async () => {
    fs.rmSync(socket, { force: true });
    server.close();
  };
  try {
    fs.linkSync(aside, socket);
  } catch (error) {
    await release();
    // An owner took it for a dead process's and removed it.
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
  fs.unlinkSync(aside);
  for (const other of socketsOf(place.directory)) {
    if (other === socket) continue;
    if (await answers(other)) {
      await release();
      await pause(randomInt(5, 60));
      return null;
    }
    fs.rmSync(other, { force: true });
  }
  removeAside(place.directory);
  return { path: socket, release };
}

/** The path at which a gate answers now, or null. A claim that is about to step back answers too: shake hands. */
export async function findGate(place: GatePlace): Promise<string | null> {
  const paths = place.kind === "pipe" ? [place.path] : socketsOf(place.directory);
  for (const candidate of paths) {
    if (await answers(candidate)) return candidate;
  }
  return null;
}

/** A pipe's name belongs to the first who listens and vanishes with the process. */
async function claimPipe(pipe: string, accept: (socket: net.Socket) => void): Promise<GateLock | null> {
  try {
    const server = await listen(pipe, accept);
    return { path: pipe, release: async () => void server.close() };
  } catch (error) {
    if (isCode(error, "EADDRINUSE", "EACCES")) return null;
    throw error;
  }
}

function listen(at: string, accept: (socket: net.Socket) => void): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer(accept);
    server.once("error", reject);
    server.listen({ path: at, backlog: 511 }, () => {
      server.off("error", reject);
      resolve(server);
    });
  });
}

/** Only a refusal proves that nobody is there; anything else is taken for life. */
function answers(at: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.connect(at);
    probe.once("connect", () => {
      probe.destroy();
      resolve(true);
    });
    probe.once("error", (error) => resolve(!isCode(error, "ECONNREFUSED", "ENOENT")));
  });
}

function socketsOf(directory: string): string[] {
  return fs
    .readdirSync(directory)
    .filter((name) => SOCKET.test(name))
    .map((name) => path.join(directory, name));
}

/** What a process left that was killed between listening and linking. One that is still at it starts over. */
function removeAside(directory: string): void {
  for (const name of fs.readdirSync(directory)) {
    if (ASIDE.test(name)) fs.rmSync(path.join(directory, name), { force: true });
  }
}
