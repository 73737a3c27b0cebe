/** Marks at which the pages were cut, full-width or folded, and their CP936 codes. */
export const marks = new Map([
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
