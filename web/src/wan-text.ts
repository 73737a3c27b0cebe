import { parseMoney, printMoney } from "@shanhai/model";

/** 分 as 万元 without the unit, as a table prints it, with two decimals at least: `2,560.50`; null where nothing is filled in. */
export function wanText(fen: string | null): string | null {
  if (fen === null) return null;
  const [whole = "", decimals = ""] = printMoney(BigInt(fen), "zh", "万元").replace(/万元$/u, "").split(".");
  return `${whole}.${decimals.padEnd(2, "0")}`;
}

/** 万元 as typed in 分; null where it is no amount above nothing. */
export function fenOfWan(text: string): string | null {
  const parsed = parseMoney(text, "万元");
  return parsed.ok && parsed.value.fen > 0n ? String(parsed.value.fen) : null;
}
