/** One administrative division (行政区划) or functional zone (功能区). */
export interface Region {
  /** 6 digits, 9 for towns; null for zones and for Taiwan's cities, which have no code. */
  readonly adcode: string | null;
  readonly name: string;
  readonly level: "province" | "city" | "county" | "township" | "village" | "zone";
  readonly parent: Region | null;
  /** First list (YYYY-MM) that has it; null where it is older than the lists. */
  readonly since: string | null;
  /** Last list (YYYY-MM) that still has it; null while in force. */
  readonly until: string | null;
  /** Code of what has the ground of an abolished one now, where it is known; else null. */
  readonly successor: string | null;
  /** Whose list has it: `mca` 民政部, `nbs` 统计局 alone (parks with a statistical code), `hand` regions-extra.tsv. */
  readonly source: "mca" | "nbs" | "hand" | "text";
  /** Official names in full, province first: 贵州省黔南布依族苗族自治州罗甸县. */
  readonly path: string;
}

/** True if `above` is the region itself or stands above it. */
export function contains(above: Region, region: Region): boolean {
  for (let r: Region | null = region; r !== null; r = r.parent) if (r === above) return true;
  return false;
}

/** The province of a region (itself for a province). */
export function provinceOf(region: Region): Region {
  let r = region;
  while (r.parent !== null) r = r.parent;
  return r;
}

/** A town that the table lacks, printed right behind its county: 某县某某镇, founded after the last list. */
export function unlistedTown(name: string, county: Region): Region {
  return {
    adcode: null,
    name,
    level: "township",
    parent: county,
    since: null,
    until: null,
    successor: null,
    source: "text",
    path: county.path + name,
  };
}

/** A functional zone that the table lacks, as it is printed. */
export function unlistedZone(name: string, city: Region): Region {
  return { ...unlistedTown(name, city), level: "zone" };
}
