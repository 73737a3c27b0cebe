import type { RegionMention } from "../annotation.js";
import type { Annotator } from "../annotator.js";
import type { Side } from "../fact.js";
import { ownPlaces } from "../regions/own-place.js";
import { regionHits } from "../regions/read-regions.js";
import type { Region } from "../regions/region.js";
import { commonName } from "../regions/region-forms.js";
import { regionIndex } from "../regions/region-index.js";
import type { ResolvedHit } from "../regions/resolve-regions.js";
import { sidesIn } from "../regions/sides-of-document.js";
import { repairedSpan } from "../span.js";

/**
 * Names of places by the dated table: full names, names in use (松桃县, 黔南州), short names (罗甸) where the document
 * carries the full one, towns of the counties that it names. Ambiguity is settled in regions/resolve-regions.ts; 我县 is the
 * publisher's (regions/own-place.ts).
 */
export const region: Annotator = {
  id: "region",
  purpose: "finds printed names of provinces, cities, counties, towns and zones by the table of divisions",
  annotate(article) {
    const printed = regionHits(article.text);
    const own = ownPlaces(article, printed);
    const hits = own.length === 0 ? printed : [...printed, ...own].sort((a, b) => a.start - b.start);
    const sideOf = sidesIn(hits);
    return hits.map((hit) => mention(hit, article.published, sideOf));
  },
};

/**
 * A county that has only become a city or a district (宁乡县 → 宁乡市) is that of today in a text printed afterwards; what was
 * divided or renamed stays what is printed.
 */
function inForce(region: Region, published: string | null): Region {
  if (region.until === null || region.successor === null || published === null || published.slice(0, 7) <= region.until)
    return region;
  const now = regionIndex().byCode(region.successor.replace(/(?:00){1,2}$/, ""));
  return now !== null && stem(now) === stem(region) ? now : region;
}

const stem = ({ name }: Region): string => commonName(name).replace(/(?:地区|[市县区旗盟州])$/, "");

function mention(hit: ResolvedHit, published: string | null, sideOf: (region: Region) => Side | null): RegionMention {
  const region = inForce(hit.region, published);
  return {
    kind: "region",
    span: repairedSpan(hit.start, hit.end),
    by: "region",
    value: {
      path: region.path,
      adcode: region.adcode,
      level: region.level,
      side: sideOf(region),
      insideName: false,
    },
  };
}
