import { createHash } from "node:crypto";
import { type DictionaryDefinition, type DictionaryEntry, type DictionarySet, entriesOf, spans } from "@shanhai/model";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { planHash } from "../importing/compare-rows.js";
import { readBook } from "../workbook/read-book.js";
import { checkAlias, checkEntry } from "./check-entry.js";
import { dictionarySet } from "./dictionary-set.js";
import { freshCode } from "./fresh-code.js";
import type { PlannedWordLine, WordsFile, WordsPlan } from "./wording-desk.js";
import { type WordLine, wordLines } from "./words-sheet.js";

/** An entry or alias that a line comes to. */
export interface WordsWork {
  readonly entries: readonly (DictionaryEntry & { readonly cell: string })[];
  readonly aliases: readonly {
    readonly text: string;
    readonly code: string;
    readonly from: number | null;
    readonly source: string;
  }[];
}

/**
 * What a sheet of items (科目表, 负面清单) would set in a dictionary: what stands in its year is left, a number that stands under
 * another name is renamed from the year on, anything else is new. A line that cannot be set is told with its reason and left
 * out. Reads only. DICTIONARY_SHEET where no header names the items.
 */
export async function planWords(
  desk: Desk,
  actor: Actor,
  definition: DictionaryDefinition,
  { name, bytes, year, source }: WordsFile,
): Promise<{ readonly plan: WordsPlan; readonly work: WordsWork }> {
  requireRight(actor, "dictionaries");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const lines = wordLines(await readBook(bytes, name));
  if (lines.length === 0)
    throw new LedgerError("DICTIONARY_SHEET", { dictionary: definition.zh, dictionary_en: definition.en });
  const stored = await dictionarySet(desk.database);
  let set: DictionarySet = stored;
  const planned: PlannedWordLine[] = [];
  const entries: WordsWork["entries"][number][] = [];
  const aliases: WordsWork["aliases"][number][] = [];
  for (const line of lines) {
    const done = lineWork(definition, set, line, { year, source: source.trim() });
    planned.push(done.line);
    if (done.entry !== null) {
      const own = { ...done.entry, dictionary: definition.name };
      entries.push({ ...done.entry, cell: line.cell });
      const others = set.entries.filter(
        (one) => one.dictionary !== own.dictionary || one.code !== own.code || one.from !== own.from,
      );
      set = { ...set, entries: [...others, own] };
    }
    for (const alias of done.aliases) {
      aliases.push(alias);
      set = { ...set, aliases: [...set.aliases, { ...alias, dictionary: definition.name, place: null, to: null }] };
    }
  }
  const count = (state: PlannedWordLine["state"]) => planned.filter((line) => line.state === state).length;
  const hash = planHash([sha256, definition.name, year, source, planned, stored.entries.length, stored.aliases.length]);
  const tally = { added: count("added"), changed: count("changed"), same: count("same"), skipped: count("skipped") };
  return { plan: { lines: planned, tally, aliases: aliases.length, hash }, work: { entries, aliases } };
}

function lineWork(
  definition: DictionaryDefinition,
  set: DictionarySet,
  line: WordLine,
  given: { readonly year: number | null; readonly source: string },
): {
  readonly line: PlannedWordLine;
  readonly entry: DictionaryEntry | null;
  readonly aliases: WordsWork["aliases"];
} {
  const from = yearIn(line.from) ?? line.year ?? given.year;
  const to = yearIn(line.to);
  const source = line.source ?? given.source;
  const base = { sheet: line.sheet, cell: line.cell, zh: line.zh, from_year: from, to_year: to, source };
  const all = entriesOf(definition.name, set.entries);
  const same = all.find((one) => one.zh === line.zh && (from === null || spans(one, from)));
  const numbered = line.number === null ? undefined : all.findLast((one) => one.zh.startsWith(`${line.number} `));
  const known = same ?? numbered;
  const code = known?.code ?? freshCode(definition.name, line.zh);
  const ends = same !== undefined && to !== null && same.to !== to;
  const entry: DictionaryEntry | null =
    same !== undefined && !ends
      ? null
      : {
          ...{ code, from: same?.from ?? from, to, zh: line.zh, en: same?.en ?? line.zh },
          ...{ successor: same?.successor ?? null, source },
        };
  const refused =
    entry === null ? null : refusalOf(() => checkEntry(definition, set, entryInput(entry, known === undefined)));
  if (refused !== null)
    return {
      line: { ...base, aliases: [], state: "skipped", reason: { zh: refused.whatZh, en: refused.whatEn } },
      ...{ entry: null, aliases: [] },
    };
  const after = entry === null ? set : { ...set, entries: [...set.entries, { ...entry, dictionary: definition.name }] };
  const standing = (text: string) =>
    text === line.zh ||
    [...(definition.aliases ?? []), ...set.aliases.filter(({ dictionary }) => dictionary === definition.name)].some(
      (one) => one.text === text && one.code === code,
    );
  const aliases = [...new Set(line.aliases)].flatMap((text) => {
    if (standing(text)) return [];
    const input = { alias: text, code, place: null, from_year: from, to_year: null, source, command_id: "" };
    return refusalOf(() => checkAlias(definition, after, input)) === null ? [{ text, code, from, source }] : [];
  });
  const state = entry === null ? (aliases.length > 0 ? "changed" : "same") : known === undefined ? "added" : "changed";
  return { line: { ...base, aliases: aliases.map(({ text }) => text), state, reason: null }, entry, aliases };
}

function entryInput(entry: DictionaryEntry, fresh: boolean) {
  const { code, from, to, zh, en, successor, source } = entry;
  return { code, from_year: from, to_year: to, zh, en, successor, source, version: null, command_id: "", fresh };
}

function refusalOf(check: () => void): LedgerError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
}

/** 2024, 2024年, 2024年1月1日; null for what names no year. */
function yearIn(text: string | null): number | null {
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/u.exec(text ?? "")?.[0];
  return year === undefined ? null : Number(year);
}
