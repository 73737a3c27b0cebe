import { DocumentFrame } from "../document-frame.js";
import { beginningStatements, chosenBeginning } from "../pairing-beginning.js";
import type { Proposal } from "../proposal.js";
import { derived, known, rowOf, stated, statedDay } from "../proposed-values.js";
import { regionName, regionStem } from "../region-path.js";
import { rowKeys } from "../row-keys.js";
import { pairId, partyId } from "../values/ids.js";

/** 结对双方: the pairings of a document at the level where the parties work; each is a scope for other rows. */
export const pairProposal: Proposal = {
  record: "pair",
  propose(facts) {
    return new DocumentFrame(facts).pairs.map(({ key, east, west, fact }) => {
      const [eastId, westId] = [east, west].map((party) =>
        partyId({ kind: party.kind, code: party.adcode, name: party.path }),
      );
      const group = fact.group === null ? null : rowKeys.party(fact.group);
      const parties = [rowKeys.party(east.path), rowKeys.party(west.path)];
      return {
        key,
        record: "pair",
        scope: { kind: "reference" },
        id: pairId(eastId ?? "", westId ?? ""),
        fact: fact.id,
        needs: group === null ? parties : [...parties, group],
        values: known({
          label: derived(`${regionName(east.path)}—${regionName(west.path)}`),
          east: stated(fact, rowOf(rowKeys.party(east.path)), regionStem(east.path)),
          west: stated(fact, rowOf(rowKeys.party(west.path)), regionStem(west.path)),
          east_type: stated(fact, fact.eastType),
          west_type: stated(fact, fact.westType),
          party_group: stated(fact, rowOf(group), fact.group),
          since: stated(fact, beginningStatements(fact), null, fact.since[0]?.evidence),
          began: chosenBeginning(fact),
          until: statedDay(fact, fact.until),
        }),
      };
    });
  },
};
