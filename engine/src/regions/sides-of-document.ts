import type { Side } from "../fact.js";
import { lexicon } from "../lexicon.js";
import { provinceOf, type Region } from "./region.js";
import type { ResolvedHit } from "./resolve-regions.js";

interface Row {
  readonly side: Side | null;
  /** Codes of the provinces that it helps (对口支援), whichever side it is on elsewhere. */
  readonly helps: readonly string[];
}

let rows: ReadonlyMap<string, Row> | null = null;

function rowOf(code: string): Row | undefined {
  rows ??= new Map(
    lexicon("province-sides").map(({ code, side, helps }) => [
      code,
      { side: side === "" ? null : (side as Side), helps: helps === "" ? [] : helps.split(" ") },
    ]),
  );
  return rows.get(code);
}

const codeOf = (region: Region): string => provinceOf(region).adcode?.slice(0, 2) ?? "";

/** General membership of a province: which side it is on in 东西部协作; null for provinces that take no part. */
export const sideOf = (region: Region): Side | null => rowOf(codeOf(region))?.side ?? null;

/**
 * The side of each region in one document. 援疆 and 援藏 are the work of provinces that are helped elsewhere (湖北, 河北) or take
 * no part (河南, 安徽): where nobody of the east is named beside 新疆 or 西藏, those who help them stand there.
 */
export function sidesIn(hits: readonly ResolvedHit[]): (region: Region) => Side | null {
  const named = new Set(hits.map(({ region }) => codeOf(region)));
  if (!named.has("65") && !named.has("54")) return sideOf;
  if ([...named].some((code) => rowOf(code)?.side === "east")) return sideOf;
  return (region) => {
    const row = rowOf(codeOf(region));
    return row?.helps.some((code) => named.has(code)) === true ? "east" : (row?.side ?? null);
  };
}
