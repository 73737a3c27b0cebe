import type { EventFact, Evidence, Fact, FigureFact, OrganisationFact } from "@shanhai/engine";
import type { DocumentFrame } from "./document-frame.js";
import { decimal } from "./proposed-values.js";
import { parseMoney } from "./values/money.js";

/** True when two facts stand in the same words: a mention of one lies in, or overlaps, a mention of the other. */
function together(a: Fact, b: Fact): boolean {
  const touch = (p: Evidence, q: Evidence) => p.start < q.end && q.start < p.end;
  return a.evidence.some((one) => b.evidence.some((other) => touch(one, other)));
}

/** The one figure of a kind in the event's own words; with two nobody knows which, so none. */
export function figureOf(frame: DocumentFrame, event: EventFact, baseUnit: string): FigureFact | null {
  const figures = frame.of("figure").filter((fact) => fact.baseUnit === baseUnit && together(fact, event));
  return figures.length === 1 ? (figures[0] ?? null) : null;
}

/** The one firm or association in the event's own words (签约, 捐赠). */
export function firmOf(frame: DocumentFrame, event: EventFact): OrganisationFact | null {
  const firms = frame
    .of("organisation")
    .filter((fact) => ["enterprise", "cooperative", "social_org"].includes(fact.type) && together(fact, event));
  return firms.length === 1 ? (firms[0] ?? null) : null;
}

/** What a column of 分 holds: more than all money of the country, so a larger figure is no money. */
const MOST_FEN = 2n ** 63n - 1n;

/** 分 of a figure in 元, as JSON carries it; null for other figures, parts of a 分 and sums that no column holds. */
export function fenOf(figure: FigureFact): string | null {
  if (figure.measure !== "money" || figure.baseUnit !== "元") return null;
  const parsed = parseMoney(decimal(figure.base), "元");
  return parsed.ok && parsed.value.fen <= MOST_FEN ? parsed.value.fen.toString() : null;
}
