import { DocumentFrame } from "../document-frame.js";
import { firmOf } from "../event-amounts.js";
import { eventValues, legNeeds, namesOf, partiesOf, unsplitLeg } from "../event-legs.js";
import type { Proposal } from "../proposal.js";
import { composed, known, stated } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";

/** A firm's name where the place of the signing is one: the caption "在某某公司签订投资合同" tells who signed. */
function firmAt(place: string | null): string | null {
  return place !== null && /(?:公司|集团|企业|工厂|厂|合作社)$/.test(place) ? place : null;
}

/**
 * 签约: one row per signing, never split over pairs. The firm is the one that stands in the same words, else the firm
 * that it was signed at. No sum is taken
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
              name: composed(
                event,
                `${namesOf(sides)}签约${event.object === null ? "" : `：${event.object}`}`,
                event.object,
              ),
              object: stated(event, event.object, event.object),
              firm: firm ? stated(firm, firm.name, firm.name) : stated(event, firmAt(event.place), event.place),
              parties: partiesOf(sides),
            }),
          },
        },
      ];
    });
  },
};
