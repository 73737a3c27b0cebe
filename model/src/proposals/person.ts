import { DocumentFrame } from "../document-frame.js";
import { personTraits, takesPart } from "../person-home.js";
import type { Proposal } from "../proposal.js";
import { known, stated } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";

/** 人员: everybody of a side who attends or is named; reporters and historical figures stay facts. One fact is one person. */
export const personProposal: Proposal = {
  record: "person",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    return frame
      .of("person")
      .filter(takesPart)
      .map((fact) => ({
        key: rowKeys.person(fact.id),
        record: "person",
        scope: { kind: "reference" },
        id: null,
        fact: fact.id,
        needs: [],
        traits: personTraits(frame, fact),
        values: known({ name: stated(fact, fact.name, fact.name) }),
      }));
  },
};
