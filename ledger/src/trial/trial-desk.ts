import type { Evidence, Fact, Reading, SecrecyMark, Source } from "@shanhai/engine";
import { proposeRows, recordDefinitions } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { DatabaseOptions } from "../database.js";
import type { Desk } from "../desk.js";
import { sha256Of } from "../fresh-id.js";
import { filePath, keepFile, keptFile } from "../intake/files.js";
import type { LedgerConfig } from "../ledger.js";
import { type OpenStore, openStore } from "../open-store.js";
import { personKey } from "../person-key.js";
import { history, sources } from "../querying/read-history.js";
import { get, list } from "../read.js";
import { INTERNAL_RECORDS } from "../schema/internal-records.js";
import { write, writeTogether } from "../write.js";
import { writeBatch } from "../writing/write-batch.js";

/** For tests only: the work with documents over a trial database, with readings that the test itself makes. */
export interface TrialDesk {
  readonly desk: Desk;
  readonly store: OpenStore;
  /** Says what the engine makes of a text; `engine` tells runs apart. */
  reads(
    text: string,
    facts: readonly FactSketch[],
    more?: { readonly secrecy?: SecrecyMark["level"]; readonly engine?: string },
  ): Source;
}

/** A fact without id and places: `says` are words of the text. */
export type FactSketch = { readonly says: readonly string[]; readonly id: string; readonly kind: Fact["kind"] } & {
  readonly [field: string]: unknown;
};

export const CLERK: Actor = {
  account_id: "0197a000-0000-7000-8000-000000000001",
  name: "林晓禾",
  role: "clerk",
  scopes: "all",
};
export const COLLEAGUE: Actor = {
  account_id: "0197a000-0000-7000-8000-000000000002",
  name: "韦安然",
  role: "clerk",
  scopes: "all",
};

export async function trialDesk(config: LedgerConfig, options?: DatabaseOptions): Promise<TrialDesk> {
  const store = await openStore(config, [...recordDefinitions, ...INTERNAL_RECORDS], options);
  const readings = new Map<string, Reading>();
  const desk: Desk = {
    database: store.db,
    records: store.records,
    write: (actor, command) => write(store, actor, command),
    writeTogether: (actor, commands) => writeTogether(store, actor, commands),
    get: (actor, ...of) => get(store, actor, ...of),
    list: (actor, ...of) => list(store, actor, ...of),
    history: (actor, ...of) => history(store, actor, ...of),
    sources: (actor, ...of) => sources(store, actor, ...of),
    read: async (source) => {
      const reading = readings.get(sha256Of(source.bytes));
      if (reading === undefined) throw new Error("the test has no reading of these bytes");
      return reading;
    },
    writeBatch: (actor, batch) => writeBatch(store, actor, batch),
    personKey: (identity) => personKey(store.installation.secret, identity),
    personSecret: store.installation.secret,
    keepFile: async (bytes) => {
      await keepFile(config.dataDir, bytes);
    },
    keptFile: (sha256) => keptFile(config.dataDir, sha256),
    keptPath: (sha256) => filePath(config.dataDir, sha256),
    propose: proposeRows,
    candidates: async () => [],
  };
  return {
    desk,
    store,
    reads(text, sketches, more = {}) {
      const bytes = new TextEncoder().encode(text);
      const facts = sketches.map((sketch) => factOf(text, sketch));
      readings.set(sha256Of(bytes), readingOf(text, bytes, facts, more));
      return { name: "来稿.txt", bytes };
    },
  };
}

function factOf(text: string, { says, ...fields }: FactSketch): Fact {
  const evidence = says.map((quote): Evidence => {
    const start = text.indexOf(quote);
    if (start < 0) throw new Error(`the text does not say ${quote}`);
    return { start, end: start + quote.length, quote };
  });
  // The sketch's fields are the fact's; the tests that use it would not hold otherwise.
  return { rule: "trial@1", confidence: 0.9, inferred: [], evidence, ...fields } as unknown as Fact;
}

function readingOf(
  text: string,
  bytes: Uint8Array,
  facts: readonly Fact[],
  { secrecy, engine = "1" }: { readonly secrecy?: SecrecyMark["level"]; readonly engine?: string },
): Reading {
  return {
    extraction: {
      contract: 1,
      engine,
      id: "来稿",
      title: text.split("\n")[0] ?? null,
      source: "东岭日报",
      published: "2024-05-09",
      genre: "news",
      raw: { reader: "text", version: 1, encoding: "utf-8", length: text.length, sha256: sha256Of(bytes) },
      damage: [{ repair: "gloss", count: 2 }],
      facts,
      issues: [],
    },
    raw: text,
    repaired: text,
    edits: [],
    furniture: [],
    secrecy: secrecy === undefined ? [] : [{ level: secrecy, raw: { start: 0, end: 2 } }],
  };
}
