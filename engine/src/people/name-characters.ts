import { lexicon } from "../lexicon.js";
import { WordTable } from "../patterns/word-table.js";

/** What a character may be in a name; bits of {@link traits}. */
export const trait = {
  /** A Chinese character (or half of a rare one). */
  han: 1,
  /** A surname of one character. */
  surname: 2,
  /** A surname that many bear: 王, 李, 覃; not 成, 方, 高 alone decide nothing. */
  common: 4,
  /** A syllable of names written by sound: 玛, 卓, 提. */
  syllable: 8,
  /** A character that given names are made of: 明, 丽, 国. */
  given: 16,
  /** No given name behind a known surname has it: 等, 的, 县. */
  neverGiven: 32,
  /** No name written by sound has it: particles and units. */
  neverInName: 64,
  /** First character of a surname of two: 欧, 上, 司. */
  compound: 128,
  /** Alone a word that stands behind names: 率, 说, 到. */
  follows: 256,
} as const;

interface Words {
  readonly traits: Uint16Array;
  readonly compounds: WordTable;
  /** 沙马, 曲比: clans whose names go on by sound (沙马阿加) or with a given name (沙马文清). */
  readonly clans: WordTable;
  readonly notNames: WordTable;
  readonly afterName: WordTable;
}

let loaded: Words | null = null;

/** The lists about names, as tables; made at the first call. */
export function nameWords(): Words {
  loaded ??= load();
  return loaded;
}

const neverGiven = "等的了与及或被把吗呢吧啊是县委办局厅们区府市";
const neverInName = "的了在与及或是将被把从对这个们你我他她它么吗呢吧啊区县省镇乡委办局厅院站队组部等亿万府系政党构";

function load(): Words {
  const traits = new Uint16Array(0x10000);
  const mark = (c: string, bit: number) => {
    const code = c.charCodeAt(0);
    traits[code] = (traits[code] ?? 0) | bit;
  };
  for (let c = 0x3400; c <= 0x9fff; c++) traits[c] = trait.han;
  for (let c = 0xd840; c <= 0xdfff; c++) traits[c] = trait.han; // halves of characters beyond the basic plane: 李𬱖
  for (const c of "々〇") mark(c, trait.han);
  const compounds: string[] = [];
  const clans: string[] = [];
  for (const { surname, use } of lexicon("surnames")) {
    if (surname.length === 1) mark(surname, trait.surname | (use === "common" ? trait.common : 0));
    else {
      (use === "clan" ? clans : compounds).push(surname);
      mark(surname, trait.compound);
    }
  }
  for (const { char } of lexicon("name-syllables")) mark(char, trait.syllable);
  for (const { char } of lexicon("given-characters")) mark(char, trait.given);
  for (const c of neverGiven) mark(c, trait.neverGiven);
  for (const c of neverInName) mark(c, trait.neverInName);
  const follow = lexicon("after-name").map((row) => row.word);
  for (const word of follow) if (word.length === 1) mark(word, trait.follows);
  return {
    traits,
    compounds: WordTable.of(compounds),
    clans: WordTable.of(clans),
    notNames: WordTable.of(lexicon("not-names").map((row) => row.word)),
    afterName: WordTable.of(follow),
  };
}

/** True where every character of a stretch has the trait. */
export function allHave(text: string, from: number, to: number, bit: number): boolean {
  const { traits } = nameWords();
  for (let i = from; i < to; i++) if (((traits[text.charCodeAt(i)] ?? 0) & bit) === 0) return false;
  return to > from;
}

/** True where some character of a stretch has the trait. */
export function someHave(text: string, from: number, to: number, bit: number): boolean {
  const { traits } = nameWords();
  for (let i = from; i < to; i++) if (((traits[text.charCodeAt(i)] ?? 0) & bit) !== 0) return true;
  return false;
}

/** Length of the surname that a text has at `at`: 2 for 欧阳, 1 for 李, 0 for none. */
export function surnameLength(text: string, at: number): 0 | 1 | 2 {
  const { traits, compounds } = nameWords();
  const bits = traits[text.charCodeAt(at)] ?? 0;
  if ((bits & trait.compound) !== 0 && text.length > at + 2 && compounds.find(text, at, 2) >= 0) return 2;
  return (bits & trait.surname) !== 0 ? 1 : 0;
}

/** 沙马文清: the name of a clan and a given name that is not written by sound. */
export function isOfClan(text: string): boolean {
  const { traits, clans } = nameWords();
  return (
    text.length === 4 &&
    ((traits[text.charCodeAt(0)] ?? 0) & trait.compound) !== 0 &&
    clans.find(text, 0, 2) >= 0 &&
    allHave(text, 2, 4, trait.given) &&
    !allHave(text, 2, 4, trait.syllable)
  );
}

/**
 * How much a string of surname shape looks like a name by its characters alone: 3 a common surname and given characters
 * only, 2 a surname and given characters, or a common one and at least one, 1 a surname, 0 none.
 */
export function likeness(name: string): 0 | 1 | 2 | 3 {
  const { traits } = nameWords();
  const surname = surnameLength(name, 0);
  const given = name.length - surname;
  if (surname > 0 && given > 2) return isOfClan(name) ? 3 : 0;
  if (surname === 0 || given < 1) return 0;
  const common = surname === 2 || ((traits[name.charCodeAt(0)] ?? 0) & trait.common) !== 0;
  const all = allHave(name, surname, name.length, trait.given);
  if (all) return common ? 3 : 2;
  return common && someHave(name, surname, name.length, trait.given) ? 2 : 1;
}
