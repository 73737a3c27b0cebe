import { isPlain } from "../patterns/plain-character.js";

/** The text with quoted stretches blanked (same length), and whether a place is outside them. */
export function outsideQuotes(text: string, startsQuoted: boolean): { text: string; free(at: number): boolean } {
  // Most statements have neither quotation nor parenthesis.
  if (!startsQuoted && !/[“「『（(【]/.test(text)) return { text, free: () => true };
  let depth = startsQuoted && !/^[“「『]/.test(text) ? 1 : 0;
  let round = 0;
  let out = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (isPlain(text.charCodeAt(at))) continue;
    const char = text.charAt(at);
    const before = depth > 0 || round > 0;
    if ("“「『".includes(char)) depth++;
    else if ("”」』".includes(char) && depth > 0) depth--;
    if ("（(【".includes(char)) round++;
    const hidden = depth > 0 || round > 0;
    if (hidden !== before) {
      out += before ? "□".repeat(at - from) : text.slice(from, at);
      from = at;
    }
    if ("）)】".includes(char) && round > 0 && --round === 0 && depth === 0) {
      out += "□".repeat(at + 1 - from);
      from = at + 1;
    }
  }
  out += depth > 0 || round > 0 ? "□".repeat(text.length - from) : text.slice(from);
  return { text: out, free: (at) => out.charAt(at) !== "□" };
}
