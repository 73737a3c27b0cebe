import { DocumentFrame } from "../document-frame.js";
import { eventValues, legNeeds, namesOf, partiesOf, unsplitLeg } from "../event-legs.js";
import type { Proposal } from "../proposal.js";
import { composed, known, stated } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";

const TYPES: readonly (readonly [string, string])[] = [
  ["招聘", "job"],
  ["展销", "sales"],
  ["推介", "promotion"],
];

/** 展销招聘活动: one row per fair, never split over pairs: several counties may show at one. */
export const fairProposal: Proposal = {
  record: "fair",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    return frame.held("fair").flatMap((event) => {
      const leg = unsplitLeg(frame, event);
      if (!leg) return [];
      const words = [event.subtype, event.object, ...event.evidence.map(({ quote }) => quote)].join(" ");
      const type = TYPES.find(([word]) => words.includes(word));
      const sides = [...leg.visitor, ...leg.host];
      return [
        {
          key: rowKeys.leg("fair", event.id, leg.home.key),
          record: "fair",
          scope: leg.home.scope,
          id: null,
          fact: event.id,
          needs: legNeeds(frame, event, leg),
          values: {
            ...eventValues(frame, event, leg.home),
            ...known({
              name: composed(
                event,
                event.object ?? `${namesOf(sides)}${event.subtype ?? (type ? `${type[0]}活动` : "活动")}`,
                event.object ?? event.subtype ?? type?.[0] ?? null,
              ),
              type: type ? stated(event, type[1], type[0]) : null,
              object: stated(event, event.object, event.object),
              parties: partiesOf(sides),
            }),
          },
        },
      ];
    });
  },
};
