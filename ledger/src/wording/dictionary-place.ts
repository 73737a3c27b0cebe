import { type DictionaryPlace, dictionaryCodes } from "@shanhai/model";
import type { PairScope } from "../importing/find-scope.js";
import type { RememberedLayout } from "../importing/layout-memory.js";
import type { Sql } from "../sql.js";
import { dictionarySet } from "./dictionary-set.js";

/** What the words of a file are looked up by: the dictionaries as they are here, its year, its parties, what was answered. */
export async function dictionaryPlace(
  sql: Sql,
  year: number | null,
  scope: PairScope | null,
  answers: DictionaryPlace["answers"] = {},
): Promise<DictionaryPlace> {
  return { codes: dictionaryCodes(await dictionarySet(sql)), year, places: placesOfPair(scope), answers };
}

/** Full paths of a pair's parties: an alias of a place holds for what lies in it. */
export function placesOfPair(scope: Pick<PairScope, "east" | "west"> | null): readonly string[] {
  return scope === null ? [] : [scope.west.path, scope.east.path];
}

/** What was answered about words, now or before for the same layout. */
export function wordAnswers(
  memory: ReadonlyMap<string, RememberedLayout>,
  answers: DictionaryPlace["answers"] = {},
): DictionaryPlace["answers"] {
  return Object.assign({}, ...[...memory.values()].map((layout) => layout.answers), answers);
}
