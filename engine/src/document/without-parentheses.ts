/** Short parentheses as □, so that what they name is no party of the sentence; those that print a date stay readable. Length kept. */
export function withoutParentheses(text: string): string {
  if (!/[（(【]/.test(text)) return text;
  return text.replace(/[（(【][^（）()【】]{0,60}[）)】]/g, (part) =>
    /\d[月日]/.test(part) ? part : "□".repeat(part.length),
  );
}
