/** A Chinese character or a digit: no mark, bracket or space of any kind, as most of a text. */
export function isPlain(code: number): boolean {
  return (code >= 0x4e00 && code < 0xa000) || (code >= 0x30 && code < 0x3a);
}

/** A common Chinese character. */
export function isHan(code: number): boolean {
  return code >= 0x4e00 && code < 0xa000;
}

/** A blank inside a line: half or full width, or one that does not break. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x3000 || code === 0xa0;
}
