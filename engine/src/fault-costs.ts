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
  unknownKey: 2,
} as const;
