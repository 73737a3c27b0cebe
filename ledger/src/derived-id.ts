import { createHash } from "node:crypto";

/**
 * The id of the n-th row that a command makes beside its first: the same request sent again makes the same rows. It keeps
 * the time of the command's own id where that is a UUIDv7, orders the rows as they were given, and is none of the ids that
 * stand for a public code.
 */
export function derivedId(command: string, part: string, at: number): string {
  const digest = createHash("sha256").update(`${command}/${part}/${at}`).digest("hex");
  const head = command.replaceAll("-", "").slice(0, 12);
  const hex = `${head}7${(at & 0xfff).toString(16).padStart(3, "0")}8${digest.slice(0, 15)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
