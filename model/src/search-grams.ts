/**
 * The column `search_grams`: every character and every two neighbouring characters of a title, so that an index finds
 * a substring of any length on every database without collations. Compatibility forms, width and case are folded;
 * spaces and punctuation stay out, so that `广州白云·平塘` is found by `白云平塘`.
 */
export function searchGrams(title: string): readonly string[] {
  const characters = folded(title);
  const grams = new Set(characters);
  for (let at = 1; at < characters.length; at++) grams.add(`${characters[at - 1]}${characters[at]}`);
  return [...grams].sort();
}

/**
 * Grams that a row must contain (`search_grams @> …`) to hold the text: its pairs of characters, or the one character.
 * Empty for a text of punctuation only: it excludes nothing. Rows found still need {@link titleContains}.
 */
export function queryGrams(text: string): readonly string[] {
  const characters = folded(text);
  return characters.length === 1 ? characters : searchGrams(text).filter((gram) => [...gram].length === 2);
}

/** Whether a title holds the text, folded the same way: grams alone would find 白云白 in 云白…白云. */
export function titleContains(title: string, text: string): boolean {
  return folded(title).join("").includes(folded(text).join(""));
}

function folded(text: string): readonly string[] {
  return [...text.normalize("NFKC").toLowerCase()].filter((character) => /[\p{L}\p{N}]/u.test(character));
}
