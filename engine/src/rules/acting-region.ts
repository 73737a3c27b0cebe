import type { DraftOf, Rule } from "../draft.js";
import { partiesOf } from "../parties/parties.js";
import { partyRegion } from "../parties/party-region.js";

/**
 * Who came, received, signed or gave in what was held is a party (涉及地区), also where its place stands in an office's name
 * only (浙江省驻川工作组到我县): one of county level or above of which no part is a party yet, nor what it lies in. A city beside
 * its district, or a town of a county that is one, is settled by the rules on regions and towns.
 */
export const actingRegion: Rule = {
  id: "acting-region",
  version: 1,
  purpose: "A place that came, received, signed or gave in a held event is a party where nothing in or around it is.",
  apply(article, soFar) {
    const known = new Set(soFar.flatMap((draft) => (draft.kind === "region" ? [draft.path] : [])));
    const parties = new Map(partiesOf(article).map((party) => [party.path, party]));
    const out: DraftOf<"region">[] = [];
    for (const draft of soFar) {
      if (draft.kind !== "event" || draft.status !== "held") continue;
      for (const path of [...draft.visitor, ...draft.host]) {
        if (known.has(path)) continue;
        const party = parties.get(path);
        if (party === undefined || !/^(?:province|city|county)$/.test(party.level)) continue;
        if ([...known].some((other) => other.startsWith(path) || path.startsWith(other))) continue;
        known.add(path);
        out.push(partyRegion(party, 0.75));
      }
    }
    return out;
  },
};
