/** Words that make an amount a bound or an estimate, and where they stand. */

/** Longest first within a last character. */
const front: readonly string[] = (
  "不少于 不下 不低于 不超过 不多于 不高于 不小于 不大于 超过了 突破了 接近于 超过 突破 大约 大概 大致 将近 接近 至少 至多 " +
  "最高 最多 最少 最低 共约 低于 高于 多达 不足 不到 不止 逾越 上百 几近 估计 约 近 超 逾 愈 过 上"
).split(" ");

const back: readonly string[] = "（含）以上 (含)以上 （含）以下 以上 以下 以内 左右 上下 之多 有余 开外 余 多 许".split(
  " ",
);

/** 约, 近, 超过, 不少于 right before an amount (blanks allowed are none). */
export function approximationBefore(text: string, at: number): string | null {
  const last = text.charCodeAt(at - 1);
  if (!frontLast.has(last)) return null;
  for (const word of front) {
    if (word.charCodeAt(word.length - 1) !== last || !text.startsWith(word, at - word.length)) continue;
    // 通过3项 and 经过5年 are no bounds.
    if (word === "过" && text[at - 2] !== "超") return null;
    if (word === "上" && !/[百千万亿]/.test(text[at] ?? "")) return null;
    if (word === "近" && /[附最新邻靠临远就]/.test(text[at - 2] ?? "")) return null;
    if (word === "约" && /[签预公条合节契制]/.test(text[at - 2] ?? "") && text[at - 2] !== "预") return null;
    return word;
  }
  return null;
}

const frontLast = new Set(front.map((word) => word.charCodeAt(word.length - 1)));
const backFirst = new Set(back.map((word) => word.charCodeAt(0)));

/** 余, 以上, 左右 right behind an amount. 多 before 个, 种, 样 belongs to the next word. */
export function approximationAfter(text: string, at: number): { word: string; end: number } | null {
  if (!backFirst.has(text.charCodeAt(at))) return null;
  for (const word of back) {
    if (!text.startsWith(word, at)) continue;
    const next = text[at + word.length] ?? "";
    if (word === "多" && /[个种样方项次年民元家部]/.test(next)) return null;
    if (word === "余" && /[个种样额热粮]/.test(next)) return null;
    if (word === "许" && /[可多诺]/.test(next)) return null;
    return { word: word.replace(/^[（(]含[）)]/, ""), end: at + word.length };
  }
  return null;
}
