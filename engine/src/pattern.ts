import { madeAhead, prepared } from "./prepared.js";
import { triggerGrams } from "./trigger-grams.js";
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
    this.regex.lastIndex = 0;
    return this.regex.test(stretch.text);
  }

  /** As `regex.exec(stretch.text)` from its beginning: the first match. */
  exec(stretch: Stretch): RegExpExecArray | null {
    if (!this.mayOccur(stretch.document, stretch.start, stretch.start + stretch.text.length)) return null;
    this.regex.lastIndex = 0;
    return this.regex.exec(stretch.text);
  }

  /** As `[...stretch.text.matchAll(regex)]`: the expression must be global. */
  matches(stretch: Stretch): readonly RegExpExecArray[] {
    if (!this.mayOccur(stretch.document, stretch.start, stretch.start + stretch.text.length)) return none;
    return matchesOf(this.regex, stretch.text);
  }
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
let first: string | null = null;
let scan: { readonly patterns: number; readonly triggers: TriggerScan } | null = null;

/** Patterns that are declared later than a table was made have a table of their own time. */
function scanOf(patterns: readonly Pattern[]) {
  const columns = prepared(`triggers-${patterns.length}`, () =>
    triggerColumns(patterns.map(({ regex }) => triggerGrams(regex))),
  );
  return { patterns: patterns.length, triggers: new TriggerScan(columns) };
}
