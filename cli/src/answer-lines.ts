import { extract } from "@shanhai/engine";
import { LineError, lineDocument } from "./line-document.js";
import { unreadLine } from "./unread-line.js";

/** Whole lines of the stream, and the number of the first of them (from 1). */
export interface LineBatch {
  readonly first: number;
  readonly bytes: Uint8Array;
}

/** A batch of lines in, as many lines out, in their order; empty lines stay empty. Nothing is thrown for what a line holds. */
export function answerLines({ first, bytes }: LineBatch): Uint8Array<ArrayBuffer> {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8").split("\n");
  if (lines.at(-1) === "") lines.pop();
  let out = "";
  lines.forEach((line, at) => {
    out += `${answer(line.trim(), first + at)}\n`;
  });
  return new Uint8Array(Buffer.from(out, "utf8"));
}

function answer(line: string, number: number): string {
  if (line === "") return "";
  try {
    const { source, id } = lineDocument(line, number);
    const { extraction } = extract(source);
    return JSON.stringify(id === null ? extraction : { ...extraction, id });
  } catch (error) {
    if (error instanceof LineError) return unreadLine(number, "line/no-document", error.zh, error.en);
    return unreadLine(number, "line/crash", "没能读完，请报告维护人员", "could not be read; please report it");
  }
}
