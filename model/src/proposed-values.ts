import type { Evidence, Fact } from "@shanhai/engine";
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
