import { DocumentFrame } from "../document-frame.js";
import { fenOf, figureOf, firmOf } from "../event-amounts.js";
import { eventValues, legNeeds, namesOf, partiesOf, unsplitLeg } from "../event-legs.js";
import type { Proposal } from "../proposal.js";
import { composed, known, stated } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";

/** 捐赠: one row per donation, never split over pairs. Cash is the one sum in the same words; goods get no value. */
export const donationProposal: Proposal = {
  record: "donation",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    return frame.held("donation").flatMap((event) => {
      const leg = unsplitLeg(frame, event);
      if (!leg) return [];
      const firm = firmOf(frame, event);
      const figure = figureOf(frame, event, "元");
      return [
        {
          key: rowKeys.leg("donation", event.id, leg.home.key),
          record: "donation",
          scope: leg.home.scope,
          id: null,
          fact: event.id,
          needs: legNeeds(frame, event, leg),
          values: {
            ...eventValues(frame, event, leg.home),
            ...known({
              name: composed(
                event,
                `${namesOf(leg.visitor)}向${namesOf(leg.host)}捐赠${event.object ?? ""}`,
                event.object,
              ),
              donor: firm ? stated(firm, firm.name, firm.name) : null,
              giver: partiesOf(leg.visitor),
              receiver: partiesOf(leg.host),
              object: stated(event, event.object, event.object),
              amount: figure ? stated(figure, fenOf(figure)) : null,
            }),
          },
        },
      ];
    });
  },
};
