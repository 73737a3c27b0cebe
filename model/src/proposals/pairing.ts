import { DocumentFrame } from "../document-frame.js";
import { beginningStatements, chosenBeginning } from "../pairing-beginning.js";
import type { Proposal } from "../proposal.js";
import { derived, known, rowOf, stated, statedDay } from "../proposed-values.js";
import { regionName, regionStem } from "../region-path.js";
import { rowKeys } from "../row-keys.js";

/** 结对关系: relations finer than the pair that the same document shows above them (storage.md: they live in it). */
export const pairingProposal: Proposal = {
  record: "pairing",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    return frame.finer.map(({ fact, east, west, within }) => {
      const home = frame.pairHome(within);
      const group = fact.group === null ? null : rowKeys.party(fact.group);
      const parties = [rowKeys.party(east.path), rowKeys.party(west.path), ...(group === null ? [] : [group])];
      return {
        key: rowKeys.part("pairing", fact.id, 0),
        record: "pairing",
        scope: home.scope,
        id: null,
        fact: fact.id,
        needs: [...home.needs, ...parties],
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
