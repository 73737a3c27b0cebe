import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { copyEmptyDatabase } from "../trial/trial-databases.js";
import { type GateOptions, GateServer } from "./gate-server.js";
import { type EngineOptions, PostgresEngine } from "./postgres-engine.js";
import { encodeMessage, encodeQuery, MessageReader } from "./wire.js";

/** For tests only: a gate in this process, so that its disk can be watched and made to fail. */
export interface TrialGate {
  readonly gate: GateServer;
  readonly directory: string;
  /** Connected with pg; ended with the test. */
  client(): Promise<pg.Client>;
  /** Connected, nothing sent. */
  raw(): Promise<RawClient>;
}

export async function trialGate(
  /** A test, or node:test itself for a whole file. */
  context: { after(work: () => Promise<void>): void },
  options: Omit<GateOptions, "openEngine"> & EngineOptions = {},
): Promise<TrialGate> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "shanhai-gate-"));
  await copyEmptyDatabase(home);
  const directory = path.join(home, "database");
  // Who does not watch the disk does not ask about durability, and need not wait for it.
  const engine: EngineOptions = options.watch ? options : { parameters: ["fsync=off"], ...options };
  const gate = await GateServer.open({ ...options, openEngine: () => PostgresEngine.open(directory, engine) });
  const at = process.platform === "win32" ? `\\\\.\\pipe\\${path.basename(home)}` : path.join(home, "gate.sock");
  const server = net.createServer((socket) => gate.accept(socket));
  await new Promise<void>((resolve) => server.listen(at, resolve));
  const clients: pg.Client[] = [];
  context.after(async () => {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
    await gate.close(0);
    server.close();
    fs.rmSync(home, { recursive: true, force: true });
  });
  return {
    gate,
    directory,
    async client() {
      const socket = new net.Socket();
      const plain = socket.connect.bind(socket);
      socket.connect = () => plain({ path: at });
      const client = new pg.Client({ stream: () => socket, user: "postgres", database: "postgres", ssl: false });
      client.on("error", () => undefined);
      clients.push(client);
      await client.connect();
      return client;
    },
    raw: () => RawClient.connect(at),
  };
}

/** A message of the server: its type and its bytes after the length. */
export interface Told {
  readonly type: string;
  readonly body: Buffer;
}

/** Speaks the protocol by hand, for what a driver would never do. */
export class RawClient {
  private readonly reader = new MessageReader();
  private readonly told: Told[] = [];
  private wake: (() => void) | null = null;
  closed = false;

  private constructor(readonly socket: net.Socket) {
    socket.on("data", (chunk) => {
      this.reader.push(chunk);
      for (let message = this.reader.next(); message; message = this.reader.next()) {
        this.told.push({ type: String.fromCharCode(message[0] ?? 0), body: Buffer.from(message.subarray(5)) });
      }
      this.wake?.();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      this.closed = true;
      this.wake?.();
    });
  }

  static connect(at: string): Promise<RawClient> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(at, () => resolve(new RawClient(socket)));
      socket.once("error", reject);
    });
  }

  send(...messages: readonly Buffer[]): void {
    this.socket.write(Buffer.concat(messages));
  }

  /** Start-up, up to the first ReadyForQuery. */
  async start(): Promise<readonly Told[]> {
    const packet = Buffer.from("\0\0\0\0\0\x03\0\0user\0postgres\0\0", "latin1");
    packet.writeInt32BE(packet.length, 0);
    this.send(packet);
    return this.until("Z");
  }

  query(sql: string): Promise<readonly Told[]> {
    this.send(encodeQuery(sql));
    return this.until("Z");
  }

  /** Everything told up to and with a message of this type; or all there was when the connection closed. */
  async until(type: string): Promise<readonly Told[]> {
    for (;;) {
      const at = this.told.findIndex((message) => message.type === type);
      if (at >= 0) return this.told.splice(0, at + 1);
      if (this.closed) return this.told.splice(0);
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  /** Messages that came and were not asked for yet. */
  get unread(): readonly Told[] {
    return this.told;
  }
}

/** Parse, Bind, Describe and Execute of the unnamed statement, without the Sync. */
export function extendedQuery(sql: string): Buffer {
  return Buffer.concat([
    encodeMessage("P", Buffer.from(`\0${sql}\0\0\0`)),
    encodeMessage("B", Buffer.alloc(8)),
    encodeMessage("D", Buffer.from("P\0")),
    encodeMessage("E", Buffer.alloc(5)),
  ]);
}

export const FLUSH = encodeMessage("H", Buffer.alloc(0));

/** `Z I C …`: the types of messages in order, setting reports left out. */
export function kinds(messages: readonly Told[]): string {
  return messages
    .map((message) => message.type)
    .filter((type) => type !== "S" && type !== "N")
    .join("");
}

/** The SQLSTATE of the first error among messages. */
export function errorCode(messages: readonly Told[]): string | undefined {
  const error = messages.find((message) => message.type === "E");
  return error?.body.toString().match(/\0C(\w{5})\0/)?.[1];
}
