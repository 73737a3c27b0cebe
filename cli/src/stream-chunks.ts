import { fstatSync, read } from "node:fs";
import { open } from "node:fs/promises";
import { promisify } from "node:util";

/** Bytes read at once. */
const CHUNK = 1 << 16;

/**
 * Standard input in chunks, each in the memory of the one before. A stream has new memory for each, which a thread that
 * makes little garbage holds for long.
 */
export async function* inputChunks(): AsyncGenerator<Uint8Array> {
  const kind = fstatSync(0);
  if (kind.isFile()) yield* descriptorChunks(0);
  else if (kind.isFIFO() || kind.isSocket()) yield* pipeChunks();
  else yield* process.stdin;
}

/** The same of a file by its path. */
export async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    yield* descriptorChunks(file.fd);
  } finally {
    await file.close();
  }
}

async function* descriptorChunks(descriptor: number): AsyncGenerator<Uint8Array> {
  const chunk = new Uint8Array(CHUNK);
  const readInto = promisify(read);
  for (;;) {
    const { bytesRead } = await readInto(descriptor, chunk, 0, CHUNK, null);
    if (bytesRead === 0) return;
    yield chunk.subarray(0, bytesRead);
  }
}

async function* pipeChunks(): AsyncGenerator<Uint8Array> {
  // Here alone: a command that reads a file starts sooner without it.
  const { Socket } = await import("node:net");
  const chunk = new Uint8Array(CHUNK);
  let came: (length: number) => void = () => {};
  let failed: (error: Error) => void = () => {};
  // Nothing more is read before the chunk is used.
  const callback = (length: number) => {
    came(length);
    return false;
  };
  const options = { fd: 0, writable: false, onread: { buffer: chunk, callback } };
  const pipe = new Socket(options);
  pipe.on("end", () => came(0)).on("error", (error) => failed(error));
  try {
    for (;;) {
      const next = new Promise<number>((resolve, reject) => {
        came = resolve;
        failed = reject;
      });
      pipe.resume();
      const length = await next;
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    pipe.destroy();
  }
}
