/** A stretch of a text, half open, in UTF-16 units of the text as it is. */
export interface TextMark {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a text holds the words that are looked for, folded as search grams are: width and case do not count, spaces and
 * punctuation between characters neither, so that `白云平塘` is found in `广州白云·平塘`. Marks do not overlap.
 */
export function findInText(text: string, wanted: string): readonly TextMark[] {
  const needle = [...folded(wanted)].map(({ character }) => character).join("");
  if (needle === "") return [];
  const places: TextMark[] = [];
  let plain = "";
  for (const { character, start, end } of folded(text)) {
    // One printed character may fold to several (㎡ → m2): each unit of the folded text remembers where it came from.
    for (let unit = 0; unit < character.length; unit++) places.push({ start, end });
    plain += character;
  }
  const marks: TextMark[] = [];
  for (let from = plain.indexOf(needle); from >= 0; from = plain.indexOf(needle, from + needle.length)) {
    const [first, last] = [places[from], places[from + needle.length - 1]];
    if (first !== undefined && last !== undefined) marks.push({ start: first.start, end: last.end });
  }
  return marks;
}

function* folded(
  text: string,
): Generator<{ readonly character: string; readonly start: number; readonly end: number }> {
  let at = 0;
  for (const printed of text) {
    const end = at + printed.length;
    for (const character of printed.normalize("NFKC").toLowerCase())
      if (/[\p{L}\p{N}]/u.test(character)) yield { character, start: at, end };
    at = end;
  }
}
