/** Marks of clauses by their full width; mirrors of pages print the others. */
const HALF: Readonly<Record<string, string>> = { "，": ",", "；": ";", "：": ":", "！": "!", "？": "?" };

/**
 * Offset behind the last of some marks before an offset; 0 where none stands there. The marks are given in full width and
 * found in both, because page stores fold them (考察，并… and 考察,并…).
 */
export function behindMark(text: string, marks: string, before = text.length): number {
  let behind = 0;
  if (before === 0) return behind;
  for (const mark of marks) {
    const half = HALF[mark];
    const last = Math.max(
      text.lastIndexOf(mark, before - 1),
      half === undefined ? -1 : text.lastIndexOf(half, before - 1),
    );
    if (last >= behind) behind = last + 1;
  }
  return behind;
}
