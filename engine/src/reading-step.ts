import type { PageStyle } from "./page-style.js";
import type { ScriptTable } from "./simplified-characters.js";
import { isHan, type Words } from "./word-lattice.js";

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
  /** Characters that the page glosses elsewhere: the same key is expected again. */
  readonly glossed: ReadonlySet<string>;
  /** The page drops a lone byte without a trace, so that a fault may begin at any mark. */
  readonly dropsLoneBytes: boolean;
}

/** A character that costs more hardly stands alone as a word. */
const doubtful = 7.5;

/** Marks as guessed the restored characters that make no word with their neighbours: one of them may stand for two. */
export function doubted(
  steps: readonly ReadingStep[],
  left: string,
  line: string,
  page: Pick<PageSearch, "scripts" | "words">,
): readonly ReadingStep[] {
  const before = left.slice(-3);
  const whole = before + steps.map((step) => step.text).join("");
  let at = before.length;
  return steps.map((step) => {
    const place = at;
    at += step.text.length;
    if (step.guessed || step.text.length !== 1 || step.text === line.slice(step.from, step.to)) return step;
    return makesWord(whole, place, page) ? step : { ...step, guessed: true };
  });
}

function makesWord(text: string, place: number, { scripts, words }: Pick<PageSearch, "scripts" | "words">): boolean {
  const { simplified } = scripts;
  const { model, own } = words;
  const unit = simplified[text.charCodeAt(place)] ?? 0;
  if (!isHan(unit) || model.single(unit) < doubtful) return true;
  for (let start = Math.max(0, place - 3); start <= place; start++) {
    let key = 0;
    for (let end = start; end < Math.min(text.length, start + 4); end++) {
      key = model.add(key, simplified[text.charCodeAt(end)] ?? 0);
      if (end > start && end >= place && Math.min(model.cost(key), own(key)) < Number.POSITIVE_INFINITY) return true;
    }
  }
  return false;
}
