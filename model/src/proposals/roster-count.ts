import { DocumentFrame } from "../document-frame.js";
import { namesOf } from "../event-legs.js";
import type { Proposal } from "../proposal.js";
import { derived, known, ofDocument, stated, statedDay } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";
import { isPartialDate } from "../values/partial-date.js";

/**
 * 结对规模: one row per sentence, in the scope of all that it is said of together. The cut-off is what is printed; else
 * the day of publication, which is inferred and so has no source of its own.
 */
export const rosterCountProposal: Proposal = {
  record: "roster_count",
  propose(facts, context) {
    const frame = new DocumentFrame(facts);
    return frame.of("pairing_count").flatMap((fact) => {
      const home = fact.scope.length > 0 ? frame.regionsHome(fact.scope) : frame.documentHome();
      if (!home) return [];
      const printed = fact.asOf !== null && isPartialDate(fact.asOf) ? fact.asOf : null;
      const sides = (side: typeof fact.east) => side.map(({ type, count, unit }) => ({ type, count, unit }));
      return [
        {
          key: rowKeys.part("roster_count", fact.id, 0),
          record: "roster_count",
          scope: home.scope,
          id: null,
          fact: fact.id,
          needs: home.needs,
          values: {
            ...known({
              name: derived(`${namesOf(fact.scope)}结对规模`),
              counted: stated(fact, fact.counted),
              as_of: printed === null ? ofDocument(context.document.published) : statedDay(fact, printed),
              regions: stated(fact, fact.scope),
            }),
            east: { value: sides(fact.east), fact: fact.id, evidence: fact.evidence[0] ?? null },
            west: { value: sides(fact.west), fact: fact.id, evidence: fact.evidence[0] ?? null },
          },
        },
      ];
    });
  },
};
