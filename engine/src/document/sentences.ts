import { isPlain } from "../patterns/plain-character.js";
import { type RepairedSpan, repairedSpan } from "../span.js";

const endMarks = new Set(["。", "！", "？", "…", "!", "?"]);
const opening = new Map([
  ["“", "”"],
  ["「", "」"],
  ["『", "』"],
  ["（", "）"],
  ["(", ")"],
  ["《", "》"],
]);
const closing = new Set(opening.values());
/** A speaker's tag after a quote that ends the sentence with it: “……。”石某说。 */
const speakerTag = /^[^，,。！!？?；;：:“”]{1,30}?(说道?|表示|介绍|坦言|感慨|回应|回答|感叹|承诺|强调|指出)[。！!]/;

/**
 * The sentences of a paragraph. A sentence ends at 。！？… (or half-width ! ?) outside quotes and brackets, behind a quote that itself
 * ends with such a mark, or at the paragraph's end; ；does not end one, because 一是……；二是…… is one statement.
 * A quote that never closes does not swallow the paragraph: its marks end sentences as if it were not there.
 */
export function sentencesOf(text: string, span: RepairedSpan): readonly RepairedSpan[] {
  const closes = balancedClosings(text, span);
  const out: RepairedSpan[] = [];
  let start = span.start;
  let depthUntil = -1;
  for (let at = span.start; at < span.end; at++) {
    if (at < depthUntil) at = depthUntil;
    if (at >= span.end || isPlain(text.charCodeAt(at))) continue;
    const char = text.charAt(at);
    const close = closes.get(at);
    if (close !== undefined) {
      depthUntil = close;
      continue;
    }
    const closesQuote = at === depthUntil && (char === "”" || char === "」" || char === "』");
    const ends = endMarks.has(char) || (closesQuote && endMarks.has(text.charAt(at - 1)));
    if (!ends) continue;
    let end = at + 1;
    while (end < span.end && (endMarks.has(text.charAt(end)) || (closing.has(text.charAt(end)) && !closes.has(end))))
      end++;
    if (closesQuote) {
      const tag = speakerTag.exec(text.slice(end, Math.min(span.end, end + 40)));
      if (tag !== null) end += tag[0].length;
    }
    push(out, text, start, end);
    start = end;
    at = end - 1;
  }
  push(out, text, start, span.end);
  return out;
}

/** Where each quote or bracket that does close inside the span closes; only outermost ones are needed. Linear. */
function balancedClosings(text: string, span: RepairedSpan): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: { at: number; close: string }[] = [];
  const waiting = new Map<string, number>();
  for (let at = span.start; at < span.end; at++) {
    if (isPlain(text.charCodeAt(at))) continue;
    const char = text.charAt(at);
    const close = opening.get(char);
    if (close !== undefined) {
      open.push({ at, close });
      waiting.set(close, (waiting.get(close) ?? 0) + 1);
    } else if ((waiting.get(char) ?? 0) > 0) {
      // Openers above the match never closed: they are let go.
      for (;;) {
        const top = open.pop();
        if (top === undefined) break;
        waiting.set(top.close, (waiting.get(top.close) ?? 1) - 1);
        if (top.close !== char) continue;
        pairs.set(top.at, at);
        break;
      }
    }
  }
  return pairs;
}

function push(out: RepairedSpan[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && !isPlain(text.charCodeAt(start)) && /\s/.test(text.charAt(start))) start++;
  while (end > start && !isPlain(text.charCodeAt(end - 1)) && /\s/.test(text.charAt(end - 1))) end--;
  if (end > start) out.push(repairedSpan(start, end));
}
