import { createHash } from "node:crypto";

/** The code of a name that an office adds: two installations that add the same name have the same code. */
export function freshCode(dictionary: string, zh: string): string {
  return `w_${createHash("sha256").update(`${dictionary} ${zh}`).digest("hex").slice(0, 12)}`;
}
