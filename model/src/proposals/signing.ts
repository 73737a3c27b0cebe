import { DocumentFrame } from "../document-frame.js";
import { firmOf } from "../event-amounts.js";
import { eventValues, legNeeds, namesOf, partiesOf, unsplitLeg } from "../event-legs.js";
import type { Proposal } from "../proposal.js";
import { derived, known, stated } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";

/**
 * 签约: one row per signing, never split over pairs. The firm is the one that stands in the same words. No sum is taken
 * from the text around: a contract without a printed sum keeps its amount 未填, and a clerk who has the contract fills it.
 */
export const signingProposal: Proposal = {
  record: "signing",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    return frame.held("signing").flatMap((event) => {
      const leg = unsplitLeg(frame, event);
      if (!leg) return [];
      const firm = firmOf(frame, event);
      const sides = [...leg.visitor, ...leg.host];
      return [
        {
          key: rowKeys.leg("signing", event.id, leg.home.key),
          record: "signing",
          scope: leg.home.scope,
          id: null,
          fact: event.id,
          needs: legNeeds(frame, event, leg),
          values: {
            ...eventValues(frame, event, leg.home),
            ...known({
              name: derived(`${namesOf(sides)}签约${event.object === null ? "" : `：${event.object}`}`),
              object: stated(event, event.object, event.object),
              firm: firm ? stated(firm, firm.name, firm.name) : null,
              parties: partiesOf(sides),
            }),
          },
        },
      ];
    });
  },
};
