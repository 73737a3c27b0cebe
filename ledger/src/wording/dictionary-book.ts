import {
  codesOf,
  type DictionaryDefinition,
  dictionaries,
  entriesOf,
  NIL_SCOPE,
  recordDefinitions,
  regionPathParts,
} from "@shanhai/model";
import { mayDo, requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { pairScopes } from "../importing/find-scope.js";
import { placesOfPair } from "./dictionary-place.js";
import { DICTIONARY, DICTIONARY_ALIAS } from "./dictionary-records.js";
import { dictionarySet, yearOf } from "./dictionary-set.js";
import type {
  DictionaryBook,
  DictionaryStep,
  ScopePlaces,
  ShownAlias,
  ShownDictionary,
  ShownEntry,
} from "./wording-desk.js";

/** Who sees dictionaries: who reads the ledgers, and who sets them. */
export function requireWords(actor: Actor): void {
  if (!mayDo(actor, "dictionaries")) requireRight(actor, "read");
}

/** The dictionary of a name; DICTIONARY_UNKNOWN where there is none. */
export function dictionaryNamed(name: string): DictionaryDefinition {
  const found = dictionaries.find((one) => one.name === name);
  if (found === undefined) throw new LedgerError("DICTIONARY_UNKNOWN", { name });
  return found;
}

type Set = {
  readonly record: string;
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly code: string;
  readonly alias: string | null;
  readonly place: string | null;
  readonly from_year: bigint | null;
  readonly who: string;
  readonly at: string;
};

/** All dictionaries, with who set what of them and when. */
export async function dictionaryBook(desk: Desk, actor: Actor): Promise<DictionaryBook> {
  requireWords(actor);
  const words = await dictionarySet(desk.database);
  const { rows } = await desk.database.query<Set>(
    `select r.record, r.id, r.seq::text as version, r.name, r.code, r.alias, r.place, r.from_year, c.actor_name as who,
       to_char(c.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as at
     from (select '${DICTIONARY}' as record, scope_id, id, seq, name, code, null as alias, null as place, from_year from ${DICTIONARY}
       union all
       select '${DICTIONARY_ALIAS}', scope_id, id, seq, name, code, alias, place, from_year from ${DICTIONARY_ALIAS}) r
     join change c on c.scope_id = r.scope_id and c.seq = r.seq
     where r.scope_id = $1`,
    [NIL_SCOPE],
  );
  const stamp = (set: Set | undefined) => ({
    ...{ id: set?.id ?? null, version: set?.version ?? null },
    ...{ changed_by: set?.who ?? null, changed_at: set?.at ?? null },
  });
  const shown = (definition: DictionaryDefinition): ShownDictionary => {
    const { name, zh, en, open } = definition;
    const entries = entriesOf(name, words.entries);
    const ends = codesOf(entries, []);
    return {
      ...{ name, zh, en, open, used: usedIn(name) },
      entries: entries.map((entry): ShownEntry => {
        const set = rows.find(
          (row) =>
            row.record === DICTIONARY &&
            row.name === name &&
            row.code === entry.code &&
            yearOf(row.from_year) === entry.from,
        );
        const span = ends.find(({ code }) => code === entry.code)?.years?.find(({ from }) => from === entry.from);
        return {
          ...{ code: entry.code, from_year: entry.from, to_year: span?.to ?? null },
          ...{ zh: entry.zh, en: entry.en, successor: entry.successor, source: entry.source },
          over:
            set !== undefined &&
            definition.entries.some(({ code, from }) => code === entry.code && from === entry.from),
          ...stamp(set),
        };
      }),
      aliases: [
        ...(definition.aliases ?? []).map(
          ({ text: alias, code, place, from, to, source }): ShownAlias => ({
            ...{ alias, code, place, from_year: from, to_year: to, source },
            ...stamp(undefined),
          }),
        ),
        ...words.aliases
          .filter(({ dictionary }) => dictionary === name)
          .map(({ text: alias, code, place, from, to, source }): ShownAlias => {
            const set = rows.find(
              (row) =>
                row.name === name && row.alias === alias && row.place === place && yearOf(row.from_year) === from,
            );
            return { ...{ alias, code, place, from_year: from, to_year: to, source }, ...stamp(set) };
          }),
      ],
    };
  };
  return {
    may_set: mayDo(actor, "dictionaries"),
    may_alias: mayDo(actor, "aliases"),
    places: await aliasPlaces(desk, actor),
    dictionaries: dictionaries.map(shown),
  };
}

/**
 * Where the actor may say what an item is called: who sets the dictionaries at all places that he sees, a reviewer at the party
 * that his office works for and within it.
 */
export async function aliasPlaces(desk: Desk, actor: Actor): Promise<readonly string[]> {
  const places = await placesOf(desk, actor);
  if (mayDo(actor, "dictionaries")) return places;
  const { party = null } = actor.office ?? {};
  if (party === null || !mayDo(actor, "aliases")) return [];
  const own = (await desk.get(actor, "party", NIL_SCOPE, party))?.values.path;
  return typeof own === "string" ? places.filter((place) => place.startsWith(own)) : [];
}

/** Full paths of a row's parties by scope: its two of a pair, its one of a party. An alias of a place holds for what lies in it. */
export async function scopePlaces(desk: Desk, actor: Actor): Promise<readonly ScopePlaces[]> {
  requireRight(actor, "read");
  const parties = new Map<string, string>();
  const pairs = (await pairScopes(desk, actor)).map((pair): ScopePlaces => {
    for (const { id, path } of [pair.east, pair.west]) parties.set(id, path);
    return { scope: pair.id, places: placesOfPair(pair) };
  });
  return [...pairs, ...[...parties].map(([scope, path]): ScopePlaces => ({ scope, places: [path] }))];
}

/** Full paths of the parties of the actor's pairs and of what they lie in, shortest first. */
export async function placesOf(desk: Desk, actor: Actor): Promise<readonly string[]> {
  if (!mayDo(actor, "read")) return [];
  const paths = new Set<string>();
  for (const { east, west } of await pairScopes(desk, actor))
    for (const { path } of [east, west]) {
      paths.add(path);
      const parts = regionPathParts(path);
      for (let at = 1; at < parts.length; at++) paths.add(parts.slice(0, at).join(""));
    }
  return [...paths].sort();
}

/** Ledgers and columns of a dictionary: 资金来源·资金类别. */
function usedIn(name: string): ShownDictionary["used"] {
  return recordDefinitions.flatMap((record) =>
    record.fields.flatMap((field) =>
      [field.dictionary, field.offers?.dictionary, field.against?.dictionary].includes(name) ||
      field.items?.some((part) => part.dictionary === name) === true
        ? [{ zh: `${record.zh}·${field.zh}`, en: `${record.en}: ${field.en}` }]
        : [],
    ),
  );
}

type StepRow = {
  readonly kind: "entry" | "alias";
  readonly title: string;
  readonly zh: string;
  readonly en: string;
  readonly code: string;
  readonly place: string | null;
  readonly from_year: bigint | null;
  readonly to_year: bigint | null;
  readonly source: string;
  readonly gone: boolean;
  readonly at: string;
  readonly who: string;
  readonly reason: string;
};

/** 历次变更 of a dictionary: rows that stand or stood, and the removal of those whose last version has an end. */
export async function dictionaryHistory(desk: Desk, actor: Actor, name: string): Promise<readonly DictionaryStep[]> {
  requireWords(actor);
  dictionaryNamed(name);
  const entry = "'entry' as kind, zh as title, zh, en, code, null::text as place, from_year, to_year, source";
  const alias = "'alias' as kind, alias as title, alias as zh, alias as en, code, place, from_year, to_year, source";
  const { rows } = await desk.database.query<StepRow>(
    `with versions as (
       select ${entry}, id, scope_id, seq, null::bigint as until_seq from ${DICTIONARY} where scope_id = $1 and name = $2
       union all select ${entry}, id, scope_id, seq, until_seq from ${DICTIONARY}_past where scope_id = $1 and name = $2
       union all select ${alias}, id, scope_id, seq, null from ${DICTIONARY_ALIAS} where scope_id = $1 and name = $2
       union all select ${alias}, id, scope_id, seq, until_seq from ${DICTIONARY_ALIAS}_past where scope_id = $1 and name = $2),
     steps as (
       select v.*, v.seq as step, false as gone from versions v
       union all
       select v.*, v.until_seq, true from versions v where v.until_seq is not null
         and not exists (select 1 from versions n where n.id = v.id and n.seq = v.until_seq))
     select s.kind, s.title, s.zh, s.en, s.code, s.place, s.from_year, s.to_year, s.source, s.gone, c.actor_name as who, c.reason,
       to_char(c.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as at
     from steps s join change c on c.scope_id = s.scope_id and c.seq = s.step
     order by s.step desc limit 500`,
    [NIL_SCOPE, name],
  );
  return rows.map(({ kind, title, place, at, who, reason, gone, from_year, to_year, ...words }) => ({
    ...{ kind, title, place, at, who, reason },
    words: gone
      ? null
      : {
          ...{ zh: words.zh, en: words.en, code: words.code, source: words.source },
          ...{ from_year: yearOf(from_year), to_year: yearOf(to_year) },
        },
  }));
}
