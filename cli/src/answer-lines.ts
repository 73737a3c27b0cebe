import { extractionLine } from "@shanhai/engine";
import { LineError, lineDocument } from "./line-document.js";
import { unreadLine } from "./unread-line.js";

/** Whole lines of the stream, and the number of the first of them (from 1). */
export interface LineBatch {
  readonly first: number;
  readonly bytes: Uint8Array;
}

/** A batch of lines in, as many lines out, in their order; empty lines stay empty. Nothing is thrown for what a line holds. */
export function answerLines(batch: LineBatch): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([...answersTo(batch)]));
}

/** The same in pieces, none much longer than a million bytes, so that the answer to a very long line is never held whole. */
export function* answersTo({ first, bytes }: LineBatch): Generator<Uint8Array<ArrayBuffer>> {
  let out = "";
  let number = first;
  for (const line of linesIn(bytes)) {
    for (const piece of answer(line.trim(), number)) {
      out += piece;
      if (out.length < PIECE) continue;
      yield new Uint8Array(Buffer.from(out, "utf8"));
      out = "";
    }
    out += "\n";
    number++;
  }
  yield new Uint8Array(Buffer.from(out, "utf8"));
}

/** Characters of a piece. */
const PIECE = 400_000;

function linesIn(bytes: Uint8Array): readonly string[] {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8").split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

function* answer(line: string, number: number): Generator<string> {
  if (line === "") return;
  let pieces: Iterator<string>;
  let piece: IteratorResult<string>;
  try {
    const { source, id } = lineDocument(line, number);
    pieces = extractionLine(source, id);
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
