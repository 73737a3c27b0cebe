/** PostgreSQL's wire protocol, version 3: cutting a stream into messages, and the few messages that the gate makes. */

export const MESSAGE = {
  query: 0x51,
  parse: 0x50,
  sync: 0x53,
  flush: 0x48,
  functionCall: 0x46,
  terminate: 0x58,
  copyData: 0x64,
  copyDone: 0x63,
  copyFail: 0x66,
  parameterStatus: 0x53,
  copyInResponse: 0x47,
} as const;

/** Codes that stand where a start-up packet has its protocol version. */
export const STARTUP = { ssl: 80877103, gss: 80877104, cancel: 80877102, version3: 3 } as const;

/** PostgreSQL's own limit of one message. */
export const LARGEST_MESSAGE = 0x3fffffff;

export class ProtocolViolation extends Error {}

/**
 * Cuts incoming bytes into messages. Every byte is copied at most once, whatever the chunks are: a message of 50 MB
 * in pieces of 64 KB is put together when its last piece is there, not before.
 */
export class MessageReader {
  private readonly chunks: Buffer[] = [];
  private length = 0;

  push(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
  }

  /** A start-up packet (no type byte), or null until it is whole. */
  startup(): Buffer | null {
    return this.message(0, 10_000);
  }

  /** The next message with its type byte, or null until it is whole. */
  next(): Buffer | null {
    return this.message(1, LARGEST_MESSAGE);
  }

  private message(prefix: 0 | 1, limit: number): Buffer | null {
    if (this.length < prefix + 4) return null;
    const size = this.peekInt32(prefix);
    if (size < 4 || size > limit) throw new ProtocolViolation(`message of ${size} bytes`);
    return this.length < prefix + size ? null : this.take(prefix + size);
  }

  private peekInt32(offset: number): number {
    let value = 0;
    let index = 0;
    let skip = offset;
    for (let read = 0; read < 4; ) {
      const chunk = this.chunks[index];
      if (!chunk) throw new RangeError("peek beyond the buffered bytes");
      const byte = chunk[skip];
      if (byte === undefined) {
        skip -= chunk.length;
        index += 1;
        continue;
      }
      value = (value << 8) | byte;
      skip += 1;
      read += 1;
    }
    return value;
  }

  private take(size: number): Buffer {
    this.length -= size;
    const first = this.chunks[0];
    if (first && first.length >= size) {
      if (first.length === size) this.chunks.shift();
      else this.chunks[0] = first.subarray(size);
      return first.subarray(0, size);
    }
    const whole = Buffer.allocUnsafe(size);
    let filled = 0;
    let used = 0;
    for (const chunk of this.chunks) {
      const part = Math.min(chunk.length, size - filled);
      chunk.copy(whole, filled, 0, part);
      filled += part;
      if (part < chunk.length) {
        this.chunks[used] = chunk.subarray(part);
        break;
      }
      used += 1;
      if (filled === size) break;
    }
    this.chunks.splice(0, used);
    return whole;
  }
}

export function encodeMessage(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, "latin1");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

export function encodeQuery(sql: string): Buffer {
  return encodeMessage("Q", Buffer.from(`${sql}\0`));
}

export function encodeSync(): Buffer {
  return encodeMessage("S", Buffer.alloc(0));
}

/** An error as the server gives it. FATAL ends the connection. */
export function encodeError(severity: "ERROR" | "FATAL", code: string, message: string): Buffer {
  return encodeMessage("E", Buffer.from(`S${severity}\0V${severity}\0C${code}\0M${message}\0\0`));
}

/** The code of the notice by which the gate tells who begins long work that others come one after another. */
export const CROWDED = "SH001";

/** A notice as the server gives it: nothing is wrong. */
export function encodeNotice(code: string): Buffer {
  return encodeMessage("N", Buffer.from(`SNOTICE\0VNOTICE\0C${code}\0Mothers are waiting\0\0`));
}

export function encodeReady(status: "I" | "T" | "E"): Buffer {
  return encodeMessage("Z", Buffer.from(status));
}

/** The answer to a start-up: welcome, settings, the key for a cancel request, ready. */
export function encodeWelcome(settings: Buffer, processId: number, secret: number): Buffer {
  const key = Buffer.alloc(8);
  key.writeInt32BE(processId, 0);
  key.writeInt32BE(secret, 4);
  return Buffer.concat([encodeMessage("R", Buffer.alloc(4)), settings, encodeMessage("K", key), encodeReady("I")]);
}

/** Tells a client to send its rows; the formats are text, the columns unknown, which drivers do not look at. */
export function encodeCopyIn(): Buffer {
  return encodeMessage("G", Buffer.alloc(3));
}

/** The setting reports among the messages of a server's welcome. */
export function parameterStatuses(messages: Uint8Array): Buffer {
  return Buffer.concat([...split(messages)].filter((message) => message[0] === MESSAGE.parameterStatus));
}

/** Messages without those of one type. */
export function withoutMessages(messages: Uint8Array, type: number): Buffer {
  return Buffer.concat([...split(messages)].filter((message) => message[0] !== type));
}

function* split(messages: Uint8Array): Generator<Buffer> {
  const bytes = Buffer.from(messages.buffer, messages.byteOffset, messages.byteLength);
  for (let at = 0; at + 5 <= bytes.length; ) {
    const end = at + 1 + bytes.readInt32BE(at + 1);
    yield bytes.subarray(at, end);
    at = end;
  }
}

/** The SQL text of a Query message, or of a Parse message. */
export function sqlOf(message: Buffer): string {
  const start = message[0] === MESSAGE.parse ? message.indexOf(0, 5) + 1 : 5;
  const end = message.indexOf(0, start);
  return message.toString("utf8", start, end < 0 ? undefined : end);
}
