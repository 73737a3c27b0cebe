/** Signs, codes and names of money that stand in front of the number; the longer ones first. */
const signs: readonly (readonly [sign: string, currency: string])[] = [
  ["US$", "美元"],
  ["HK$", "港元"],
  ["NT$", "新台币"],
  ["RMB", "元"],
  ["CNY", "元"],
  ["USD", "美元"],
  ["HKD", "港元"],
  ["EUR", "欧元"],
  ["JPY", "日元"],
  ["GBP", "英镑"],
  ["TWD", "新台币"],
  ["¥", "元"],
  ["￥", "元"],
  ["$", "美元"],
  ["＄", "美元"],
  ["€", "欧元"],
  ["£", "英镑"],
  ["人民币", "元"],
  ["港币", "港元"],
  ["台币", "新台币"],
  ["美金", "美元"],
];

/** ¥1,200, US$300万, RMB 500, 人民币3.14: the currency whose sign stands in front of a number, and where the sign begins; null where none does. */
export function moneySignBefore(
  text: string,
  at: number,
): { readonly currency: string; readonly start: number } | null {
  const c = text.charCodeAt(at - 1);
  // Most numbers have a Chinese character in front.
  if (at === 0 || (c >= 0x3000 && c < 0xff00 && c !== 0x5e01 && c !== 0x91d1)) return null;
  const end = c === 0x20 ? at - 1 : at;
  for (const [sign, currency] of signs) {
    const start = end - sign.length;
    if (start < 0 || !text.startsWith(sign, start)) continue;
    // Part of a longer word: XUSD.
    if (/[A-Z]$/.test(sign) && /[A-Za-z0-9]/.test(text.charAt(start - 1))) continue;
    return { currency, start };
  }
  return null;
}
