import { isHan } from "../patterns/plain-character.js";
import type { ScriptTable } from "../text/simplified-characters.js";
import type { GlossedKeys } from "./glossed-keys.js";
import type { PageStyle } from "./page-style.js";
import type { Words } from "./word-lattice.js";

/** One step of a reading: characters [from, to) of the line were read as `text`. */
export interface ReadingStep {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The bytes left a choice, so the model chose. */
  readonly guessed: boolean;
  /** The step begins a fault. */
  readonly begins: boolean;
}

/** What all lines of one page share. */
export interface PageSearch {
  readonly style: PageStyle;
  readonly scripts: ScriptTable;
  readonly words: Words;
  readonly keys: GlossedKeys;
  /** The page drops a lone byte without a trace, so that a fault may begin at any mark. */
  readonly dropsLoneBytes: boolean;
}

/** A known word that costs more than this is as rare as a word that comes about by chance. */
const common = 13;
/** A restored character that costs more by itself is a rare name, or the trace of a wrong reading. */
const rare = 12;

/** Marks as guessed the restored characters that running text hardly has: on a page that shows all its bytes too. */
export function rareDoubted(
  steps: readonly ReadingStep[],
  line: string,
  { scripts, words }: Pick<PageSearch, "scripts" | "words">,
): readonly ReadingStep[] {
  return steps.map((step) => {
    if (step.guessed || !changes(step, line)) return step;
    const unit = step.text.charCodeAt(0);
    const odd = isHan(unit) && words.model.single(scripts.simplified[unit] ?? unit) > rare;
    return odd ? { ...step, guessed: true } : step;
  });
}

/**
 * Marks as guessed the restored characters of a page that was stripped, but for those that cannot well be something
 * else: a pair of bytes may be missing between any two characters shown (every seventh character of Simplified text has
 * such a second byte), and then two characters were lost where one is read. Certain stay the characters of a known word
 * of three or four characters that was read without a guess.
 */
export function doubted(
  steps: readonly ReadingStep[],
  left: string,
  line: string,
  page: Pick<PageSearch, "scripts" | "words">,
): readonly ReadingStep[] {
  if (!steps.some((step) => !step.guessed && changes(step, line))) return steps;
  const before = left.slice(-3);
  let whole = before;
  let open = "?".repeat(before.length);
  for (const step of steps) {
    whole += step.text;
    const kind = step.guessed ? "?" : changes(step, line) ? "1" : "=";
    open += kind.repeat(step.text.length);
  }
  const sure = inKnownWords(whole, open, page);
  let at = before.length;
  return steps.map((step) => {
    const place = at;
    at += step.text.length;
    if (step.guessed || !changes(step, line)) return step;
    for (let i = place; i < at; i++) if (sure[i] !== 1) return { ...step, guessed: true };
    return step;
  });
}

/** Whether a step reads anything else than what the line shows. */
function changes({ from, to, text }: ReadingStep, line: string): boolean {
  return to - from !== text.length || !line.startsWith(text, from);
}

/** 1 for the characters of such words of the general model, none of them guessed. */
function inKnownWords(
  text: string,
  open: string,
  { scripts, words }: Pick<PageSearch, "scripts" | "words">,
): Uint8Array {
  const sure = new Uint8Array(text.length);
  const { model } = words;
  const tree = model.words;
  const id = (at: number) => {
    const unit = text.charCodeAt(at);
    return isHan(unit) ? model.id(scripts.simplified[unit] ?? unit) : 0;
  };
  for (let start = 0; start + 2 < text.length; start++) {
    const [a, b, c, d] = [id(start), id(start + 1), id(start + 2), id(start + 3)];
    if (a === 0 || b === 0 || c === 0) continue;
    const two = tree.behind(a, b);
    if (tree.cost(two, c) < common && proves(open.slice(start, start + 3))) sure.fill(1, start, start + 3);
    const four = open.slice(start, start + 4);
    if (d === undefined || d === 0 || !proves(four)) continue;
    if (tree.cost(tree.behind(two, c), d) < common) sure.fill(1, start, start + 4);
  }
  return sure;
}

/** Whether a word of these kinds of characters proves its restored ones: none guessed, and more than one restored. */
function proves(kinds: string): boolean {
  return !kinds.includes("?") && kinds.indexOf("1") < kinds.lastIndexOf("1");
}
