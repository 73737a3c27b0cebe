import type { DictionaryBook, DictionaryStep, ScopePlaces, ShownAlias, ShownEntry, WordsPlan } from "@shanhai/server";
import { call, query } from "./api.js";

type Entry = Pick<ShownEntry, "from_year" | "to_year" | "zh" | "en" | "successor" | "source" | "version"> & {
  /** Null: a new one. */
  readonly code: string | null;
  readonly command_id: string;
};
export type AliasDraft = Omit<ShownAlias, "id" | "version" | "changed_by" | "changed_at">;

/** A sheet of items, with the year and the paper of lines that state none. */
export interface WordsSheet {
  readonly file: File;
  readonly year: number | null;
  readonly source: string;
}

const sheetQuery = ({ file, year, source }: WordsSheet, more: { readonly [key: string]: string } = {}) =>
  query({ name: file.name, source: source.trim(), ...(year === null ? {} : { year }), ...more });

/** 设置 · 字典. */
export const wordingApi = {
  all: () => call<DictionaryBook>("GET", "/api/dictionaries"),
  places: () => call<readonly ScopePlaces[]>("GET", "/api/dictionaries/places"),
  history: (name: string) => call<readonly DictionaryStep[]>("GET", `/api/dictionaries/${name}/history`),
  setEntry: (name: string, entry: Entry) => call<DictionaryBook>("PUT", `/api/dictionaries/${name}/entries`, entry),
  addAlias: (name: string, alias: AliasDraft & { readonly command_id: string }) =>
    call<DictionaryBook>("POST", `/api/dictionaries/${name}/aliases`, alias),
  planSheet: (name: string, sheet: WordsSheet) =>
    call<WordsPlan>("POST", `/api/dictionaries/${name}/sheet/preview${sheetQuery(sheet)}`, sheet.file),
  importSheet: (name: string, sheet: WordsSheet, accepted: { readonly hash: string; readonly command_id: string }) =>
    call<DictionaryBook>("POST", `/api/dictionaries/${name}/sheet${sheetQuery(sheet, accepted)}`, sheet.file),
  remove: (
    name: string,
    kind: "entries" | "aliases",
    id: string,
    by: { readonly version: string; readonly reason: string; readonly command_id: string },
  ) => call<DictionaryBook>("POST", `/api/dictionaries/${name}/${kind}/${id}/removal`, by),
};
