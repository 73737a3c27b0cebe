/** A stretch that two texts of one length do not have in common. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The characters in which two texts of one length differ, each by itself; never half of a surrogate pair. */
export function rewrittenStretches(was: string, now: string): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let at = 0; at < was.length; at++) {
    if (was.charCodeAt(at) === now.charCodeAt(at)) continue;
    const start = isPair(was, at - 1) || isPair(now, at - 1) ? at - 1 : at;
    const end = isPair(was, start) || isPair(now, start) ? start + 2 : start + 1;
    found.push({ start, end });
    at = end - 1;
  }
  return found;
}

function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  const low = text.charCodeAt(at + 1);
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}
