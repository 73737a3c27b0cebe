/** Syllables that words of every day are made of too. */
const daily = new Set(
  "不都来地体作者安东南海青明白月子生马林里满约敏守立科果支机周李夏切定基金斗多到和再则三美英农史达古大加木阿特江边列波皮片初底批胡琼伦邦",
);
/** How many characters of a name are syllables that seldom stand elsewhere. */
export function foreignSyllables(name: string): number {
  return [...name].filter((c) => !daily.has(c)).length;
}
