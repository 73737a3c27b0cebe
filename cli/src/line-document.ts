import type { LineSource, Source } from "@shanhai/engine";

/** A line that is no document: what is wrong with it, in both languages. */
export class LineError extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(zh);
  }
}

/**
 * One line of `extract --jsonl` as a document. A line is either a JSON string (the text itself) or an object with
 * `text` (UTF-16 text) or `base64` (the file's bytes), and optionally `name` (decides the reader; default `.txt`), `id`
 * (comes back as the extraction's id) and `encoding`. Paths are not read: a line names no file of this machine.
 * The line is taken, not given, so that nobody holds it beside what it says: it may be very long.
 */
export function lineDocument(take: () => string, number: number): LineSource {
  let value: unknown;
  try {
    value = JSON.parse(take());
  } catch {
    throw new LineError("不是 JSON，请每行放一份材料", "not JSON; one document a line");
  }
  if (typeof value === "string") return { source: textSource(`${number}.txt`, value), id: null };
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new LineError("应为字符串或对象", "must be a string or an object");
  const fields = value as Readonly<Record<string, unknown>>;
  const { id, encoding, text, base64 } = fields;
  const name = typeof fields.name === "string" && fields.name !== "" ? fields.name : `${number}.txt`;
  const back = typeof id === "string" || typeof id === "number" ? String(id) : null;
  if (typeof text === "string") return { source: textSource(name, text), id: back };
  if (typeof base64 !== "string") throw new LineError("缺少 text 或 base64", "text or base64 is missing");
  const source = { name, bytes: Buffer.from(base64, "base64") };
  return { source: typeof encoding === "string" ? { ...source, encoding } : source, id: back };
}

const encoder = new TextEncoder();

function textSource(name: string, text: string): Source {
  return { name, bytes: encoder.encode(text), encoding: "utf-8" };
}
