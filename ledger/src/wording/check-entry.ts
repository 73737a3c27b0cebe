import {
  codesOf,
  type DictionaryDefinition,
  type DictionaryEntry,
  type DictionarySet,
  entriesOf,
  spans,
} from "@shanhai/model";
import { LedgerError } from "../error-codes.js";
import type { AliasInput, EntryInput } from "./wording-desk.js";

/**
 * Refuses an entry that would make words doubtful: without a name or a paper; a code that does not stand; a new code where
 * rules count by those that there are; a name that another code has in one of its years.
 */
export function checkEntry(
  definition: DictionaryDefinition,
  set: DictionarySet,
  input: EntryInput & { readonly code: string; readonly fresh: boolean },
): void {
  const { name } = definition;
  const entries = entriesOf(name, set.entries);
  const known = new Set(entries.map(({ code }) => code));
  if (input.zh === "") throw new LedgerError("DICTIONARY_NAME");
  requireSource(input.source);
  if (input.fresh && !definition.open)
    throw new LedgerError("DICTIONARY_CLOSED", { dictionary: definition.zh, dictionary_en: definition.en });
  if (input.fresh === known.has(input.code))
    throw new LedgerError(input.fresh ? "DICTIONARY_TAKEN" : "DICTIONARY_CODE", { text: input.zh });
  if (input.successor !== null && (input.successor === input.code || !known.has(input.successor)))
    throw new LedgerError("DICTIONARY_CODE", { text: input.successor });
  const own: DictionaryEntry = {
    ...{ code: input.code, from: input.from_year, to: input.to_year, zh: input.zh, en: input.en },
    ...{ successor: input.successor, source: input.source },
  };
  const after = codesOf(
    entriesOf(name, [
      ...set.entries.filter((one) => one.dictionary !== name || one.code !== own.code || one.from !== own.from),
      { ...own, dictionary: name },
    ]),
    [],
  );
  const mine = after.find(({ code }) => code === own.code)?.years?.find(({ from }) => from === own.from);
  const twin = after.find(
    ({ code, years = [] }) =>
      code !== own.code && years.some((other) => other.zh === own.zh && mine !== undefined && meet(other, mine)),
  );
  if (twin !== undefined) throw new LedgerError("DICTIONARY_TAKEN", { text: own.zh });
}

/** Refuses an alias without a paper, of no code, that is the name of a code already or means another one there in those years. */
export function checkAlias(definition: DictionaryDefinition, set: DictionarySet, input: AliasInput): void {
  const codes = codesOf(entriesOf(definition.name, set.entries), []);
  if (input.alias === "") throw new LedgerError("DICTIONARY_NAME");
  requireSource(input.source);
  if (!codes.some(({ code }) => code === input.code)) throw new LedgerError("DICTIONARY_CODE", { text: input.alias });
  const own = { from: input.from_year, to: input.to_year };
  const named = codes.some(({ years = [] }) => years.some((span) => span.zh === input.alias && meet(span, own)));
  const twin = set.aliases.some(
    (one) =>
      one.dictionary === definition.name &&
      one.text === input.alias &&
      one.place === input.place &&
      meet({ from: one.from, to: one.to }, own),
  );
  if (named || twin) throw new LedgerError("DICTIONARY_TAKEN", { text: input.alias });
}

function requireSource(source: string): void {
  if (source === "") throw new LedgerError("DICTIONARY_SOURCE");
}

interface Years {
  readonly from: number | null;
  readonly to: number | null;
}

/** Whether two stretches of years have a year in common. */
function meet(a: Years, b: Years): boolean {
  return spans(a, b.from ?? Number.NEGATIVE_INFINITY) || spans(b, a.from ?? Number.NEGATIVE_INFINITY);
}
