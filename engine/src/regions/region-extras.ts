import { lexicon } from "../lexicon.js";

/** A row of lexicons/regions-extra.tsv: a zone or division that the table lacks, another name, or a form made weak. */
export interface ExtraRegion {
  readonly name: string;
  readonly kind: "zone" | "township" | "county" | "city" | "alias" | "weak";
  /** Code of the parent (2, 4 or 6 digits); for `alias` and `weak` of the region itself. */
  readonly parent: string;
  /** Code of the county whose towns belong to the zone (青岛西海岸新区 has those of 黄岛区). */
  readonly towns: string | null;
}

/** Hand-kept rows beside the generated table. */
export function extraRegions(): readonly ExtraRegion[] {
  return lexicon("regions-extra").map((row) => ({
    name: row.name,
    kind: row.kind as ExtraRegion["kind"],
    parent: row.parent,
    towns: row.towns === "" ? null : row.towns,
  }));
}
