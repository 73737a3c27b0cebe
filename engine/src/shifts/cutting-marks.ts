/** Marks at which the pages were cut, full-width or folded, and their CP936 codes. */
const marks = new Map([
  [",", 0xa3ac],
  ["，", 0xa3ac],
  ["!", 0xa3a1],
  ["！", 0xa3a1],
  ["?", 0xa3bf],
  ["？", 0xa3bf],
  [";", 0xa3bb],
  ["；", 0xa3bb],
  [":", 0xa3ba],
  ["：", 0xa3ba],
  ["。", 0xa1a3],
]);

const codes = new Uint16Array(0x10000);
for (const [mark, code] of marks) codes[mark.charCodeAt(0)] = code;

/** The code of a mark by its code unit, 0 for every other character: asked of every character of a line. */
export function markCode(unit: number): number {
  return codes[unit] ?? 0;
}
