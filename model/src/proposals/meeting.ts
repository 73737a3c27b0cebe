import { DocumentFrame } from "../document-frame.js";
import { eventLegs, eventValues, legNeeds, namesOf, partiesOf } from "../event-legs.js";
import type { Proposal } from "../proposal.js";
import { composed, known, stated } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";

/** Words of documents for kinds of meetings, in the order they are looked for (高层联席会议 before 联席会议). */
const TYPES: readonly (readonly [string, string])[] = [
  ["高层联席", "high_level"],
  ["联席会", "joint"],
  ["座谈", "symposium"],
  ["对接", "liaison"],
  ["推进", "promotion"],
  ["专题", "topical"],
  ["调度", "dispatch"],
  ["例会", "dispatch"],
  ["领导小组", "leading_group"],
  ["常委会", "standing"],
  ["常务会", "standing"],
];

/** 会议: one row per pair. One trip with three 党政联席会议 is three events; one symposium of five pairs is five rows. */
export const meetingProposal: Proposal = {
  record: "meeting",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    return frame.held("meeting").flatMap((event) =>
      eventLegs(frame, event).map((leg) => {
        const printed = event.subtype;
        const common = eventValues(frame, event, leg.home);
        return {
          key: rowKeys.leg("meeting", event.id, leg.home.key),
          record: "meeting",
          scope: leg.home.scope,
          id: null,
          fact: event.id,
          needs: legNeeds(frame, event, leg),
          values: {
            ...common,
            ...known({
              name: composed(event, `${namesOf([...leg.visitor, ...leg.host])}${printed ?? "会议"}`, printed),
              type: stated(
                event,
                printed === null ? null : (TYPES.find(([word]) => printed.includes(word))?.[1] ?? "other"),
                printed,
              ),
              type_printed: stated(event, printed, printed),
              chair: stated(event, event.lead, event.lead),
              parties: partiesOf([...leg.visitor, ...leg.host]),
            }),
          },
        };
      }),
    );
  },
};
