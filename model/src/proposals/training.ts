import { DocumentFrame } from "../document-frame.js";
import { figureOf } from "../event-amounts.js";
import { eventValues, legNeeds, namesOf, partiesOf, unsplitLeg } from "../event-legs.js";
import type { Proposal } from "../proposal.js";
import { composed, known, stated } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";

/** 培训: one row per class, never split over pairs; 人 and 人次 from the one figure of each in the same words. */
export const trainingProposal: Proposal = {
  record: "training",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    return frame.held("training").flatMap((event) => {
      const leg = unsplitLeg(frame, event);
      if (!leg) return [];
      const [persons, times] = [figureOf(frame, event, "人"), figureOf(frame, event, "人次")];
      const whole = (figure: typeof persons) => (figure && Number.isInteger(figure.base) ? figure.base : null);
      return [
        {
          key: rowKeys.leg("training", event.id, leg.home.key),
          record: "training",
          scope: leg.home.scope,
          id: null,
          fact: event.id,
          needs: legNeeds(frame, event, leg),
          values: {
            ...eventValues(frame, event, leg.home),
            ...known({
              name: composed(
                event,
                event.object ?? `${namesOf([...leg.host, ...leg.visitor])}${event.subtype ?? "培训"}`,
                event.object ?? event.subtype,
              ),
              object: stated(event, event.object, event.object),
              organiser: partiesOf(leg.host),
              trainees: partiesOf(leg.visitor),
              persons: persons ? stated(persons, whole(persons)) : null,
              person_times: times ? stated(times, whole(times)) : null,
            }),
          },
        },
      ];
    });
  },
};
