import { dictionaries } from "./dictionaries/index.js";
import type { DictionaryAlias, DictionaryEntry, DictionarySet } from "./dictionary.js";
import type {
  CodeLabel,
  FieldDefinition,
  ItemField,
  LabelYears,
  RecordDefinition,
  WordList,
} from "./record-definition.js";

/** A dictionary's field as it is delivered: its name and its codes with their years. */
export function fromDictionary(name: string): { readonly dictionary: string; readonly codes: readonly CodeLabel[] } {
  return { dictionary: name, codes: codesOf(entriesOf(name), aliasesOf(name)) };
}

/** A dictionary's words beside a text: offered while it is typed, or looked for in it. */
export function wordsOf(name: string): WordList {
  return fromDictionary(name);
}

/** The entries of a dictionary with what was set over them: one set from the same year takes the place of a delivered one. */
export function entriesOf(name: string, set: DictionarySet["entries"] = []): readonly DictionaryEntry[] {
  const own = set.filter(({ dictionary }) => dictionary === name);
  const key = ({ code, from }: DictionaryEntry) => `${code} ${from ?? ""}`;
  const replaced = new Map(own.map((entry) => [key(entry), entry]));
  const delivered = (dictionaries.find((one) => one.name === name)?.entries ?? []).map((entry) => {
    const set = replaced.get(key(entry));
    replaced.delete(key(entry));
    return set ?? entry;
  });
  return [...delivered, ...replaced.values()];
}

/** The other names of a dictionary's codes, those that were set behind the delivered ones. */
export function aliasesOf(name: string, set: DictionarySet["aliases"] = []): readonly DictionaryAlias[] {
  const delivered = dictionaries.find((one) => one.name === name)?.aliases ?? [];
  return [...delivered, ...set.filter(({ dictionary }) => dictionary === name)];
}

/**
 * The codes of these entries, each once, in the order in which they first stand. A name ends where the next one of its code
 * begins, whatever end was said; the years between two names belong to none.
 */
export function codesOf(entries: readonly DictionaryEntry[], aliases: readonly DictionaryAlias[]): CodeLabel[] {
  return [...new Set(entries.map(({ code }) => code))].flatMap((code): CodeLabel[] => {
    const own = entries.filter((entry) => entry.code === code).sort((a, b) => first(a) - first(b));
    const last = own.at(-1);
    if (last === undefined) return [];
    const years = own.map(({ from, to, zh, en }, at): LabelYears => {
      const next = own[at + 1]?.from ?? null;
      const end = next === null ? to : Math.min(next - 1, to ?? next - 1);
      return { from, to: end, zh, en };
    });
    const known = aliases.filter((alias) => alias.code === code);
    return [
      {
        ...{ code, zh: last.zh, en: last.en, years, successor: last.successor },
        ...(known.length === 0
          ? {}
          : { aliases: known.map(({ text, place, from, to }) => ({ text, place, from, to })) }),
      },
    ];
  });
}

function first({ from }: DictionaryEntry): number {
  return from ?? Number.NEGATIVE_INFINITY;
}

/** The codes of all dictionaries as they are here. */
export function dictionaryCodes(set: DictionarySet = NOTHING_SET): { [dictionary: string]: readonly CodeLabel[] } {
  return Object.fromEntries(
    dictionaries.map(({ name }) => [name, codesOf(entriesOf(name, set.entries), aliasesOf(name, set.aliases))]),
  );
}

const NOTHING_SET: DictionarySet = { entries: [], aliases: [] };

/** Definitions with the dictionaries as they are here: delivered ones with what offices have set. */
export function withDictionaries(
  definitions: readonly RecordDefinition[],
  set: DictionarySet,
): readonly RecordDefinition[] {
  if (set.entries.length === 0 && set.aliases.length === 0) return definitions;
  const known = dictionaryCodes(set);
  const codes = (name: string) => known[name] ?? [];
  const item = (part: ItemField): ItemField =>
    part.dictionary === undefined ? part : { ...part, codes: codes(part.dictionary) };
  const list = ({ dictionary }: WordList): WordList => ({ dictionary, codes: codes(dictionary) });
  const field = (one: FieldDefinition): FieldDefinition => ({
    ...one,
    ...(one.dictionary === undefined ? {} : { codes: codes(one.dictionary) }),
    ...(one.items === undefined ? {} : { items: one.items.map(item) }),
    ...(one.offers === undefined ? {} : { offers: list(one.offers) }),
    ...(one.against === undefined ? {} : { against: list(one.against) }),
  });
  return definitions.map((definition) =>
    hasDictionary(definition) ? { ...definition, fields: definition.fields.map(field) } : definition,
  );
}

/** Whether any column of a ledger is told in words of a dictionary. */
export function hasDictionary({ fields }: RecordDefinition): boolean {
  return fields.some(
    ({ dictionary, offers, against, items = [] }) =>
      [dictionary, offers, against].some((one) => one !== undefined) ||
      items.some((part) => part.dictionary !== undefined),
  );
}
