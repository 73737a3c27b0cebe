import { type Parsed, unreadable } from "../value-problem.js";

/**
 * 行政区划代码 in its shortest form: 6 digits (GB/T 2260: province, city, county), 9 (GB/T 10114: township), 12
 * (village). Functional zones (功能区) have none. Codes change over the years; which code was valid when is data.
 */
export type RegionCode = string;

/** Level that a code's form shows. Dongguan's and Zhongshan's towns hang directly below the city. */
export type RegionLevel = "province" | "city" | "county" | "township" | "village";

/** Reads a code of 6, 9 or 12 digits and cuts empty levels: `441900121000` → `441900121`, `520000000` → `520000`. */
export function parseRegionCode(text: string): Parsed<RegionCode> {
  const plain = text.normalize("NFKC").replace(/\s+/g, "");
  if (!/^[1-8]\d(?:\d{4}|\d{7}|\d{10})$/.test(plain)) return unreadable("value/region-code-unreadable", text);
  const short = plain.length === 12 && plain.endsWith("000") ? plain.slice(0, 9) : plain;
  return { ok: true, value: short.length === 9 && short.endsWith("000") ? short.slice(0, 6) : short };
}

/** The level that the code's form shows. */
export function regionLevel(code: RegionCode): RegionLevel {
  if (code.length === 12) return "village";
  if (code.length === 9) return "township";
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "city" : "county";
}

/** The code one level up, null above a province. A town of a city without counties (441900121) has the city. */
export function parentRegionCode(code: RegionCode): RegionCode | null {
  switch (regionLevel(code)) {
    case "village":
      return code.slice(0, 9);
    case "township":
      return code.slice(0, 6);
    case "county":
      return `${code.slice(0, 4)}00`;
    case "city":
      return `${code.slice(0, 2)}0000`;
    case "province":
      return null;
  }
}

/** True when `inner` is `outer` or lies in it, as far as codes tell. */
export function regionWithin(inner: RegionCode, outer: RegionCode): boolean {
  for (let code: RegionCode | null = inner; code !== null; code = parentRegionCode(code)) {
    if (code === outer) return true;
  }
  return false;
}
