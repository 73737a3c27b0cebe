/** Costs in nats of what is rare; measured on damaged pages and on clean text (scripts/measure-repair.mjs). */
export const cost = {
  faultAtMark: 7,
  faultAtGloss: 3,
  faultWithoutTrace: 15,
  strayQuestionMark: 14,
  privateUseLost: 2.5,
  nothingLeft: 9,
  swallowed: 5,
  undefinedPair: 7,
  wrongScript: 6,
  fullWidthLetter: 3,
  /** A key that the page shows nowhere else, one that it shows without a gloss (each time), and what that costs at most. */
  unknownKey: 1,
  bareKey: 3,
  unglossedKey: 10,
  /** A key that the page shows nowhere, where one that it does show has the same reading and the same first byte. */
  otherKey: 4,
  /** A number behind the end of a sentence, where a word follows and no unit: a line ended there. */
  numberBehindEnd: 4,
} as const;
