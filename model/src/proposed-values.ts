import type { Evidence, Fact } from "@shanhai/engine";
import { printedForms } from "./printed-day.js";
import type { ProposedRow, ProposedValue } from "./proposal.js";

type Held = ProposedValue["value"];

/** A value that a fact states. The mention is the first whose quote holds the words, else the fact's first. */
export function stated(
  fact: Fact,
  value: Held | undefined,
  words?: string | null,
  evidence?: Evidence,
): ProposedValue | null {
  if (value === null || value === undefined) return null;
  const mention =
    evidence ??
    (words ? fact.evidence.find(({ quote }) => quote.includes(words)) : undefined) ??
    fact.evidence[0] ??
    null;
  return { value, fact: fact.id, evidence: mention };
}

/**
 * A day that a fact states. The mention is the first that prints it: 5月6日 of 2024-05-06, or the bare 8日 that ends
 * 5月6日至8日; a fact told in four places prints its date in one of them.
 */
export function statedDay(fact: Fact, day: string | null | undefined): ProposedValue | null {
  return stated(fact, day, null, day ? mentionOfDay(fact, day) : undefined);
}

/** The mention of a fact that prints a day, month or year given in ISO form. */
export function mentionOfDay(fact: Fact, iso: string): Evidence | undefined {
  for (const form of printedForms(iso)) {
    // Full-width digits are folded for the comparison only; the place stays that of the text as given.
    const mention = fact.evidence.find(({ quote }) => form.test(quote.normalize("NFKC")));
    if (mention) return mention;
  }
  return undefined;
}

/** A name made of other values; where words of the fact are in it, the mention is the one that holds them. */
export function composed(fact: Fact, value: string, words: string | null): ProposedValue {
  const mention = words === null ? undefined : fact.evidence.find(({ quote }) => quote.includes(words));
  return { value, fact: null, evidence: mention ?? null };
}

/** The day of publication, which no fact tells: its source is the document itself. */
export function ofDocument(value: string | null): ProposedValue | null {
  return value === null ? null : { value, fact: null, evidence: null, from: "document" };
}

/** A value that follows from the row itself (a name made from the parties, a direction, a reference). */
export function derived(value: Held | null | undefined): ProposedValue | null {
  return value === null || value === undefined ? null : { value, fact: null, evidence: null };
}

/** References to rows of this document; null when there are none. */
export function rowsOf(keys: readonly string[]): Held | null {
  return keys.length === 0 ? null : { rows: [...new Set(keys)] };
}

/** A reference to one row of this document. */
export function rowOf(key: string | null): Held | null {
  return key === null ? null : { row: key };
}

/**
 * Leaves out what is not known: a field that a document does not state is not proposed, so that it never clears a
 * stored value. Empty lists and texts count as not known.
 */
export function known(values: { readonly [field: string]: ProposedValue | null }): ProposedRow["values"] {
  const isEmpty = (value: Held) => value === "" || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, held]) => (held && !isEmpty(held.value) ? [[field, held]] : [])),
  );
}

/** A printed number as an exact decimal string; throws on what is no number. */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a number: ${value}`);
  const plain = String(value);
  // Intl is slow and only needed where JavaScript would print an exponent.
  return plain.includes("e") ? value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 }) : plain;
}
