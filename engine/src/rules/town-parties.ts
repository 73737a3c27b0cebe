import type { Draft, DraftOf, Rule } from "../draft.js";
import { type Party, partiesOf } from "../parties/parties.js";
import { partyRegion } from "../parties/party-region.js";

type EventDraft = DraftOf<"event">;

/**
 * Towns that are parties themselves (镇街结对): where towns of both sides visit, sign with or give to each other, each of them is a
 * party; where it is one of each side, the two cooperate, whether or not the text calls them paired. Only by printed names: a town
 * that is merely visited, or where something stands, is none.
 */
export const townParties: Rule = {
  id: "town-parties",
  version: 1,
  purpose: "Towns of both sides that visit, sign with or give to each other are parties, one of each side a pair.",
  apply(article, soFar) {
    const towns = new Map(partiesOf(article).map((party) => [party.path, party]));
    const known = new Set(soFar.map((draft) => draft.key));
    const out: Draft[] = [];
    const add = (draft: Draft): void => {
      if (known.has(draft.key)) return;
      known.add(draft.key);
      out.push(draft);
    };
    for (const draft of soFar) {
      if (draft.kind !== "event" || !told(draft)) continue;
      const [came, received] = [draft.visitor, draft.host].map((paths) =>
        paths.flatMap((path) => (TOWN.test(path) ? (towns.get(path) ?? []) : [])),
      );
      if (came === undefined || received === undefined || came.length === 0 || received.length === 0) continue;
      for (const town of [...came, ...received]) add(partyRegion(town, 0.75));
      const [one, other] = [came[0], received[0]];
      if (came.length > 1 || received.length > 1 || one === undefined || other === undefined) continue;
      const [east, west] = one.side === "east" ? [one, other] : [other, one];
      if (east.side === "east" && west.side === "west") add(pairOf(east, west, draft));
    }
    return out;
  },
};

const TOWN = /(?:镇|乡|街道)$/;

/** Held, and both sides printed beside the deed. */
function told({ status, type, inferred }: EventDraft): boolean {
  return (
    status === "held" &&
    (type === "visit" || type === "signing" || type === "donation") &&
    !inferred.includes("visitor") &&
    !inferred.includes("host")
  );
}

function pairOf(east: Party, west: Party, { evidence }: EventDraft): DraftOf<"pairing"> {
  return {
    key: `pairing:${east.path}|${west.path}`,
    kind: "pairing",
    confidence: 0.75,
    inferred: ["east", "west"],
    evidence,
    east: east.path,
    west: west.path,
    eastType: "township",
    westType: "township",
    group: null,
    since: [],
    until: null,
  };
}
