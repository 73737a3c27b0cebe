import { type DictionaryPlace, dictionaries, offeredIn, placeName, type ReadWord, wordKey } from "@shanhai/model";
import { mayDo } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { placesOfPair } from "../wording/dictionary-place.js";
import type { PairScope } from "./find-scope.js";
import type { PlannedWord, PlannedWords } from "./sheet-desk.js";

/** 字典用语: the words of a file that are not simply the names of its year, what each was taken for, and what it may mean. */
export function plannedWords(
  actor: Actor,
  { codes }: DictionaryPlace,
  scope: PairScope | null,
  words: readonly ReadWord[],
): PlannedWords {
  const everywhere = mayDo(actor, "dictionaries");
  // A reviewer says what his own place calls an item, not what the other side does.
  const sides = scope === null ? [] : [scope.west, scope.east];
  const own = sides.filter(({ id }) => id === actor.office?.party).map(({ path }) => path);
  const places = everywhere ? placesOfPair(scope) : own;
  return {
    may_alias: mayDo(actor, "aliases") && (everywhere || places.length > 0),
    ...{ everywhere, places },
    words: words.map(({ dictionary, text, year, code, how, count, sheet, place }): PlannedWord => {
      const { zh = "", en = "" } = dictionaries.find(({ name }) => name === dictionary) ?? {};
      const field = { key: dictionary, zh, en, type: "code", dictionary, codes: codes[dictionary] ?? [] } as const;
      const offered = offeredIn(field, year, code).codes ?? [];
      return {
        ...{ key: wordKey(dictionary, text), dictionary, zh, en, text: text.slice(0, 60), year, code, how, count },
        ...{ sheet, cell: place === null ? null : placeName(place) },
        choices: offered.map(({ code: one, zh: label, en: label_en }) => ({ code: one, zh: label, en: label_en })),
      };
    }),
  };
}
