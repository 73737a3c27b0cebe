import { printMoney } from "@shanhai/model";
import type { Language } from "./words/index.js";

/** 分 as text, added up. */
export function sumOf(amounts: readonly string[]): bigint {
  return amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);
}

/** An amount in 万元 to two decimals, as the tables of an office print it; in English yuan. */
export function wan(fen: bigint, language: Language): string {
  return printMoney((fen / 10_000n) * 10_000n, language, "万元");
}

/** 分 as a number of 万元, for the length of a bar. */
export function wanNumber(fen: string): number {
  return Number(BigInt(fen) / 10_000n) / 100;
}

/** A part of a whole in per cent with two decimals, not capped; null where there is no whole. */
export function rate(part: bigint, whole: bigint): string | null {
  if (whole === 0n) return null;
  const hundredths = (part * 100_000n) / whole;
  // Half a hundredth is rounded up, as a table sheet prints it.
  const rounded = (hundredths + 5n) / 10n;
  return `${rounded / 100n}.${String(rounded % 100n).padStart(2, "0")}%`;
}
