import type { FigureFact } from "@shanhai/engine";
import { DocumentFrame } from "../document-frame.js";
import { fenOf } from "../event-amounts.js";
import type { Proposal } from "../proposal.js";
import { decimal, derived, known, ofDocument, rowsOf, stated } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";

/** Words that stand after the number: 1610余万元. */
const AFTER = /^(?:余|多)$/;
const TAIL = /^(?:以上|以下|左右|以内)$/;

/**
 * 报道数据: one row per figure, with the regions it is said of, unsplit. Said of three counties it lives in the party
 * that they share and never enters a county (约1610万元); said of nobody in particular, in the document's one pair.
 */
export const reportedFigureProposal: Proposal = {
  record: "reported_figure",
  propose(facts, context) {
    const frame = new DocumentFrame(facts);
    const homed = frame.of("figure").flatMap((fact) => {
      const home = fact.scope.length > 0 ? frame.regionsHome(fact.scope) : frame.documentHome();
      return home ? [{ fact, home }] : [];
    });
    return homed.map(({ fact, home }) => {
      const amount = fenOf(fact);
      const parts = fact.includes
        .filter((id) => homed.some((other) => other.fact.id === id && other.home.key === home.key))
        .map(rowKeys.figure);
      return {
        key: rowKeys.figure(fact.id),
        record: "reported_figure",
        scope: home.scope,
        id: null,
        fact: fact.id,
        needs: [...home.needs, ...parts],
        values: known({
          of: stated(fact, fact.of, fact.of),
          printed: derived(printedFigure(fact)),
          value: stated(fact, decimal(fact.value)),
          unit: stated(fact, fact.unit),
          measure: derived(fact.measure),
          amount: stated(fact, amount),
          base: amount === null ? stated(fact, decimal(fact.base)) : null,
          base_unit: derived(fact.baseUnit),
          approx: stated(fact, fact.approx),
          period: stated(fact, fact.period),
          accumulation: stated(fact, fact.accumulation),
          regions: stated(fact, fact.scope),
          includes: stated(fact, rowsOf(parts) ?? undefined),
          change: stated(fact, fact.change),
          reported_on: ofDocument(context.document.published),
        }),
      };
    });
  },
};

/** 约1610万元, 1610余万元, 3000人以上. */
function printedFigure(fact: FigureFact): string {
  const number = decimal(fact.value);
  if (fact.approx === null) return `${number}${fact.unit}`;
  if (AFTER.test(fact.approx)) return `${number}${fact.approx}${fact.unit}`;
  return TAIL.test(fact.approx) ? `${number}${fact.unit}${fact.approx}` : `${fact.approx}${number}${fact.unit}`;
}
