import { lexicon } from "../lexicon.js";
import { tableData } from "../tables.gen.js";
import { TextInWork } from "./text-in-work.js";
import { roomForUnits, textOfUnits } from "./text-units.js";

/**
 * Traditional → Simplified by phrase, in one pass, with the forms of Taiwan, Hong Kong and Japan in the same table
 * (data/script-forms.txt: OpenCC's dictionaries; lexicons/character-variants.tsv and script-phrases.tsv: what they lack).
 */
interface Forms {
  /** The Simplified form by code unit, 0 where it stays; only where both are one code unit. */
  readonly single: Uint16Array;
  /** 1 where a character has another form, 2 where a phrase may begin with it, 4 the first half of a pair, 8 {@link special}. */
  readonly kind: Uint8Array;
  /** 1 at the hash of the two code units that a phrase begins with: most places are passed by it alone. */
  readonly pairs: Uint8Array;
  /** Phrases by their first two code units, longest first. */
  readonly phrases: ReadonlyMap<number, readonly Phrase[]>;
  /** Characters that only Simplified text is written with. */
  readonly simplifiedOnly: string;
  /** Forms of which one is not a single code unit. */
  readonly wide: ReadonlyMap<string, string>;
}

interface Phrase {
  readonly from: string;
  readonly to: string;
}

/** A converted text; `irregular` are the replacements that change the length, which `text` does not have yet. */
export interface Converted {
  readonly text: string;
  /** How many code units of `text` differ from the text given. */
  readonly changed: number;
  readonly irregular: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

const differs = 1;
const beginsPhrase = 2;
const halfPair = 4;
/** More than its one form is to be asked for. */
const special = 8;

/** Characters that Simplified text holds in names and words of its own (通用规范汉字表): 毕昇, 乾县, 宫商角徵羽, 著名. */
const keptInSimplified = new Set([..."昇淩乾於徵藉瞭濛祇著"].map((char) => char.charCodeAt(0)));
const nothing: ReadonlySet<number> = new Set();

let made: Forms | undefined;

/** Unpacked at the first call (some 3 ms). */
function forms(): Forms {
  made ??= unpack();
  return made;
}

function unpack(): Forms {
  const single = new Uint16Array(0x10000);
  const kind = new Uint8Array(0x10000);
  const wide = new Map<string, string>();
  const phrases = new Map<number, Phrase[]>();
  const pairs = new Uint8Array(0x10000);
  kind.fill(halfPair, 0xd800, 0xdc00);
  const setSingle = (from: string, to: string) => {
    const unit = from.charCodeAt(0);
    if (from.length === 1 && to.length === 1) single[unit] = to.charCodeAt(0);
    else wide.set(from, to);
    if (from.length === 1) kind[unit] = (kind[unit] ?? 0) | differs;
  };
  const setPhrase = (from: string, to: string) => {
    const unit = from.charCodeAt(0);
    kind[unit] = (kind[unit] ?? 0) | beginsPhrase;
    const key = unit * 0x10000 + from.charCodeAt(1);
    pairs[pairOf(unit, from.charCodeAt(1))] = 1;
    const list = phrases.get(key);
    if (list === undefined) phrases.set(key, [{ from, to }]);
    else {
      const at = list.findIndex((other) => other.from.length < from.length);
      list.splice(at < 0 ? list.length : at, 0, { from, to });
    }
  };
  const [forms = "", simplifiedOnly = "", ...rows] = tableData["script-forms"]
    .replace(/^(?:#.*\n)+/, "")
    .trimEnd()
    .split("\n");
  const characters = [...forms];
  for (let at = 0; at + 1 < characters.length; at += 2) setSingle(characters[at] ?? "", characters[at + 1] ?? "");
  for (const row of lexicon("character-variants")) setSingle(row.variant, row.simplified);
  for (const row of lexicon("script-phrases")) setPhrase(row.traditional, row.simplified);
  for (const row of rows) {
    const tab = row.indexOf("\t");
    setPhrase(row.slice(0, tab), row.slice(tab + 1));
  }
  for (let unit = 0; unit < 0x10000; unit++)
    if (((kind[unit] ?? 0) & (beginsPhrase | halfPair)) !== 0 || (kind[unit] !== 0 && single[unit] === 0))
      kind[unit] = (kind[unit] ?? 0) | special;
  return { single, kind, pairs, phrases, simplifiedOnly, wide };
}

/** The Simplified form of a character by itself, by code units; itself where there is none or it is longer. */
export function simplifiedUnit(unit: number): number {
  const form = forms().single[unit] ?? 0;
  return form === 0 || unit === aspect ? unit : form;
}

/** Characters that only Simplified text is written with. */
export function simplifiedOnly(): string {
  return forms().simplifiedOnly;
}

/** 著: an aspect in Traditional text (看著 is 看着), a word in Simplified text (著名). */
const aspect = 0x8457;

/** Whether conversion may change a character, by its code unit. Simplified text keeps some that it would. */
export function isChangeable(unit: number): boolean {
  return ((forms().kind[unit] ?? 0) & (differs | halfPair)) !== 0 && !keptInSimplified.has(unit);
}

/**
 * Converts a text. In a text that is Simplified as a whole (`traditional` false) characters that Simplified text may hold
 * stay: 毕昇, 乾县, 著名.
 */
export function convertScript(work: TextInWork, traditional: boolean): Converted {
  const { single, kind, pairs, phrases, wide } = forms();
  const { units, size } = work;
  const out = roomForUnits(size);
  const kept = traditional ? nothing : keptInSimplified;
  const irregular: { start: number; end: number; text: string }[] = [];
  let changed = 0;
  for (let at = 0; at < size; ) {
    const unit = units[at] ?? 0;
    const bits = kind[unit] ?? 0;
    if ((bits & special) === 0) {
      // One form or none, and which of both no processor foresees.
      const form = bits === 0 || kept.has(unit) ? unit : (single[unit] ?? 0);
      out[at++] = form;
      changed += form === unit ? 0 : 1;
      continue;
    }
    if (kept.has(unit)) {
      out[at++] = unit;
      continue;
    }
    const may = (bits & beginsPhrase) !== 0 && at + 1 < size && pairs[pairOf(unit, units[at + 1] ?? 0)] === 1;
    const phrase = may ? phraseAt(phrases, work.text, at, unit) : undefined;
    if (phrase !== undefined) {
      const { from, to } = phrase;
      const same = from.length === to.length;
      for (let i = 0; i < from.length; i++) {
        const form = (same ? to : from).charCodeAt(i);
        out[at + i] = form;
        if (form !== from.charCodeAt(i)) changed++;
      }
      if (!same) irregular.push({ start: at, end: at + from.length, text: to });
      at += from.length;
      continue;
    }
    const form = single[unit] ?? 0;
    if (form !== 0) {
      out[at++] = form;
      if (form !== unit) changed++;
      continue;
    }
    const length = (bits & halfPair) === 0 ? 1 : 2;
    const to = wide.get(work.text.slice(at, at + length));
    if (to !== undefined && to.length === length)
      for (let i = 0; i < length; i++) {
        out[at + i] = to.charCodeAt(i);
        if (to.charCodeAt(i) !== units[at + i]) changed++;
      }
    else {
      for (let i = 0; i < length && at + i < size; i++) out[at + i] = units[at + i] ?? 0;
      if (to !== undefined) irregular.push({ start: at, end: at + length, text: to });
    }
    at += length;
  }
  return { text: textOfUnits(out, size), changed, irregular };
}

function pairOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e35) ^ second) & 0xffff;
}

function phraseAt(
  phrases: ReadonlyMap<number, readonly Phrase[]>,
  text: string,
  at: number,
  unit: number,
): Phrase | undefined {
  if (at + 1 >= text.length) return undefined;
  return phrases.get(unit * 0x10000 + text.charCodeAt(at + 1))?.find(({ from }) => text.startsWith(from, at));
}

/**
 * A Traditional text in Simplified characters, by phrase, with the forms of Taiwan, Hong Kong and Japan. Words stay as
 * they are (軟體 is 软体). The text as a whole is taken for Traditional; `repair` decides by itself whether it is.
 *
 *   toSimplified("著裝著作") // "着装著作"
 */
export function toSimplified(text: string): string {
  const { text: now, irregular } = convertScript(new TextInWork(text), true);
  let out = "";
  let at = 0;
  for (const { start, end, text: form } of [...irregular].sort((a, b) => a.start - b.start)) {
    out += now.slice(at, start) + form;
    at = end;
  }
  return out + now.slice(at);
}
