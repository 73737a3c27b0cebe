import { printMoney, shiftDecimal } from "@shanhai/model";

/** 分 in 万元 to two decimals, as an office prints it. */
export function wan(fen: bigint): string {
  return printMoney((fen / 10_000n) * 10_000n, "zh", "万元");
}

/** 分 in yuan for who reads English, to the yuan. */
export function cny(fen: bigint): string {
  return printMoney((fen / 100n) * 100n, "en");
}

/** A decimal of 万元 in yuan for who reads English. */
export function cnyOfWan(decimal: string): string {
  return cny(BigInt(shiftDecimal(decimal, 6).split(".")[0] ?? "0"));
}

/** A part of a whole in per cent with two decimals, rounded half up, not capped. The whole is not 0. */
export function rate(part: bigint, whole: bigint): string {
  const rounded = ((part * 100_000n) / whole + 5n) / 10n;
  return `${rounded / 100n}.${String(rounded % 100n).padStart(2, "0")}%`;
}

/** A decimal with thousands apart and at most two decimals, rounded half up; more would not be read by a leader. */
export function printed(decimal: string): string {
  const [, sign = "", whole = "0", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(decimal) ?? [];
  const thousandths = BigInt(whole + fraction.padEnd(3, "0").slice(0, 3));
  const hundredths = ((thousandths + 5n) / 10n).toString().padStart(3, "0");
  const decimals = hundredths.slice(-2).replace(/0+$/u, "");
  const grouped = hundredths.slice(0, -2).replace(/\B(?=(\d{3})+$)/gu, ",");
  return `${sign}${grouped}${decimals === "" ? "" : `.${decimals}`}`;
}
