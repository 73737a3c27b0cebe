import type { Reader } from "../reader.js";
import { docx } from "./docx.js";
import { eml } from "./eml.js";
import { html } from "./html.js";
import { ofd } from "./ofd.js";
import { pdf } from "./pdf.js";
import { text } from "./text.js";
import { unreadFormat } from "./unread-format.js";
import { word97 } from "./word-97.js";

/** The readers in the order in which they are asked whether a file is theirs. */
export const readers: readonly Reader[] = [
  // Known by their first bytes.
  docx,
  ofd,
  word97,
  pdf,
  unreadFormat,
  html,
  // By the first lines, which are text.
  eml,
  // Takes what nobody else takes.
  text,
];
