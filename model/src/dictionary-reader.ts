import type { CodeLabel } from "./record-definition.js";
import { squeezed } from "./tables/grid.js";
import { holdsIn, labelIn, spans } from "./yearly-labels.js";

/** What a word of a sheet is looked up by. Plain data: it goes to the thread that reads a long roll. */
export interface DictionaryPlace {
  /** By dictionary. */
  readonly codes: { readonly [dictionary: string]: readonly CodeLabel[] };
  /** The year of the file; a row that states its own goes before. */
  readonly year: number | null;
  /** Full paths of the parties whose rows they are: an alias of a place holds for what lies in it. */
  readonly places: readonly string[];
  /** What a person took a word for in this import, by `wordKey`. */
  readonly answers: { readonly [key: string]: string };
}

/**
 * How a word was understood: by its name in that year; by its name in another year; through the code that goes on in its place;
 * as what a place calls it; as a person said; as what it begins with or holds; not at all.
 */
export type WordReading = "name" | "other_year" | "successor" | "alias" | "answer" | "near" | "unknown";

/** A word of the dictionary as a file prints it, and what it was taken for. */
export interface ReadWord {
  readonly dictionary: string;
  readonly text: string;
  readonly year: number | null;
  readonly code: string | null;
  readonly how: WordReading;
  /** How many cells say it. */
  readonly count: number;
  /** Where it stands first; rows and columns count from 0. */
  readonly sheet: string;
  readonly place: { readonly row: number; readonly column: number } | null;
}

/** Where a word stands, and what a form knows of it. */
export interface WordAt {
  readonly year?: number | null;
  /** Of a row that is another pair's than the file's. */
  readonly places?: readonly string[];
  readonly sheet: string;
  readonly place: { readonly row: number; readonly column: number } | null;
  /** The code that the form's own rules see in the text. */
  readonly near?: (text: string) => string | null;
}

/** The name under which a person's answer about a word is kept. */
export function wordKey(dictionary: string, text: string): string {
  return `dictionary:${dictionary}:${squeezed(text)}`;
}

/** A column that was taken for another holds a new word in every row: so many are told, and so many remembered. */
const MOST_WORDS = 200;
const MOST_KNOWN = 10_000;

/**
 * Reads the words of a file in terms of the dictionaries, and remembers every one that is not simply the name of its year, so
 * that a preview says which word was taken for what.
 */
export class DictionaryReader {
  readonly #place: DictionaryPlace;
  readonly #words = new Map<string, { -readonly [key in keyof ReadWord]: ReadWord[key] }>();
  readonly #known = new Map<string, Pick<ReadWord, "code" | "how">>();

  constructor(place: DictionaryPlace) {
    this.#place = place;
  }

  /** The code of a text; null where nothing stands or it is not known. */
  read(dictionary: string, text: string | null, at: WordAt): string | null {
    const plain = squeezed(text ?? "");
    if (text === null || plain === "") return null;
    const year = at.year ?? this.#place.year;
    const places = at.places ?? this.#place.places;
    const where = at.places === undefined ? "" : at.places.join("\n");
    const key = `${dictionary} ${year ?? ""} ${where} ${plain}`;
    const known = this.#known.get(key) ?? this.#understood(dictionary, plain, { year, places }, at.near);
    if (this.#known.size < MOST_KNOWN) this.#known.set(key, known);
    if (known.how !== "name") {
      const word = this.#words.get(key);
      if (word !== undefined) word.count += 1;
      else if (this.#words.size < MOST_WORDS) {
        const { sheet, place } = at;
        this.#words.set(key, { ...known, dictionary, text: text.trim(), year, count: 1, sheet, place });
      }
    }
    return known.code;
  }

  /** Words that are not simply the names of their year, unknown ones first. */
  words(): readonly ReadWord[] {
    const all = [...this.#words.values()];
    return [...all.filter(({ code }) => code === null), ...all.filter(({ code }) => code !== null)];
  }

  #understood(
    dictionary: string,
    plain: string,
    where: { readonly year: number | null; readonly places: readonly string[] },
    near: WordAt["near"],
  ): Pick<ReadWord, "code" | "how"> {
    const { codes, answers } = this.#place;
    const known = codes[dictionary] ?? [];
    const exact = understandWord(known, plain, where);
    if (exact !== null) return exact;
    const answer = answers[wordKey(dictionary, plain)];
    if (answer !== undefined && known.some(({ code }) => code === answer)) return { code: answer, how: "answer" };
    return nearWord(known, near?.(plain) ?? null, plain) ?? { code: null, how: "unknown" };
  }
}

/**
 * What a text names exactly, in this year and at these places. A name of another year means the same code while that holds, else
 * the one that goes on in its place. An alias of a smaller place goes before one of a larger.
 */
export function understandWord(
  codes: readonly CodeLabel[],
  text: string,
  { year, places }: { readonly year: number | null; readonly places: readonly string[] },
): Pick<ReadWord, "code" | "how"> | null {
  const wanted = fold(text);
  const names = (one: { readonly zh: string; readonly en: string }) =>
    fold(one.zh) === wanted || fold(one.en) === wanted;
  const now = codes.find((label) => holdsIn(label, year) && names(labelIn(label, year)));
  if (now !== undefined) return { code: now.code, how: "name" };
  const other = codes.find((label) => label.code === text || names(label) || (label.years ?? []).some(names));
  if (other !== undefined) {
    if (other.code === text) return { code: other.code, how: "name" };
    if (holdsIn(other, year)) return { code: other.code, how: "other_year" };
    const next = goingOn(codes, other, year);
    return { code: next.code, how: next === other ? "other_year" : "successor" };
  }
  const [alias] = codes
    .flatMap((label) => aliasesAt(label, { year, places }).map((alias) => ({ code: label.code, ...alias })))
    .filter(({ text: other }) => fold(other) === wanted)
    .sort((a, b) => (b.place?.length ?? 0) - (a.place?.length ?? 0));
  return alias === undefined ? null : { code: alias.code, how: "alias" };
}

/** What a code is called in a year at these places (full paths): an alias of a place holds for what lies in it. */
export function aliasesAt(
  { aliases = [] }: CodeLabel,
  { year, places }: { readonly year: number | null; readonly places: readonly string[] },
): NonNullable<CodeLabel["aliases"]> {
  return aliases
    .filter((alias) => year === null || spans(alias, year))
    .filter(({ place }) => place === null || places.some((path) => path.startsWith(place)));
}

/** The code that holds in the year in the place of one that does not: after it by `successor`, before it by the one it follows. */
function goingOn(codes: readonly CodeLabel[], from: CodeLabel, year: number | null): CodeLabel {
  const seen = new Set<string>();
  for (let label: CodeLabel | undefined = from; label !== undefined && !seen.has(label.code); ) {
    if (holdsIn(label, year)) return label;
    seen.add(label.code);
    const { successor }: CodeLabel = label;
    label = codes.find(({ code }) => code === successor);
  }
  const before = codes.filter((label) => label.successor === from.code && holdsIn(label, year));
  return before.length === 1 ? (before[0] ?? from) : from;
}

/** What the form's own rules see, else the one name that the text begins with or that begins with it. */
function nearWord(
  codes: readonly CodeLabel[],
  seen: string | null,
  text: string,
): Pick<ReadWord, "code" | "how"> | null {
  if (seen !== null && codes.some(({ code }) => code === seen)) return { code: seen, how: "near" };
  const touching = codes.filter(({ zh, years = [] }) =>
    [zh, ...years.map((span) => span.zh)].map(fold).some((name) => text.startsWith(name) || name.startsWith(text)),
  );
  const [only] = touching;
  return only === undefined || touching.length > 1 ? null : { code: only.code, how: "near" };
}

function fold(text: string): string {
  return squeezed(text).normalize("NFKC").toLowerCase();
}
