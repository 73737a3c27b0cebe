import { DocumentFrame } from "../document-frame.js";
import type { Proposal } from "../proposal.js";
import { derived, known, rowOf, stated } from "../proposed-values.js";
import { regionStem } from "../region-path.js";
import { rowKeys } from "../row-keys.js";

/** 单位: every organisation but media, which bring the news and take no part. Documents print no credit codes: no fixed id. */
export const organisationProposal: Proposal = {
  record: "organisation",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    return frame
      .of("organisation")
      .filter((fact) => fact.type !== "media")
      .map((fact) => {
        const region = frame.regionKey(fact.region);
        return {
          key: rowKeys.organisation(fact.id),
          record: "organisation",
          scope: { kind: "reference" },
          id: null,
          fact: fact.id,
          needs: region === null ? [] : [region],
          values: known({
            name: stated(fact, fact.name, fact.name),
            type: stated(fact, fact.type),
            place: stated(fact, fact.region, fact.region && regionStem(fact.region)),
            region: derived(rowOf(region)),
          }),
        };
      });
  },
};
