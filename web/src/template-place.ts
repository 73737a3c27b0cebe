import type { Words } from "./words/index.js";

/** What a place of a form is called: a cell by its name, a blank of a text by its number. */
export function placeName(words: Words["template"], place: string): string {
  return place.startsWith("空") ? words.blank(place.slice(1)) : words.cell(place);
}
