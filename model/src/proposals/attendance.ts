import type { EventFact } from "@shanhai/engine";
import { DocumentFrame } from "../document-frame.js";
import { eventLegs } from "../event-legs.js";
import { belongsTo, takesPart } from "../person-home.js";
import type { Proposal } from "../proposal.js";
import { derived, known, rowOf, stated } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";

/**
 * 参加人员: everybody of the cooperation that a document names, in each leg of its visit that he belongs to; without a
 * visit, in its meetings. A page names its participants once, for the whole trip: which of three meetings one of them
 * sat in is not said and not guessed.
 */
export const attendanceProposal: Proposal = {
  record: "attendance",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    const visits = frame.held("visit");
    const record = visits.length > 0 ? "visit" : "meeting";
    const events: readonly EventFact[] = visits.length > 0 ? visits : frame.held("meeting");
    const people = frame.of("person").filter(takesPart);
    return events.flatMap((event) =>
      eventLegs(frame, event).flatMap(({ home }) =>
        people
          .filter((fact) => belongsTo(fact, home.pair))
          .map((fact, at) => {
            const parent = rowKeys.leg(record, event.id, home.key);
            const person = rowKeys.person(fact.id);
            return {
              key: rowKeys.part("attendance", fact.id, parent),
              record: "attendance",
              scope: home.scope,
              id: null,
              fact: fact.id,
              needs: [parent, person],
              values: known({
                [record]: derived(rowOf(parent)),
                person: derived(rowOf(person)),
                position: derived(at + 1),
                name: stated(fact, fact.name, fact.name),
                title: stated(fact, fact.title, fact.title),
                side: stated(fact, fact.side),
                part: stated(fact, fact.part),
              }),
            };
          }),
      ),
    );
  },
};
