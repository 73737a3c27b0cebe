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
  ["lsaquo", "‹"],
  ["rsaquo", "›"],
  ["larr", "←"],
  ["uarr", "↑"],
  ["darr", "↓"],
  ["sect", "§"],
  ["para", "¶"],
  ["sup2", "²"],
  ["sup3", "³"],
  ["frac12", "½"],
  ["frac14", "¼"],
  ["micro", "µ"],
  ["euro", "€"],
  ["pound", "£"],
  ["cent", "¢"],
  ["trade", "™"],
  ["le", "≤"],
  ["ge", "≥"],
  ["ne", "≠"],
  ["asymp", "≈"],
  ["minus", "−"],
  ["infin", "∞"],
  ["radic", "√"],
  ["sum", "∑"],
  ["Delta", "Δ"],
  ["alpha", "α"],
  ["beta", "β"],
  ["prime", "′"],
  ["Prime", "″"],
  ["oline", "‾"],
  ["sdot", "⋅"],
  ["loz", "◊"],
  ["spades", "♠"],
  ["hearts", "♥"],
  ["sbquo", "‚"],
  ["bdquo", "„"],
  ["dagger", "†"],
  ["Dagger", "‡"],
  ["circ", "ˆ"],
  ["tilde", "˜"],
  ["uml", "¨"],
  ["acute", "´"],
  ["cedil", "¸"],
  ["iexcl", "¡"],
  ["iquest", "¿"],
  ["ordf", "ª"],
  ["ordm", "º"],
  ["lrm", ""],
  ["rlm", ""],
  ["sup", "⊃"],
  ["zwnj", ""],
  ["zwj", ""],
  ["shy", ""],
]);

/** What numbers 128 to 159 mean on pages: Windows-1252, as browsers read them. */
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The character of an HTML entity's inside (`ldquo`, `#8220`, `#x201c`); null for one that is not known or not a character. */
export function characterOfEntity(inside: string): string | null {
  if (!inside.startsWith("#")) return named.get(inside) ?? null;
  const code = /^#[xX]/.test(inside) ? Number.parseInt(inside.slice(2), 16) : Number.parseInt(inside.slice(1), 10);
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  if (code >= 0x80 && code <= 0x9f) return windows.charAt(code - 0x80);
  return code > 0 && code <= 0x10ffff && !surrogate ? String.fromCodePoint(code) : null;
}

/** Text with its entities as characters. The common ones count without their semicolon too, as browsers take them. */
export function withoutEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}[0-9]{0,2});|(nbsp|lt|gt|amp|quot|middot|laquo|raquo|times|copy|reg|yen|deg)(?![a-zA-Z0-9=]))/g,
    (whole, inside: string | undefined, bare: string | undefined) => characterOfEntity(inside ?? bare ?? "") ?? whole,
  );
}
