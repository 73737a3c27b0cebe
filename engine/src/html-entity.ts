const named = new Map<string, string>([
  ["nbsp", " "],
  ["ensp", " "],
  ["emsp", "\u3000"],
  ["thinsp", " "],
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["middot", "·"],
  ["bull", "•"],
  ["hellip", "…"],
  ["mdash", "—"],
  ["ndash", "–"],
  ["times", "×"],
  ["divide", "÷"],
  ["yen", "¥"],
  ["copy", "©"],
  ["reg", "®"],
  ["deg", "°"],
  ["laquo", "«"],
  ["raquo", "»"],
  ["rarr", "→"],
  ["permil", "‰"],
  ["plusmn", "±"],
  ["sup", "⊃"],
  ["zwnj", ""],
  ["zwj", ""],
  ["shy", ""],
]);

/** The character of an HTML entity's inside (`ldquo`, `#8220`, `#x201c`); null for one that is not known or not a character. */
export function characterOfEntity(inside: string): string | null {
  if (!inside.startsWith("#")) return named.get(inside) ?? null;
  const code = /^#[xX]/.test(inside) ? Number.parseInt(inside.slice(2), 16) : Number.parseInt(inside.slice(1), 10);
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code > 0 && code <= 0x10ffff && !surrogate ? String.fromCodePoint(code) : null;
}
