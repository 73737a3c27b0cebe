import { DocumentFrame } from "../document-frame.js";
import { eventLegs, eventValues, legNeeds, namesOf, partiesOf } from "../event-legs.js";
import type { Proposal } from "../proposal.js";
import { derived, known, stated } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";

/** Words of documents, in the order they are looked for: a farewell names the dispatch too. */
const TYPES: readonly (readonly [string, string])[] = [
  ["慰问", "care"],
  ["欢送", "farewell"],
  ["轮换", "rotation"],
  ["抵达", "arrival"],
  ["到岗", "arrival"],
  ["选派", "dispatch"],
  ["派驻", "dispatch"],
];

/** 人才活动: one row per pair, as for visits: a care visit in three counties is one in each. */
export const talentEventProposal: Proposal = {
  record: "talent_event",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    return frame.held("talent").flatMap((event) => {
      const words = [event.subtype, event.object, ...event.evidence.map(({ quote }) => quote)].join(" ");
      const type = TYPES.find(([word]) => words.includes(word));
      return eventLegs(frame, event).map((leg) => ({
        key: rowKeys.leg("talent_event", event.id, leg.home.key),
        record: "talent_event",
        scope: leg.home.scope,
        id: null,
        fact: event.id,
        needs: legNeeds(frame, event, leg),
        values: {
          ...eventValues(frame, event, leg.home),
          ...known({
            name: derived(
              `${namesOf(leg.visitor)}${leg.host.length > 0 ? `—${namesOf(leg.host)}` : ""}人才活动${type ? `（${type[0]}）` : ""}`,
            ),
            type: type ? stated(event, type[1], type[0]) : null,
            sender: partiesOf(leg.visitor),
            receiver: partiesOf(leg.host),
            object: stated(event, event.object, event.object),
            lead: stated(event, event.lead, event.lead),
          }),
        },
      }));
    });
  },
};
