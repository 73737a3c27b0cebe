import type { Reader } from "../reader.js";
import { text } from "./text.js";

/** The readers in the order in which they are asked whether a file is theirs; text takes what nobody else takes. */
export const readers: readonly Reader[] = [text];
