import type { Fact } from "@shanhai/engine";
import { DocumentFrame } from "../document-frame.js";
import type { PartyRef, Proposal } from "../proposal.js";
import { derived, known, rowOf, stated } from "../proposed-values.js";
import { regionName, regionStem } from "../region-path.js";
import { rowKeys } from "../row-keys.js";
import { partyId } from "../values/ids.js";

/**
 * 协作主体: the parties of pairings, the regions of a known side, the two sides of every event that took place, and
 * whoever a figure or a roster is said of. The fact is the region's own where there is one.
 */
export const partyProposal: Proposal = {
  record: "party",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    const regions = new Map(frame.of("region").map((fact) => [fact.path, fact]));
    const found = new Map<string, { readonly party: PartyRef; readonly fact: Fact }>();
    const add = (party: PartyRef, fact: Fact) => {
      if (!found.has(party.path)) found.set(party.path, { party, fact: regions.get(party.path) ?? fact });
    };
    for (const fact of frame.of("region")) add(frame.party(fact.path), fact);
    for (const pair of [...frame.pairs, ...frame.finer]) {
      add(pair.east, pair.fact);
      add(pair.west, pair.fact);
      if (pair.fact.group) add({ kind: "group", path: pair.fact.group, adcode: null, side: null }, pair.fact);
    }
    for (const event of frame.of("event")) {
      if (event.status === "held") for (const path of [...event.visitor, ...event.host]) add(frame.party(path), event);
    }
    return [...found.values()].map(({ party, fact }) => {
      const region = regions.has(party.path) ? rowKeys.region(party.path) : null;
      return {
        key: rowKeys.party(party.path),
        record: "party",
        scope: { kind: "reference" },
        id: partyId({ kind: party.kind, code: party.adcode, name: party.path }),
        fact: fact.id,
        needs: region === null ? [] : [region],
        values: known({
          path: stated(fact, party.path, party.kind === "region" ? regionStem(party.path) : party.path),
          name: derived(party.kind === "region" ? regionName(party.path) : party.path),
          kind: derived(party.kind),
          adcode: derived(party.adcode),
          side: stated(fact, party.side),
          region: derived(rowOf(region)),
        }),
      };
    });
  },
};
