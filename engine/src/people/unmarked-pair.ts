import { likeness, nameWords, surnameLength, trait } from "./name-characters.js";
import { type NameCandidate, nameCandidates } from "./name-gain.js";
import { nameShape, syllablesAt } from "./name-shape.js";

/**
 * 记者张某王某某: two names without a mark between them. The length of the first where a whole stretch of four to six
 * characters is two names and reads as neither one name nor words; 0 where it is not.
 */
export function unmarkedPair(stretch: string): number {
  const { length } = stretch;
  if (length < 4 || length > 6 || surnameLength(stretch, 0) === 0) return 0;
  // 次仁卓玛, 沙马文清, 欧阳慕白: one name by its sound, its clan, or its surname of two characters.
  const sounding = syllablesAt(stretch, 0);
  if (sounding >= length - 1 || (sounding >= 2 && likeness(stretch.slice(0, 2)) < 3)) return 0;
  if (length === 4 && surnameLength(stretch, 0) === 2 && nameShape(stretch) === "surname") return 0;
  const found: NameCandidate[] = [];
  nameCandidates(stretch, 0, length, found);
  let best = 0;
  let gained = 0;
  for (const first of found) {
    if (first.start !== 0 || first.surname === 0 || nameShape(first.name) !== "surname") continue;
    for (const second of found) {
      if (second.start !== first.end || second.end !== length || second.surname === 0) continue;
      if (nameShape(second.name) !== "surname" || likeness(first.name) + likeness(second.name) < 5) continue;
      // Candidates are weighed one at a time: of several cuts the one whose halves both read best.
      const gain = Math.min(first.gain, second.gain) - first.rareSurname - second.rareSurname;
      if (best === 0 || gain > gained) {
        best = first.end;
        gained = gain;
      }
    }
  }
  return best;
}

/** Two unmarked names at a place of an item, with its end or what stands behind names behind them: where each ends. */
export function pairAtStart(text: string, from: number, to: number): readonly [number, number] | null {
  const { traits, afterName } = nameWords();
  const marks = (at: number) => (traits[text.charCodeAt(at)] ?? 0) & (trait.surname | trait.compound);
  if (to - from < 4 || marks(from) === 0 || (marks(from + 2) === 0 && marks(from + 3) === 0)) return null;
  for (const length of [6, 5, 4]) {
    const end = from + length;
    if (end > to || (end < to && afterName.longest(text, end, end + 4) === 0 && !/[和与同及]/.test(text.charAt(end))))
      continue;
    const first = unmarkedPair(text.slice(from, end));
    if (first > 0) return [from + first, end];
  }
  return null;
}
