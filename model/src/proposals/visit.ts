import { DocumentFrame } from "../document-frame.js";
import { eventLegs, eventValues, legNeeds, namesOf, partiesOf } from "../event-legs.js";
import type { Proposal } from "../proposal.js";
import { derived, known, stated } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";

/**
 * 互访: one row per pair that a delegation visited, with one happening in common (one tour to three counties is one
 * 批次 for the district and one for each county). A headcount and a purpose that are not printed are not proposed.
 */
export const visitProposal: Proposal = {
  record: "visit",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    return frame.held("visit").flatMap((event) =>
      eventLegs(frame, event).map((leg) => {
        const side = leg.visitor.map((path) => frame.party(path).side)[0] ?? null;
        const { visit: _around, place: _place, ...common } = eventValues(frame, event, leg.home);
        return {
          key: rowKeys.leg("visit", event.id, leg.home.key),
          record: "visit",
          scope: leg.home.scope,
          id: null,
          fact: event.id,
          needs: legNeeds(frame, event, leg),
          values: {
            ...common,
            ...known({
              name: derived(`${namesOf(leg.visitor)}${leg.host.length > 0 ? `赴${namesOf(leg.host)}` : ""}调研对接`),
              direction: derived(side === null ? null : side === "east" ? "east_to_west" : "west_to_east"),
              visitor: partiesOf(leg.visitor),
              host: partiesOf(leg.host),
              lead: stated(event, event.lead, event.lead),
            }),
          },
        };
      }),
    );
  },
};
