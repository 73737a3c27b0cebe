import type { Socket } from "node:net";
import { countCopyFromStdin } from "./copy-statement.js";
import {
  encodeCopyIn,
  encodeMessage,
  encodeQuery,
  MESSAGE,
  MessageReader,
  ProtocolViolation,
  STARTUP,
  sqlOf,
} from "./wire.js";

/** What is run as one: a client's messages up to Query, Sync or Flush, or a whole COPY with its rows. */
export interface Unit {
  readonly messages: readonly Buffer[];
  /** False after a Flush: the client waits for answers and goes on, the engine stays with it. */
  readonly closed: boolean;
  /** A COPY FROM STDIN whose rows the client was already asked for: it must not be asked twice. */
  readonly asked: boolean;
  /** Begins long work that lets others go first. */
  readonly patient?: boolean;
}

/**
 * How a transaction begins that is long and that nobody waits for at a screen, such as one of an import's hundreds. A server
 * takes it for what it is, a BEGIN with a remark.
 */
export const PATIENT_BEGIN = "BEGIN /* others first */";

/** What a client asks of the gate apart from units. */
export interface ClientEvents {
  /** A whole start-up packet came; the gate answers. */
  started(client: GateClient): void;
  /** A unit was added to the backlog. */
  asked(client: GateClient): void;
  cancelled(processId: number, secret: number): void;
  /** The connection ended, for whatever reason. Told once. */
  gone(client: GateClient): void;
}

/** Beyond this a client is not read from until some of its units have run, nor served until it has read. */
const LONGEST_BACKLOG = 32;
const MOST_UNREAD = 1 << 20;

/** One connection: cuts its bytes into units and keeps them until their turn; writes the answers. */
export class GateClient {
  readonly backlog: Unit[] = [];
  readonly secret: number;
  private readonly reader = new MessageReader();
  private started = false;
  private ended = false;
  private batch: Buffer[] = [];
  private copy: PendingCopy | null = null;

  constructor(
    readonly processId: number,
    private readonly socket: Socket,
    private readonly events: ClientEvents,
  ) {
    this.secret = Math.floor(Math.random() * 0x7fffffff);
    socket.setNoDelay(true);
    socket.on("data", (chunk) => {
      this.reader.push(chunk);
      this.read();
    });
    socket.on("drain", () => events.asked(this));
    // A broken connection also closes; there is nobody to tell.
    socket.on("error", () => undefined);
    socket.on("close", () => this.leave());
  }

  /** True when its next unit may run: it has one, and has read the answers so far. */
  get ready(): boolean {
    return !this.ended && this.backlog.length > 0 && this.socket.writableLength < MOST_UNREAD;
  }

  /** Its next unit lets others go first. */
  get patient(): boolean {
    return this.backlog[0]?.patient === true;
  }

  send(bytes: Buffer): void {
    if (!this.socket.destroyed) this.socket.write(bytes);
  }

  /** Takes the next unit out; reads on where reading had stopped. */
  takeUnit(): Unit | undefined {
    const unit = this.backlog.shift();
    if (this.socket.isPaused()) {
      this.socket.resume();
      setImmediate(() => this.read());
    }
    return unit;
  }

  /** The answers of its units so far are sent: a COPY that waited for its turn may ask for the rows. */
  answered(): void {
    if (!this.copy || this.copy.announced || this.backlog.length > 0) return;
    this.copy.announced = true;
    this.send(encodeCopyIn());
  }

  /** Says a last word and ends the connection. */
  end(lastWord?: Buffer): void {
    if (lastWord) this.socket.end(lastWord);
    else this.socket.end();
    this.leave();
  }

  private leave(): void {
    if (this.ended) return;
    this.ended = true;
    this.backlog.length = 0;
    this.events.gone(this);
  }

  private read(): void {
    try {
      while (!this.ended) {
        if (this.backlog.length >= LONGEST_BACKLOG) {
          this.socket.pause();
          return;
        }
        const message = this.started ? this.reader.next() : this.reader.startup();
        if (!message) return;
        if (this.started) this.message(message);
        else this.startup(message);
      }
    } catch (error) {
      if (!(error instanceof ProtocolViolation)) throw error;
      this.socket.destroy();
      this.leave();
    }
  }

  private startup(packet: Buffer): void {
    const code = packet.length >= 8 ? packet.readInt32BE(4) : 0;
    if (code === STARTUP.ssl || code === STARTUP.gss) this.send(Buffer.from("N"));
    else if (code === STARTUP.cancel && packet.length >= 16) {
      this.events.cancelled(packet.readInt32BE(8), packet.readInt32BE(12));
      this.end();
    } else if (code >> 16 === STARTUP.version3) {
      this.started = true;
      this.events.started(this);
    } else throw new ProtocolViolation(`start-up code ${code}`);
  }

  private message(message: Buffer): void {
    const type = message[0];
    if (type === MESSAGE.terminate) {
      this.end();
      return;
    }
    if (this.copy) {
      this.copyMessage(this.copy, message);
      return;
    }
    let patient = false;
    if (type === MESSAGE.query || type === MESSAGE.parse) {
      const sql = sqlOf(message);
      patient = type === MESSAGE.query && this.batch.length === 0 && sql.startsWith(PATIENT_BEGIN);
      const copies = countCopyFromStdin(sql);
      if (copies === 1 && type === MESSAGE.query) {
        this.copy = { messages: [...this.batch, message], announced: false };
        this.batch = [];
        this.answered();
        return;
      }
      // The engine cannot stop for rows here. It says so itself, so that an open transaction fails as it should.
      if (copies > 0) message = type === MESSAGE.query ? encodeQuery(REFUSAL) : encodeParse(REFUSAL);
    }
    this.batch.push(message);
    const closed = type === MESSAGE.query || type === MESSAGE.sync || type === MESSAGE.functionCall;
    if (closed || type === MESSAGE.flush) this.finish({ messages: this.batch, closed, asked: false, patient });
  }

  private copyMessage(copy: PendingCopy, message: Buffer): void {
    const type = message[0];
    // As the server does, Flush and Sync between the rows are passed over.
    if (type === MESSAGE.flush || type === MESSAGE.sync) return;
    copy.messages.push(message);
    if (type === MESSAGE.copyData) return;
    const asked = copy.announced;
    this.copy = null;
    this.finish({ messages: copy.messages, closed: true, asked });
  }

  private finish(unit: Unit): void {
    this.batch = [];
    this.backlog.push(unit);
    this.events.asked(this);
  }
}

/** A COPY whose rows are still coming. */
interface PendingCopy {
  readonly messages: Buffer[];
  announced: boolean;
}

const REFUSAL = "copy_from_stdin_must_be_alone_in_a_simple_query";

function encodeParse(sql: string): Buffer {
  return encodeMessage("P", Buffer.from(`\0${sql}\0\0\0`));
}
