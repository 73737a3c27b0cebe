import type { Reader } from "../reader.js";
import { html } from "./html.js";
import { text } from "./text.js";
import { unreadFormat } from "./unread-format.js";

/** The readers in the order in which they are asked whether a file is theirs. */
export const readers: readonly Reader[] = [
  // By their first bytes; a reader for one of these formats goes before it.
  unreadFormat,
  html,
  // Takes what nobody else takes.
  text,
];
