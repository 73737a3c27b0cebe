import type { Socket } from "node:net";
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import { GateClient, type Unit } from "./gate-client.js";
import { EngineFailure, type PostgresEngine } from "./postgres-engine.js";
import { Turns } from "./turns.js";
import {
  CROWDED,
  encodeError,
  encodeNotice,
  encodeReady,
  encodeSync,
  encodeWelcome,
  MESSAGE,
  withoutMessages,
} from "./wire.js";

export interface GateOptions {
  /** Opens the database, and again after the engine broke. */
  readonly openEngine: () => Promise<PostgresEngine>;
  /** A client that holds the engine in a transaction and says nothing is cut off after this. Default 60 s. */
  readonly idleInTransactionMs?: number;
  /** Log bytes after which a checkpoint is made as soon as nobody waits, and eight times that in any case. */
  readonly checkpointBytes?: number;
}

/**
 * Many clients, one engine. A unit of one client runs at a time; the engine stays with a client until its transaction
 * is over, then everything of its session is discarded and the client that has waited longest is next; long work that
 * says so (`PATIENT_BEGIN`) lets others go first. A client that dies or breaks the engine harms nobody else.
 */
export class GateServer {
  private readonly clients = new Map<number, GateClient>();
  /** Clients with a unit to run; the holder is never in it. */
  private readonly waiting = new Turns<GateClient>();
  private turnTimer: NodeJS.Timeout | null = null;
  /** Whether the holder let others go first. */
  private holderPatient = false;
  private holder: GateClient | null = null;
  private holderGone = false;
  private engine: PostgresEngine | null;
  private running: Promise<void> | null = null;
  private idleTimer: NodeJS.Timeout | null = null;
  private checkpointTimer: NodeJS.Timeout | null = null;
  private nextProcessId = 1;
  private closing = false;
  private readonly greeting: Buffer;
  private readonly idleMs: number;
  private readonly checkpointBytes: number;

  private constructor(
    engine: PostgresEngine,
    private readonly options: GateOptions,
  ) {
    this.engine = engine;
    this.greeting = engine.greeting;
    this.idleMs = options.idleInTransactionMs ?? 60_000;
    this.checkpointBytes = options.checkpointBytes ?? 64 << 20;
  }

  static async open(options: GateOptions): Promise<GateServer> {
    return new GateServer(await options.openEngine(), options);
  }

  get counts(): { readonly fsyncs: number; readonly directoryFsyncs: number; readonly clients: number } {
    const { fsyncs = 0, directoryFsyncs = 0 } = this.engine?.counts ?? {};
    return { fsyncs, directoryFsyncs, clients: this.clients.size };
  }

  accept(socket: Socket): void {
    if (this.closing) {
      socket.destroy();
      return;
    }
    const client = new GateClient(this.nextProcessId++, socket, {
      started: (who) => who.send(encodeWelcome(this.greeting, who.processId, who.secret)),
      asked: (who) => this.enqueue(who),
      cancelled: (processId, secret) => this.cancel(processId, secret),
      gone: (who) => this.forget(who),
    });
    this.clients.set(client.processId, client);
  }

  /**
   * Takes no more clients, lets those finish that are in the middle of something (for `patienceMs` at most, then an
   * open transaction is rolled back), ends all and closes the database cleanly.
   */
  async close(patienceMs = 3000): Promise<void> {
    this.closing = true;
    const until = performance.now() + patienceMs;
    while ((this.holder || this.waiting.length > 0) && performance.now() < until) await pause(5);
    const last = encodeError("FATAL", "57P01", "the database is being closed");
    for (const client of [...this.clients.values()]) client.end(last);
    while (this.running) await this.running;
    if (this.checkpointTimer) clearTimeout(this.checkpointTimer);
    if (this.turnTimer) clearTimeout(this.turnTimer);
    await this.engine?.close();
    this.engine = null;
  }

  private enqueue(client: GateClient): void {
    if (client !== this.holder && client.ready) this.waiting.add(client, performance.now());
    this.pump();
  }

  private forget(client: GateClient): void {
    this.clients.delete(client.processId);
    this.waiting.remove(client);
    if (client === this.holder) this.holderGone = true;
    this.pump();
  }

  /** A unit that runs cannot be interrupted, as on a server that has just finished; one that waits is not run. */
  private cancel(processId: number, secret: number): void {
    const client = this.clients.get(processId);
    if (!client || client.secret !== secret || client === this.holder || !client.backlog[0]?.closed) return;
    client.takeUnit();
    client.send(encodeError("ERROR", "57014", "canceling statement due to user request"));
    client.send(encodeReady("I"));
  }

  private pump(): void {
    if (this.running) return;
    this.running = this.work().finally(() => {
      this.running = null;
      // Something may have come between the last look and here.
      if (this.holderGone || this.nextClient()) this.pump();
    });
  }

  private nextClient(): GateClient | null {
    if (this.holder) return this.holder.ready ? this.holder : null;
    return this.waiting.next(performance.now());
  }

  private async work(): Promise<void> {
    for (;;) {
      if (this.holderGone) await this.release();
      const client = this.nextClient();
      if (!client) break;
      if (client !== this.holder) {
        this.waiting.remove(client);
        this.holderPatient = client.patient;
      }
      const unit = client.ready ? client.takeUnit() : undefined;
      if (unit) await this.serve(client, unit);
      // Lets the sockets speak, so that those who came meanwhile are in the queue before the next choice.
      await nextTurn();
    }
    this.watchHolder();
    this.watchTurns();
    this.planCheckpoint();
  }

  /** Somebody waits and may not go yet: looks again when he may. */
  private watchTurns(): void {
    const pause = this.holder === null ? this.waiting.pause(performance.now()) : null;
    if (pause === null || this.turnTimer) return;
    this.turnTimer = setTimeout(() => {
      this.turnTimer = null;
      this.pump();
    }, Math.ceil(pause));
  }

  private async serve(client: GateClient, unit: Unit): Promise<void> {
    if (this.idleTimer) clearTimeout(this.idleTimer);
    this.idleTimer = null;
    const answer = new Answer();
    try {
      this.engine ??= await this.options.openEngine();
      this.holder = client;
      if (unit.patient === true && this.waiting.crowded(performance.now())) client.send(encodeNotice(CROWDED));
      await this.engine.run(Buffer.concat(unit.messages), (chunk) => answer.add(chunk));
      client.send(unit.asked ? withoutMessages(answer.whole(), MESSAGE.copyInResponse) : answer.whole());
      client.answered();
      if (unit.closed && !this.engine.inTransaction) await this.release();
    } catch (error) {
      await this.broken(client, error);
    }
  }

  /** The engine is idle or its holder is gone: nothing of the session may reach the next one. */
  private async release(): Promise<void> {
    const client = this.holder;
    const gone = this.holderGone;
    this.holder = null;
    this.holderGone = false;
    this.waiting.ended(this.holderPatient, performance.now());
    try {
      // It may have died between Flush and Sync: the first ROLLBACK undoes what a Sync would commit, but is passed over
      // when an error had come before; Sync ends that, and the second one ends a transaction that is still open.
      if (gone) {
        await this.engine?.command("ROLLBACK");
        await this.engine?.run(encodeSync(), () => undefined);
        await this.engine?.command("ROLLBACK");
      }
      await this.engine?.command("DISCARD ALL");
      if (this.engine && this.engine.walSinceCheckpoint > 8 * this.checkpointBytes) await this.engine.checkpoint();
    } catch (error) {
      await this.broken(null, error);
    }
    if (client?.ready) this.waiting.add(client, performance.now());
  }

  /**
   * The engine cannot go on, or could not be opened: the client that met it is told and cut off (whether its commit
   * counts is open, as after any crash); the others go on with the engine that the next unit opens.
   */
  private async broken(client: GateClient | null, error: unknown): Promise<void> {
    const full = error instanceof EngineFailure && error.diskError === "ENOSPC";
    const reason = error instanceof Error ? error.message : String(error);
    this.holder = null;
    this.holderGone = false;
    client?.end(
      full
        ? encodeError("FATAL", "53100", `could not write: No space left on device (${reason})`)
        : encodeError("FATAL", "57P02", `the database engine stopped and is opened again (${reason})`),
    );
    const engine = this.engine;
    this.engine = null;
    await engine?.abandon();
  }

  private watchHolder(): void {
    const holder = this.holder;
    if (!holder || this.idleTimer) return;
    this.idleTimer = setTimeout(() => {
      this.idleTimer = null;
      if (this.holder !== holder) return;
      holder.end(encodeError("FATAL", "25P03", "terminating connection due to idle-in-transaction timeout"));
    }, this.idleMs);
    this.idleTimer.unref();
  }

  private planCheckpoint(): void {
    if (this.checkpointTimer || (this.engine?.walSinceCheckpoint ?? 0) < this.checkpointBytes) return;
    this.checkpointTimer = setTimeout(() => {
      this.checkpointTimer = null;
      if (this.running || this.holder) return this.planCheckpoint();
      this.running = this.engine?.checkpoint().catch((error: unknown) => this.broken(null, error)) ?? null;
      void this.running?.finally(() => {
        this.running = null;
        this.pump();
      });
    }, 500);
    this.checkpointTimer.unref();
  }
}

/** Gathers the engine's many small chunks, which are views of its memory, into few buffers. */
class Answer {
  private readonly full: Buffer[] = [];
  private slab = Buffer.allocUnsafe(16 << 10);
  private used = 0;

  add(chunk: Uint8Array): void {
    if (chunk.length > this.slab.length - this.used) {
      this.full.push(this.slab.subarray(0, this.used));
      this.slab = Buffer.allocUnsafe(Math.max(chunk.length, Math.min(this.slab.length * 2, 1 << 20)));
      this.used = 0;
    }
    this.slab.set(chunk, this.used);
    this.used += chunk.length;
  }

  whole(): Buffer {
    const last = this.slab.subarray(0, this.used);
    return this.full.length === 0 ? last : Buffer.concat([...this.full, last]);
  }
}
