import type { DraftOf } from "../draft.js";
import type { Party } from "./parties.js";

/** A party as a region of the document (涉及地区), with all its mentions as evidence. */
export function partyRegion({ path, adcode, side, mentions }: Party, confidence: number): DraftOf<"region"> {
  return {
    key: `region:${path}`,
    kind: "region",
    confidence,
    inferred: adcode === null ? [] : ["adcode"],
    evidence: mentions.map(({ span }) => span),
    path,
    adcode,
    side,
  };
}
