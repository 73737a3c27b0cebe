import { madeAhead, prepared } from "./prepared.js";
import { firstCharacters, lookingFirst, membersOf, triggerGrams } from "./trigger-grams.js";
import { TriggerScan, triggerColumns } from "./trigger-scan.js";

/** A stretch of a document's text from `start` on, taken by itself; parts of it may be blanked with □. */
export interface Stretch {
  readonly document: string;
  readonly start: number;
  readonly text: string;
}

/**
 * A regular expression that is asked about stretches of a document. Its triggers (`trigger-grams.ts`) are found for all
 * patterns in one pass over the document, so that a stretch without one costs a look at a table and no match. Declare it
 * once, at the top of a module: `const GIVEN = new Pattern(/捐赠|捐款/g)`. Flags `g` and `u` as for the expression itself.
 */
export class Pattern {
  readonly #id: number;
  #asked = 0;
  #quick: RegExp | null = null;

  constructor(readonly regex: RegExp) {
    this.#id = declared.push(this) - 1;
  }

  /** False: the expression matches nothing in that stretch of the document. True: it may. */
  mayOccur(document: string, start: number, end: number): boolean {
    if (scan === null || scan.patterns !== declared.length) {
      // One short document, as a command line asks about, is read sooner without the table of all triggers.
      first ??= document;
      if (!madeAhead && document === first && document.length < SHORT) return true;
      scan = scanOf(declared);
    }
    return scan.triggers.within(this.#id, document, start, end);
  }

  /** As `regex.test(stretch.text)` from its beginning. */
  test(stretch: Stretch): boolean {
    if (!this.mayOccur(stretch.document, stretch.start, stretch.start + stretch.text.length)) return false;
    const regex = this.#expression();
    regex.lastIndex = 0;
    return regex.test(stretch.text);
  }

  /** As `regex.exec(stretch.text)` from its beginning: the first match. */
  exec(stretch: Stretch): RegExpExecArray | null {
    if (!this.mayOccur(stretch.document, stretch.start, stretch.start + stretch.text.length)) return null;
    const regex = this.#expression();
    regex.lastIndex = 0;
    return regex.exec(stretch.text);
  }

  /** As `[...stretch.text.matchAll(regex)]`: the expression must be global. */
  matches(stretch: Stretch): readonly RegExpExecArray[] {
    if (!this.mayOccur(stretch.document, stretch.start, stretch.start + stretch.text.length)) return none;
    return matchesOf(this.#expression(), stretch.text);
  }

  /** The expression; where it is asked often, one that matches the same and looks at the first character first. */
  #expression(): RegExp {
    if (this.#quick !== null) return this.#quick;
    if (++this.#asked > OFTEN) this.#quick = guarded(this.regex);
    return this.regex;
  }
}

/**
 * The same expression behind a look at the first character of a match, where alternatives begin with a look back: those
 * are tried at every place of a text, one by one (0.4 to 1 µs a character, 0.01 to 0.03 behind the look); and each of those
 * behind a look at its own. Every other expression has that look from V8, and cheaper.
 */
function guarded(regex: RegExp): RegExp {
  if (regex.ignoreCase || !/(?:^|[|(])\(\?<=/.test(regex.source)) return regex;
  const first = firstCharacters(regex);
  const each = lookingFirst(regex);
  return new RegExp(first === null ? each : `(?=[${membersOf(first)}])(?:${each})`, regex.flags);
}

/**
 * `[...text.matchAll(regex)]` without the copy of the expression that it makes at each call. The expression must be
 * global.
 */
export function matchesOf(regex: RegExp, text: string): readonly RegExpExecArray[] {
  regex.lastIndex = 0;
  let match = regex.exec(text);
  if (match === null) return none;
  const out: RegExpExecArray[] = [];
  while (match !== null) {
    out.push(match);
    if (match[0] === "") regex.lastIndex += regex.unicode && (text.codePointAt(regex.lastIndex) ?? 0) > 0xffff ? 2 : 1;
    match = regex.exec(text);
  }
  return out;
}

const none: readonly RegExpExecArray[] = [];
const declared: Pattern[] = [];
/** Characters of a document that is read before the table is worth making. */
const SHORT = 1000;
/** Times that an expression is asked before its first characters are worth reading. */
const OFTEN = 64;
let first: string | null = null;
let scan: { readonly patterns: number; readonly triggers: TriggerScan } | null = null;

/** Patterns that are declared later than a table was made have a table of their own time. */
function scanOf(patterns: readonly Pattern[]) {
  const columns = prepared(`triggers-${patterns.length}`, () =>
    triggerColumns(patterns.map(({ regex }) => triggerGrams(regex))),
  );
  return { patterns: patterns.length, triggers: new TriggerScan(columns) };
}
