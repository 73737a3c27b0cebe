import { randomBytes, randomUUID } from "node:crypto";
import { NIL_SCOPE, pairId, partyId, recordDefinitions, timeOrderedId } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Change, Command, SourceEntry, Values } from "../command.js";
import { type OpenStore, openStore } from "../open-store.js";
import { INTERNAL_RECORDS } from "../schema/internal-records.js";
import type { TrialDatabase } from "./trial-databases.js";

/** For tests only: a small cooperation – one east party, two west ones – and commands on it. */
export const KEEPER: Actor = {
  account_id: "0b5f0d4e-3c11-4f0e-9c55-6a3b4c0d9e01",
  name: "何台账",
  role: "administrator",
  scopes: "all",
};

export const EAST = partyId({ kind: "region", code: "440111", name: "广东省广州市白云区" });
export const WEST = partyId({ kind: "region", code: "522728", name: "贵州省黔南布依族苗族自治州罗甸县" });
export const OTHER_WEST = partyId({ kind: "region", code: "522727", name: "贵州省黔南布依族苗族自治州平塘县" });
/** 白云–罗甸 and 白云–平塘; their scopes have the same ids. */
export const PAIR = pairId(EAST, WEST);
export const OTHER_PAIR = pairId(EAST, OTHER_WEST);

export function openTrialStore(trial: TrialDatabase): Promise<OpenStore> {
  return openStore(trial.config, [...recordDefinitions, ...INTERNAL_RECORDS]);
}

export function newId(): string {
  return timeOrderedId(Date.now(), randomBytes(16));
}

export function command(changes: readonly Change[], sources?: readonly SourceEntry[]): Command {
  const plain = { command_id: randomUUID(), reason: "测试", changes };
  return sources === undefined ? plain : { ...plain, sources };
}

/** Parties and pairs: what must stand before anything is written in a pair. */
export function foundation(): Command {
  const party = (id: string, path: string, side: string) =>
    created("party", NIL_SCOPE, id, { path, name: path, kind: "region", side });
  return command([
    party(EAST, "广东省广州市白云区", "east"),
    party(WEST, "贵州省黔南布依族苗族自治州罗甸县", "west"),
    party(OTHER_WEST, "贵州省黔南布依族苗族自治州平塘县", "west"),
    created("pair", NIL_SCOPE, PAIR, { label: "白云区·罗甸县", east: EAST, west: WEST }),
    created("pair", NIL_SCOPE, OTHER_PAIR, { label: "白云区·平塘县", east: EAST, west: OTHER_WEST }),
  ]);
}

export function created(record: string, scope_id: string, id: string, values: Values): Change {
  return { op: "create", record, scope_id, id, values };
}

export function visit(scope_id: string, id: string, values: Values = {}): Change {
  return created("visit", scope_id, id, {
    happening_id: id,
    name: "白云区代表团考察",
    start_date: "2023-12-11",
    visitor: [EAST],
    host: [WEST],
    ...values,
  });
}

export function person(id: string, values: Values = {}): Change {
  return created("person", NIL_SCOPE, id, { name: "方远山", note: "手机尾号 0042", ...values });
}

export function source(of: Change, field: string, more: Partial<SourceEntry> = {}): SourceEntry {
  return {
    scope_id: of.scope_id,
    record: of.record,
    record_id: of.id,
    field,
    value: of.op === "remove" ? null : (of.values[field] ?? null),
    side: null,
    chosen: true,
    fact_id: null,
    document_id: null,
    place: { start: 3, end: 9 },
    quote: "代表团一行",
    ...more,
  };
}
