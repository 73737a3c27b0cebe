import type { Extraction } from "../extraction.js";
import type { Evidence, Fact, FactKind } from "../fact.js";

/** One fact of one document, with the words there that show it. */
export interface Occurrence {
  /** Place of the document in the list that was given: two files may have one name. */
  readonly index: number;
  /** The document's id. */
  readonly document: string;
  readonly published: string | null;
  /** The fact's id within its document. */
  readonly fact: string;
  readonly evidence: readonly Evidence[];
}

/** A fact together with where it stands, as the matching rules read it. */
export interface Told<F extends Fact = Fact> {
  readonly fact: F;
  readonly at: Occurrence;
}

/** The facts of one kind of all documents, in the order of the documents. */
export function toldIn<K extends FactKind>(
  documents: readonly Extraction[],
  kind: K,
): readonly Told<Extract<Fact, { kind: K }>>[] {
  return documents.flatMap((document, index) =>
    document.facts
      .filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind)
      .map((fact) => ({
        fact,
        at: {
          index,
          document: document.id,
          published: document.published,
          fact: fact.id,
          evidence: fact.evidence,
        },
      })),
  );
}
