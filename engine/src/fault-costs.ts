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
  wrongScript: 4,
  fullWidthLetter: 9,
  unknownKey: 2,
} as const;

/** What follows a number in this field: a swallowed character before one of these was a digit. */
export const measureWords = new Set(
  "年月日时点分秒号岁个家所人名位户口元万亿千百十角吨斤公亩平米立方里台件套批条项期场次届类种座栋间张册本辆只头株棵箱包袋盒份岗村镇乡县市省区层楼度倍成多余至到月天周季版",
);
