import type { AnnotatedArticle, RegionMention } from "../annotation.js";
import type { Region } from "../regions/region.js";
import { regionIndex } from "../regions/region-index.js";
import type { Party } from "./parties.js";

/** The mentions of a town that print its county: 济南市历下区建筑新村街道. */
export function printedWithCounty(article: AnnotatedArticle, town: Party): readonly RegionMention[] {
  return town.mentions.filter(({ span }) => /[县市区旗].+[镇乡道木]$/.test(article.text.slice(span.start, span.end)));
}

/** The county of a town by its code; of a town that the lists lack (耈街乡) by the name printed in front of it. */
export function countyOf(town: Party, printed: string): Region | null {
  const index = regionIndex();
  if (town.adcode !== null) return /^\d{9}$/.test(town.adcode) ? index.byCode(town.adcode.slice(0, 6)) : null;
  const name = /^.+?[县市区旗](?=[^县市区旗]+$)/.exec(printed)?.[0] ?? "";
  // 济南市历下区建筑新村街道: the county stands behind its city.
  return (
    [name, name.replace(/^.{2,}?[市州盟]/, "")]
      .flatMap((one) => index.named(one))
      .find(({ region }) => region.level === "county" && town.path.startsWith(region.path))?.region ?? null
  );
}
