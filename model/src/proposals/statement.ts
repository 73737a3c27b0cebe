import type { CommitmentFact } from "@shanhai/engine";
import { DocumentFrame } from "../document-frame.js";
import { eventLegs } from "../event-legs.js";
import { type Occasion, occasionOf } from "../occasion.js";
import type { Proposal } from "../proposal.js";
import { decimal, derived, known, rowOf, rowsOf, stated, statedDay } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";
import { isPartialDate } from "../values/partial-date.js";

/**
 * 表态: one row per commitment, waiting to be broken down (待分解) and never late, linked to the asks that it answers. Its day is
 * that of the meeting, and cites the meeting.
 */
export const statementProposal: Proposal = {
  record: "statement",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    const occasions = new Map(frame.of("commitment").map((fact) => [fact.id, occasionOf(frame, fact)]));
    const said = frame.of("commitment").flatMap((fact) => {
      const occasion = answering(fact, occasions);
      return occasion ? [{ fact, occasion }] : [];
    });
    return said.map(({ fact, occasion }) => {
      const asks = fact.respondsTo
        .filter((id) => said.some((other) => other.fact.id === id && other.occasion.home.key === occasion.home.key))
        .map(rowKeys.statement);
      const { meeting, visit } = occasionRows(frame, occasion);
      const { home, event } = occasion;
      return {
        key: rowKeys.statement(fact.id),
        record: "statement",
        scope: home.scope,
        id: null,
        fact: fact.id,
        needs: [...home.needs, ...[meeting, visit].filter((key) => key !== null), ...asks],
        values: known({
          text: stated(fact, fact.text),
          act: stated(fact, fact.act),
          grade: stated(fact, fact.grade),
          side: stated(fact, fact.side),
          speaker: stated(fact, fact.speaker, fact.speaker),
          said_on:
            event && event.start === event.end && isPartialDate(event.start ?? "")
              ? statedDay(event, event.start)
              : null,
          meeting: derived(rowOf(meeting)),
          visit: derived(rowOf(visit)),
          fields: stated(fact, fact.fields),
          owners: stated(fact, owners(fact)),
          quantity: fact.quantity === null ? null : stated(fact, decimal(fact.quantity.value)),
          quantity_unit: fact.quantity === null ? null : stated(fact, fact.quantity.unit),
          due: statedDay(fact, fact.due !== null && isPartialDate(fact.due) ? fact.due : null),
          answers: stated(fact, rowsOf(asks) ?? undefined),
          regions: derived(regions(occasion)),
          state: derived("open"),
        }),
      };
    });
  },
};

/** An answer that could belong to any of several pairs belongs to that of the asks it answers; rows point into their own scope. */
function answering(fact: CommitmentFact, occasions: ReadonlyMap<string, Occasion | null>): Occasion | null {
  const own = occasions.get(fact.id) ?? null;
  if (own?.home.pair) return own;
  const asked = fact.respondsTo.flatMap((id) => occasions.get(id) ?? []);
  const [first, ...rest] = asked;
  return first && rest.every((other) => other.home.key === first.home.key) ? first : own;
}

/** Each unit told to do it starts open: one duty, four units, a state each. */
function owners(fact: CommitmentFact): readonly { readonly [key: string]: unknown }[] {
  return fact.owners.map((name) => ({ name, state: "open" }));
}

/** Whom an unsplit statement is said of; a pair's own statement needs no list. */
function regions(occasion: Occasion): readonly string[] {
  return occasion.home.pair ? [] : [...new Set(occasion.pairs.flatMap((pair) => [pair.east.path, pair.west.path]))];
}

/** Rows of the occasion in the statement's own scope; one said of several pairs points to none of their rows. */
function occasionRows(frame: DocumentFrame, occasion: Occasion) {
  const { event, home } = occasion;
  const key = (record: "meeting" | "visit") =>
    event?.type === record && eventLegs(frame, event).some((leg) => leg.home.key === home.key)
      ? rowKeys.leg(record, event.id, home.key)
      : null;
  return { meeting: key("meeting"), visit: key("visit") };
}
