import { lexicon } from "../lexicon.js";

/*
 * Words by which the field's reports say who speaks, as alternatives for regular expressions, longer ones first so that
 * 回应说 is not read as 回应. The words themselves stand in engine/lexicons/.
 */

const longestFirst = (words: readonly string[]): readonly string[] => [...words].sort((a, b) => b.length - a.length);

/** 说 and its kin: after a person or a body they open reported speech. 讲 not before 话, 解 … (column `unless`). */
export const SPEECH_VERBS = [...lexicon("speech-verbs")]
  .sort((a, b) => b.word.length - a.word.length)
  .map(({ word, unless }) => (unless === "" ? word : `${word}(?![${unless}])`))
  .join("|");

/** Nouns that close the name of a speaker who is not named: 校长, 党委书记, 负责人, 领导 … */
export const ROLE_NOUNS = longestFirst(lexicon("speaker-roles").map(({ word }) => word)).join("|");

/** A body that decides or speaks as a whole, without being one side. */
export const BODIES = longestFirst(lexicon("speaking-bodies").map(({ word }) => word)).join("|");

const verbsOf = (kind: string): readonly string[] =>
  lexicon("speech-verbs").flatMap((row) => (row.kind === kind ? [row.word] : []));

/** Speech verbs that are a promise in themselves: 承诺, 表态, 应下, 答复. */
export const PROMISING = new RegExp(`^(?:${verbsOf("promise").join("|")})$`);

/** Speech verbs that exhort one's own people; what follows is neither promise nor request. */
export const EXHORTING = new RegExp(verbsOf("exhort").join("|"));
