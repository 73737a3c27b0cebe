import { type CharacterModel, characterModel } from "../shifts/character-model.js";
import { nameWords, surnameLength, trait } from "./name-characters.js";

/**
 * A stretch that can be a surname and a given name of one or two characters, or a name written by sound. A class, so that
 * all have one shape: thousands are made, and reading one of many shapes costs a search.
 */
export class NameCandidate {
  constructor(
    readonly start: number,
    readonly end: number,
    readonly name: string,
    /** Characters of the surname: 2 for 欧阳, 0 for a name written by sound (次仁片多, 布哈). */
    readonly surname: 0 | 1 | 2,
    /** How much better its surroundings read with a name here than as words alone, in nats. */
    readonly gain: number,
    /** Cost of the surname among surnames and of the given name's dearest character among those. */
    readonly rareSurname: number,
    readonly rareGiven: number,
  ) {}
}

/** Names that read no better than words by less than this are not looked at. */
const leastGain = 2;
/** A surname of two, and the dearest surname. */
const compoundCost = 6;
const dearestSurname = 12;
/** What a syllable of a name written by sound costs, and how many such a name has. */
const syllableCost = 5.4;
const mostSyllables = 6;
/** A character that costs more than this alone is mostly part of a word (see word-lattice.ts). */
const aloneFrom = 7;
const unknownCost = 17.5;

/** Buffers that grow with the longest run of Chinese characters. */
let size = 0;
let ids = new Uint16Array(0);
let alone = new Float64Array(0);
let two = new Float64Array(0);
let three = new Float64Array(0);
let four = new Float64Array(0);
let front = new Float64Array(0);
let back = new Float64Array(0);

function grow(length: number): void {
  if (length < size) return;
  size = length * 2;
  ids = new Uint16Array(size);
  alone = new Float64Array(size);
  two = new Float64Array(size);
  three = new Float64Array(size);
  four = new Float64Array(size);
  front = new Float64Array(size);
  back = new Float64Array(size);
}

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

/**
 * Stretches of a text that read better as a name than as words: every run of Chinese characters is cut into its likeliest
 * words once from the left and once from the right, so that the likeliest cut around a name is a sum of two. Linear in
 * the text. Candidates may overlap (李桂, 李桂科); what stands around them decides (name-model.ts).
 */
export function nameCandidates(text: string, from: number, to: number, out: NameCandidate[]): void {
  const model = characterModel();
  let start = from;
  while (start < to) {
    if (!isHan(text.charCodeAt(start))) {
      start++;
      continue;
    }
    let end = start + 1;
    while (end < to && isHan(text.charCodeAt(end))) end++;
    if (end - start > 1) readRun(text, start, end, model, out);
    start = end + 1;
  }
}

/** Names are sought at the start of a text by no more than these characters. */
const near = 12;

/**
 * How much better every length of a name at the start of a text reads than words: [0, 0, gain of two characters, of three,
 * of four]; 0 where it reads no better. 李波进行捐赠 is 李波 and 进行.
 */
export function gainsAtStart(text: string): readonly number[] {
  const gains = [0, 0, 0, 0, 0];
  const found: NameCandidate[] = [];
  nameCandidates(text, 0, Math.min(text.length, near), found);
  for (const { start, end, gain, surname } of found) if (start === 0 && surname > 0) gains[end] = gain;
  return gains;
}

/** 龚某主席和郑某书记: behind a post 和 joins the next name rather than being a surname. */
export function joinsNext(rest: string): boolean {
  return Math.max(...gainsAtStart(rest.slice(1))) > Math.max(...gainsAtStart(rest)) - 4;
}

function readRun(text: string, start: number, end: number, model: CharacterModel, out: NameCandidate[]): void {
  const { traits } = nameWords();
  const length = end - start;
  if (!mayHold(text, start, end, model) || !holdsGain(text, start, end, model)) return;
  grow(length + 2);
  cut(text, start, length, model);
  const words = front[length] ?? 0;
  for (let i = 0; i < length - 1; i++) {
    const bits = traits[text.charCodeAt(start + i)] ?? 0;
    // A name written by sound begins where a run of syllables does.
    const before = i === 0 ? 0 : (traits[text.charCodeAt(start + i - 1)] ?? 0);
    if ((bits & trait.syllable) !== 0 && (before & trait.syllable) === 0)
      soundingAt(text, start, i, length, words, out);
    if ((bits & (trait.surname | trait.compound)) === 0) continue;
    const surname = surnameLength(text, start + i);
    if (surname === 0) continue;
    const rareSurname =
      surname === 2 ? compoundCost : Math.min(dearestSurname, model.surname(text.charCodeAt(start + i)));
    let cost = (front[i] ?? 0) + rareSurname;
    let rareGiven = 0;
    for (let last = i + surname; last < Math.min(length, i + surname + 2); last++) {
      const unit = text.charCodeAt(start + last);
      if (((traits[unit] ?? 0) & trait.neverGiven) !== 0) break;
      const given = model.given(unit);
      cost += given;
      rareGiven = Math.max(rareGiven, given);
      const gain = words - cost - (back[last + 1] ?? 0);
      if (gain < leastGain) continue;
      const at = start + i;
      const stop = start + last + 1;
      out.push(new NameCandidate(at, stop, text.slice(at, stop), surname, gain, rareSurname, rareGiven));
    }
  }
}

/** Names of two to six syllables that begin at a place of a run; no longer one where what is left of the syllables goes on. */
function soundingAt(
  text: string,
  start: number,
  at: number,
  length: number,
  words: number,
  out: NameCandidate[],
): void {
  const { traits } = nameWords();
  for (let n = 1; n <= mostSyllables && at + n <= length; n++) {
    if (((traits[text.charCodeAt(start + at + n - 1)] ?? 0) & trait.syllable) === 0) break;
    const gain = words - (front[at] ?? 0) - n * syllableCost - (back[at + n] ?? 0);
    if (n < 2 || gain < leastGain) continue;
    const from = start + at;
    out.push(new NameCandidate(from, from + n, text.slice(from, from + n), 0, gain, 0, 0));
  }
}

/** False where no characters of a run are worth more as a name than as words of their own: most runs, and no word is asked for. */
function mayHold(text: string, start: number, end: number, model: CharacterModel): boolean {
  const { traits } = nameWords();
  for (let i = start; i < end - 1; i++) {
    const bits = traits[text.charCodeAt(i)] ?? 0;
    if ((bits & trait.compound) !== 0) return true;
    if ((bits & trait.syllable) !== 0 && ((traits[text.charCodeAt(i + 1)] ?? 0) & trait.syllable) !== 0) {
      const pair = worth(text.charCodeAt(i), model) + worth(text.charCodeAt(i + 1), model) - 2 * syllableCost;
      if (pair >= leastGain) return true;
    }
    if ((bits & trait.surname) === 0) continue;
    const first = worth(text.charCodeAt(i), model) - Math.min(dearestSurname, model.surname(text.charCodeAt(i)));
    const second = worth(text.charCodeAt(i + 1), model) - model.given(text.charCodeAt(i + 1));
    if (first + second >= leastGain) return true;
    if (i + 2 >= end) continue;
    const third = worth(text.charCodeAt(i + 2), model) - model.given(text.charCodeAt(i + 2));
    if (first + second + third >= leastGain) return true;
  }
  return false;
}

/** The sums of a cut are rounded; a bound is given this much more. */
const rounding = 1e-6;

/**
 * False where no stretch of a run can gain enough even between its dearest neighbours: a name gains at most what its own
 * characters cost as words, whole words among them. Asks for the words of those stretches alone, which {@link cut} asks for
 * the run.
 */
function holdsGain(text: string, start: number, end: number, model: CharacterModel): boolean {
  const { traits } = nameWords();
  const least = leastGain - rounding;
  for (let i = start; i < end - 1; i++) {
    const unit = text.charCodeAt(i);
    const bits = traits[unit] ?? 0;
    if ((bits & trait.syllable) !== 0) {
      let sum = 0;
      for (let n = 1; n <= mostSyllables && i + n <= end; n++) {
        const next = text.charCodeAt(i + n - 1);
        if (((traits[next] ?? 0) & trait.syllable) === 0) break;
        sum += worth(next, model) - syllableCost;
        if (n > 1 && sum >= least) return true;
      }
    }
    if ((bits & (trait.surname | trait.compound)) === 0) continue;
    if ((bits & trait.compound) !== 0 && surnameLength(text, i) === 2) return true;
    if ((bits & trait.surname) === 0) continue;
    const second = text.charCodeAt(i + 1);
    if (((traits[second] ?? 0) & trait.neverGiven) !== 0) continue;
    const a = worth(unit, model);
    const b = worth(second, model);
    const name = Math.min(dearestSurname, model.surname(unit)) + model.given(second);
    const third = i + 2 < end ? text.charCodeAt(i + 2) : 0;
    const longer = third !== 0 && ((traits[third] ?? 0) & trait.neverGiven) === 0;
    const c = longer ? worth(third, model) : 0;
    const given = longer ? model.given(third) : 0;
    if (a + b - name < least && (!longer || a + b + c - name - given < least)) continue;
    const ids = model.id(unit) * 8192 + model.id(second);
    const front = model.id(unit) === 0 || model.id(second) === 0 ? Number.POSITIVE_INFINITY : model.cost(0, ids);
    const two = Math.min(a + b, front);
    if (two - name >= least || (longer && two + c - name - given >= least)) return true;
  }
  return false;
}

/** Cost of a character as a word of its own. */
function worth(unit: number, model: CharacterModel): number {
  const single = model.single(unit);
  return Math.min(unknownCost, single + Math.max(0, single - aloneFrom));
}

/** The cheapest cut into words up to every place of a run (`front`) and from every place on (`back`). */
function cut(text: string, start: number, length: number, model: CharacterModel): void {
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(start + i);
    ids[i] = model.id(unit);
    alone[i] = worth(unit, model);
  }
  // The costs of the words of two, three and four characters that begin at a place.
  for (let i = 0; i < length; i++) {
    const a = ids[i] ?? 0;
    const b = i + 1 < length ? (ids[i + 1] ?? 0) : 0;
    const c = i + 2 < length ? (ids[i + 2] ?? 0) : 0;
    const d = i + 3 < length ? (ids[i + 3] ?? 0) : 0;
    const none = Number.POSITIVE_INFINITY;
    two[i] = three[i] = four[i] = none;
    if (a === 0 || b === 0) continue;
    two[i] = model.cost(0, a * 8192 + b);
    if (c === 0 || !model.begins(0, a * 8192 + b)) continue;
    three[i] = model.cost(a, b * 8192 + c);
    if (d === 0 || !model.begins(a, b * 8192 + c)) continue;
    four[i] = model.cost(a * 8192 + b, c * 8192 + d);
  }
  front[0] = 0;
  for (let i = 1; i <= length; i++) {
    let best = (front[i - 1] ?? 0) + (alone[i - 1] ?? 0);
    if (i > 1) best = Math.min(best, (front[i - 2] ?? 0) + (two[i - 2] ?? 0));
    if (i > 2) best = Math.min(best, (front[i - 3] ?? 0) + (three[i - 3] ?? 0));
    if (i > 3) best = Math.min(best, (front[i - 4] ?? 0) + (four[i - 4] ?? 0));
    front[i] = best;
  }
  back[length] = 0;
  for (let i = length - 1; i >= 0; i--) {
    let best = (alone[i] ?? 0) + (back[i + 1] ?? 0);
    if (i + 2 <= length) best = Math.min(best, (two[i] ?? 0) + (back[i + 2] ?? 0));
    if (i + 3 <= length) best = Math.min(best, (three[i] ?? 0) + (back[i + 3] ?? 0));
    if (i + 4 <= length) best = Math.min(best, (four[i] ?? 0) + (back[i + 4] ?? 0));
    back[i] = best;
  }
}
