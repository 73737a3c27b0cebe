import type { PairingFact } from "@shanhai/engine";
import type { ProposedValue } from "./proposal.js";
import { isPartialDate, type PartialDate } from "./values/partial-date.js";

type Since = PairingFact["since"][number];

/** Words that count only roughly: 过去三年多来 may be 2020 or 2021. */
const ROUGH = /多|余|近|约|来/;

/**
 * Chooses the beginning among the statements of it and keeps the others beside it: a printed date before a computed
 * one, an exact count (第三个年头) before a rough one (过去三年多来), then the first told. Null when none gives a date.
 */
export function chosenBeginning(fact: PairingFact): ProposedValue | null {
  const dated = fact.since.flatMap((since) =>
    since.from !== null && isPartialDate(since.from) ? [{ since, date: since.from }] : [],
  );
  const [chosen, ...others] = [...dated].sort((a, b) => rank(a.since) - rank(b.since));
  if (!chosen) return null;
  const source = ({ since, date }: { readonly since: Since; readonly date: PartialDate }) => ({
    value: date,
    fact: fact.id,
    evidence: since.evidence,
    side: since.side,
  });
  const { side: _side, ...value } = source(chosen);
  return { ...value, alternatives: others.map(source) };
}

function rank(since: Since): number {
  return (since.inferred ? 2 : 0) + (ROUGH.test(since.statement) ? 1 : 0);
}

/** The statements as the `since` list keeps them. */
export function beginningStatements(fact: PairingFact): readonly { readonly [key: string]: unknown }[] {
  return fact.since.map(({ statement, from, inferred, speaker, side }) => ({
    statement,
    from,
    inferred,
    speaker,
    side,
  }));
}
