import { extractionLine } from "@shanhai/engine";
import type { LineBatch } from "./line-batch.js";
import { LineError, lineDocument } from "./line-document.js";
import { release } from "./line-memory.js";
import { unreadLine } from "./unread-line.js";

/** A batch of lines in, as many lines out, in their order; empty lines stay empty. Nothing is thrown for what a line holds. */
export function answerLines(batch: LineBatch): string {
  return [...answersTo(batch)].join("");
}

/** The same in pieces, none much longer than {@link PIECE} characters, so that the answer to a very long line is never held whole. */
export function* answersTo(batch: LineBatch): Generator<string> {
  const { first } = batch;
  const lines = new TakenLines(batch);
  let out = "";
  for (let at = 0; at < lines.count; at++) {
    for (const piece of answer(lines, at, first + at)) {
      out += piece;
      if (out.length < PIECE) continue;
      yield out;
      out = "";
    }
    out += "\n";
  }
  yield out;
}

/** Characters of a piece. */
const PIECE = 400_000;

/** The lines of a batch, each taken once and not held any longer. */
class TakenLines {
  readonly #lines: string[];

  /** The bytes of a long line are gone then. */
  constructor({ bytes }: LineBatch) {
    this.#lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8").split("\n");
    release(bytes);
    if (this.#lines.at(-1) === "") this.#lines.pop();
  }

  get count(): number {
    return this.#lines.length;
  }

  isBlank(at: number): boolean {
    return !/\S/.test(this.#lines[at] ?? "");
  }

  take(at: number): string {
    const line = this.#lines[at] ?? "";
    this.#lines[at] = "";
    return line.trim();
  }
}

function* answer(lines: TakenLines, at: number, number: number): Generator<string> {
  if (lines.isBlank(at)) return;
  let pieces: Iterator<string>;
  let piece: IteratorResult<string>;
  try {
    pieces = extractionLine(() => lineDocument(() => lines.take(at), number));
    // All is read before the first piece comes.
    piece = pieces.next();
  } catch (error) {
    yield error instanceof LineError
      ? unreadLine(number, "line/no-document", error.zh, error.en)
      : unreadLine(number, "line/crash", "没能读完，请报告维护人员", "could not be read; please report it");
    return;
  }
  for (; piece.done !== true; piece = pieces.next()) yield piece.value;
}
