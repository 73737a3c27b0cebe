import type { Reading } from "@shanhai/engine";
import { type FieldValue, factRowId, NIL_SCOPE } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Change, Values } from "../command.js";
import { freshId } from "../fresh-id.js";

/** A document on its way in: what its rows are made of. */
export interface NewDocument {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  readonly mark: string | null;
  readonly reading: Reading;
  readonly forParty: string | undefined;
}

/** A new row of an internal record. */
export function create(record: string, id: string, values: Values): Change {
  return { op: "create", record, scope_id: NIL_SCOPE, id, values };
}

/** JSON through and through, as a `list` field takes it: classes and undefined members are gone. */
export function plainList(items: readonly unknown[]): readonly { readonly [key: string]: unknown }[] {
  return JSON.parse(JSON.stringify(items)) as { [key: string]: unknown }[];
}

/** The document's own row, all facts open. */
export function documentValues({ sha256, name, size, mark, reading: { extraction } }: NewDocument): Values {
  return {
    sha256,
    arrival: freshId(),
    name,
    size,
    ...readingValues(extraction),
    mark,
    facts: extraction.facts.length,
    open_facts: extraction.facts.length,
    withdrawn: false,
  };
}

/** What a document's row says of the engine run that read it. */
export function readingValues(extraction: Reading["extraction"]): { readonly [field: string]: FieldValue } {
  return {
    title: extraction.title,
    source_name: extraction.source,
    published: extraction.published,
    genre: extraction.genre,
    encoding: extraction.raw.encoding,
    engine: extraction.engine,
    damage: plainList(extraction.damage),
    repairs: extraction.damage.reduce((sum, { count }) => sum + count, 0),
  };
}

/** Raw text with its reader's version, repaired text, and what a page needs to show the one beside the other. */
export function textValues(document: string, reading: Reading): Values {
  const { facts: _, ...head } = reading.extraction;
  return {
    document,
    reader: head.raw.reader,
    reader_version: head.raw.version,
    raw: reading.raw,
    repaired: reading.repaired,
    edits: plainList(reading.edits),
    furniture: plainList(reading.furniture),
    head: plainList([head]),
  };
}

/** Rows of facts in the engine's order. `beside`: older facts per fact id, after another engine run. */
export function factRows(
  documentId: string,
  facts: Reading["extraction"]["facts"],
  engine: string,
  from = 0,
  beside: ReadonlyMap<string, readonly string[]> = new Map(),
): Change[] {
  return facts.map((fact, at) =>
    create("fact", factRowId(documentId, fact.id), {
      document: documentId,
      fact_id: fact.id,
      kind: fact.kind,
      rule: fact.rule,
      confidence: Math.round(fact.confidence * 1000),
      engine,
      ordinal: from + at,
      beside: beside.get(fact.id) ?? [],
      set_aside: false,
      body: plainList([fact]),
    }),
  );
}

/** Who brought it, for which party. */
export function submissionRow(actor: Actor, document: string, name: string, forParty: string | undefined): Change {
  return create("submission", freshId(), {
    document,
    account: actor.account_id,
    who: actor.name,
    party: forParty ?? null,
    name,
  });
}
