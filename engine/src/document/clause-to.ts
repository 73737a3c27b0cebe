/** The words before an offset, from the last comma or semicolon on, at most 40. */
export function clauseTo(text: string, to: number): string {
  const least = Math.max(0, to - 40);
  let from = Math.min(to, text.length);
  for (; from > least; from--) {
    const unit = text.charCodeAt(from - 1);
    if (unit === 0xff0c || unit === 0x2c || unit === 0xff1b || unit === 0x3b) break;
  }
  return text.slice(from, to);
}
