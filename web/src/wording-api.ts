import type { DictionaryBook, DictionaryStep, ScopePlaces, ShownAlias, ShownEntry } from "@shanhai/server";
import { call } from "./api.js";

type Entry = Pick<ShownEntry, "from_year" | "to_year" | "zh" | "en" | "successor" | "source" | "version"> & {
  /** Null: a new one. */
  readonly code: string | null;
  readonly command_id: string;
};
export type AliasDraft = Omit<ShownAlias, "id" | "version" | "changed_by" | "changed_at">;

/** 设置 · 字典. */
export const wordingApi = {
  all: () => call<DictionaryBook>("GET", "/api/dictionaries"),
  places: () => call<readonly ScopePlaces[]>("GET", "/api/dictionaries/places"),
  history: (name: string) => call<readonly DictionaryStep[]>("GET", `/api/dictionaries/${name}/history`),
  setEntry: (name: string, entry: Entry) => call<DictionaryBook>("PUT", `/api/dictionaries/${name}/entries`, entry),
  addAlias: (name: string, alias: AliasDraft & { readonly command_id: string }) =>
    call<DictionaryBook>("POST", `/api/dictionaries/${name}/aliases`, alias),
  remove: (
    name: string,
    kind: "entries" | "aliases",
    id: string,
    by: { readonly version: string; readonly reason: string; readonly command_id: string },
  ) => call<DictionaryBook>("POST", `/api/dictionaries/${name}/${kind}/${id}/removal`, by),
};
