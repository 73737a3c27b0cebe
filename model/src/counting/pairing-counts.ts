/** One link of a roster (结对花名册): two named parties with their types. */
export interface PairingLink {
  readonly east: string;
  readonly eastType: string | null;
  readonly west: string;
  readonly westType: string | null;
  /** The township that a western village lies in, where it is known. */
  readonly westTownship: string | null;
  /** 分, cash only. */
  readonly fund: bigint | null;
  readonly goods: string | null;
}

/** What a roster comes to, each party once (domain.md G1: 两侧分别去重). */
export interface PairingCount {
  readonly links: number;
  readonly east: number;
  readonly eastByType: { readonly [type: string]: number };
  readonly west: number;
  readonly westByType: { readonly [type: string]: number };
  /** How often villages are named: more than there are where two eastern units help one village. */
  readonly villageMentions: number;
  /** Townships that are no party themselves and appear through one of their villages only. */
  readonly townshipsThroughVillages: readonly string[];
  readonly fund: bigint;
  /** Gifts in kind, without a value in money (未折价). */
  readonly goods: readonly string[];
}

/** Counts both sides of a roster. A cell merged over several links has its amount on one of them, so nothing is multiplied. */
export function countPairings(links: readonly PairingLink[]): PairingCount {
  const east = new Map(links.map((link) => [link.east, link.eastType ?? "unknown"]));
  const west = new Map(links.map((link) => [link.west, link.westType ?? "unknown"]));
  const parties = new Set(links.filter(({ westType }) => westType === "township").map((link) => link.west));
  const touched = new Set(links.flatMap(({ westTownship }) => (westTownship === null ? [] : [westTownship])));
  return {
    links: links.length,
    east: east.size,
    eastByType: tally(east.values()),
    west: west.size,
    westByType: tally(west.values()),
    villageMentions: links.filter(({ westType }) => westType === "village").length,
    townshipsThroughVillages: [...touched].filter((township) => !parties.has(township)),
    fund: links.reduce((sum, { fund }) => sum + (fund ?? 0n), 0n),
    goods: links.flatMap(({ goods }) => (goods === null ? [] : [goods])),
  };
}

function tally(types: Iterable<string>): { readonly [type: string]: number } {
  const counts: { [type: string]: number } = {};
  for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
