import {
  commandId,
  type DictionaryDefinition,
  entriesOf,
  inRange,
  NIL_SCOPE,
  recordDefinitions,
  withDictionaries,
  YEARS,
} from "@shanhai/model";
import { mayDo, mayReadRecord, requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Change, Values } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { identifier } from "../schema/record-columns.js";
import { MOST_CHANGES } from "../writing/check-command.js";
import { firstAnswer } from "../writing/first-answer.js";
import { checkAlias, checkEntry } from "./check-entry.js";
import { aliasPlaces, dictionaryBook, dictionaryHistory, dictionaryNamed, scopePlaces } from "./dictionary-book.js";
import { DICTIONARY, DICTIONARY_ALIAS } from "./dictionary-records.js";
import { dictionarySet } from "./dictionary-set.js";
import { freshCode } from "./fresh-code.js";
import { planWords } from "./import-words.js";
import type { AliasInput, DictionaryBook, EntryInput, Removal, WordingDesk, WordsFile } from "./wording-desk.js";

/** The door of 字典. */
export function wordingDesk(desk: Desk): WordingDesk {
  return {
    definitions: async (actor) =>
      withDictionaries(
        recordDefinitions.filter((definition) => mayReadRecord(actor, definition)),
        await dictionarySet(desk.database),
      ),
    dictionaries: (actor) => dictionaryBook(desk, actor),
    scopePlaces: (actor) => scopePlaces(desk, actor),
    dictionaryHistory: (actor, dictionary) => dictionaryHistory(desk, actor, dictionary),
    setEntry: (actor, dictionary, input) => setEntry(desk, actor, dictionaryNamed(dictionary), input),
    addAlias: (actor, dictionary, input) => addAlias(desk, actor, dictionaryNamed(dictionary), input),
    planWords: async (actor, dictionary, file) =>
      (await planWords(desk, actor, dictionaryNamed(dictionary), file)).plan,
    importWords: (actor, dictionary, file, accepted) =>
      importWords(desk, actor, dictionaryNamed(dictionary), file, accepted),
    removeWord: (actor, dictionary, kind, id, of) => removeWord(desk, actor, dictionaryNamed(dictionary), kind, id, of),
  };
}

async function setEntry(
  desk: Desk,
  actor: Actor,
  definition: DictionaryDefinition,
  given: EntryInput,
): Promise<DictionaryBook> {
  requireRight(actor, "dictionaries");
  const input = { ...given, zh: given.zh.trim(), en: given.en.trim() || given.zh.trim(), source: given.source.trim() };
  checkYears(input);
  const set = await dictionarySet(desk.database);
  const code = input.code ?? freshCode(definition.name, input.zh);
  checkEntry(definition, set, { ...input, code, fresh: given.code === null });
  const { from_year, to_year, zh, en, successor, source } = input;
  const id = commandId("dictionary", definition.name, code, yearText(from_year) ?? "");
  const values: Values = {
    ...{ name: definition.name, code, zh, en, successor, source },
    ...{ from_year: yearText(from_year), to_year: yearText(to_year) },
  };
  const row = { record: DICTIONARY, scope_id: NIL_SCOPE, id, values };
  return kept(desk, actor, given.command_id, source, [
    input.version === null ? { op: "create", ...row } : { op: "change", version: input.version, ...row },
  ]);
}

/** Writes what the preview of this very file showed, all of it or nothing. SHEET_PLAN_STALE where it would be something else by now. */
async function importWords(
  desk: Desk,
  actor: Actor,
  { name }: DictionaryDefinition,
  file: WordsFile,
  accepted: { readonly hash: string; readonly command_id: string },
): Promise<DictionaryBook> {
  const answered = await firstAnswer(desk.database, actor, accepted.command_id);
  if (answered !== null) return dictionaryBook(desk, actor);
  const { plan, work } = await planWords(desk, actor, dictionaryNamed(name), file);
  if (plan.hash !== accepted.hash) throw new LedgerError("SHEET_PLAN_STALE");
  const ids = work.entries.map(({ code, from }) => commandId("dictionary", name, code, yearText(from) ?? ""));
  const { rows } = await desk.database.query<{ id: string; version: string }>(
    `select id, seq::text as version from ${DICTIONARY} where scope_id = $1 and id = any($2::uuid[])`,
    [NIL_SCOPE, ids],
  );
  const changes = [
    ...work.entries.map(({ cell: _, from, to, ...entry }, at): Change => {
      const id = ids[at] ?? "";
      const values: Values = { name, ...entry, from_year: yearText(from), to_year: yearText(to) };
      const row = { record: DICTIONARY, scope_id: NIL_SCOPE, id, values };
      const version = rows.find((one) => one.id === id)?.version;
      return version === undefined ? { op: "create", ...row } : { op: "change", version, ...row };
    }),
    ...work.aliases.map(({ text: alias, code, from, source }): Change => {
      const id = commandId("dictionary-alias", name, alias, "", yearText(from) ?? "");
      const values: Values = { name, alias, code, place: null, source, from_year: yearText(from), to_year: null };
      return { op: "create", record: DICTIONARY_ALIAS, scope_id: NIL_SCOPE, id, values };
    }),
  ];
  const reason = `从表格“${file.name}”导入`;
  const parts = Array.from({ length: Math.ceil(changes.length / MOST_CHANGES) }, (_, at) =>
    changes.slice(at * MOST_CHANGES, (at + 1) * MOST_CHANGES),
  );
  // The last command has the id that was given: it answers for the whole.
  const commands = parts.map((some, at) => ({
    command_id:
      at === parts.length - 1 ? accepted.command_id : commandId("words-part", accepted.command_id, String(at)),
    ...{ reason, changes: some },
  }));
  if (commands.length > 0) await desk.writeTogether(actor, commands);
  return dictionaryBook(desk, actor);
}

async function addAlias(
  desk: Desk,
  actor: Actor,
  definition: DictionaryDefinition,
  given: AliasInput,
): Promise<DictionaryBook> {
  requireRight(actor, "aliases");
  const input = { ...given, alias: given.alias.trim(), source: given.source.trim() };
  checkYears(input);
  checkAlias(definition, await dictionarySet(desk.database), input);
  const { alias, code, place, from_year, to_year, source } = input;
  await requirePlace(desk, actor, place);
  const id = commandId("dictionary-alias", definition.name, alias, place ?? "", yearText(from_year) ?? "");
  const values: Values = {
    ...{ name: definition.name, alias, code, place, source },
    ...{ from_year: yearText(from_year), to_year: yearText(to_year) },
  };
  return kept(desk, actor, given.command_id, source, [
    { op: "create", record: DICTIONARY_ALIAS, scope_id: NIL_SCOPE, id, values },
  ]);
}

/** Refuses a place that is not the actor's to speak for; everywhere is it for who sets the dictionaries. */
async function requirePlace(desk: Desk, actor: Actor, place: string | null): Promise<void> {
  const may = place === null ? mayDo(actor, "dictionaries") : (await aliasPlaces(desk, actor)).includes(place);
  if (!may) throw new LedgerError("DICTIONARY_PLACE", { place: place ?? "各地通用" });
}

/** An entry that rows are told in is ended, not taken back, unless another name of its code remains. */
async function removeWord(
  desk: Desk,
  actor: Actor,
  definition: DictionaryDefinition,
  kind: "entries" | "aliases",
  id: string,
  { version, reason, command_id }: Removal,
): Promise<DictionaryBook> {
  requireRight(actor, kind === "entries" ? "dictionaries" : "aliases");
  const record = kind === "entries" ? DICTIONARY : DICTIONARY_ALIAS;
  if (kind === "aliases") {
    const { rows } = await desk.database.query<{ place: string | null }>(
      `select place from ${DICTIONARY_ALIAS} where scope_id = $1 and id = $2`,
      [NIL_SCOPE, id],
    );
    for (const { place } of rows) await requirePlace(desk, actor, place);
  }
  if (kind === "entries") {
    const set = await dictionarySet(desk.database);
    const own = (one: (typeof set.entries)[number]) =>
      id === commandId("dictionary", definition.name, one.code, yearText(one.from) ?? "");
    const gone = set.entries.find(own);
    const rest = entriesOf(
      definition.name,
      set.entries.filter((one) => !own(one)),
    );
    if (
      gone !== undefined &&
      !rest.some(({ code }) => code === gone.code) &&
      (await isUsed(desk, definition.name, gone.code))
    )
      throw new LedgerError("DICTIONARY_USED", { text: gone.zh });
  }
  return kept(desk, actor, command_id, reason, [{ op: "remove", record, scope_id: NIL_SCOPE, id, version }]);
}

async function isUsed(desk: Desk, dictionary: string, code: string): Promise<boolean> {
  for (const { name, fields } of recordDefinitions)
    for (const field of fields) {
      const item = field.items?.find((part) => part.dictionary === dictionary);
      if (field.dictionary !== dictionary && item === undefined) continue;
      const column = identifier(field.key);
      const said =
        item !== undefined
          ? `${column} @> jsonb_build_array(jsonb_build_object('${item.key}', $1::text))`
          : field.type === "texts"
            ? `$1 = any(${column})`
            : `${column} = $1`;
      const { rows } = await desk.database.query(`select 1 from ${identifier(name)} where ${said} limit 1`, [code]);
      if (rows.length > 0) return true;
    }
  return false;
}

function checkYears({ from_year, to_year }: Pick<EntryInput, "from_year" | "to_year">): void {
  const wrong = [from_year, to_year].some((year) => year !== null && !inRange(YEARS, String(year)));
  if (wrong || (from_year !== null && to_year !== null && from_year > to_year))
    throw new LedgerError("DICTIONARY_YEARS");
}

function yearText(year: number | null): string | null {
  return year === null ? null : String(year);
}

async function kept(
  desk: Desk,
  actor: Actor,
  command_id: string,
  reason: string,
  changes: readonly Change[],
): Promise<DictionaryBook> {
  await desk.write(actor, { command_id, reason, changes });
  return dictionaryBook(desk, actor);
}
