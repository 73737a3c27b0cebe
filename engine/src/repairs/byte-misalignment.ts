import { characterModel } from "../character-model.js";
import { documentWords } from "../document-words.js";
import { pageStyle } from "../page-style.js";
import type { PageSearch, ReadingStep } from "../reading-step.js";
import { isReading, pinyinLetters } from "../readings.js";
import type { TextEdit, TextRepair } from "../repair-step.js";
import { farthest, ShiftSearch } from "../shift-search.js";
import { scriptTable } from "../simplified-characters.js";
import { isHan } from "../word-lattice.js";

/** A `?` directly before a mark or before the rest of a gloss: what a fault leaves. */
const trace = new RegExp(`\\?(?=[,，!！?？;；:：。]|${pinyinLetters}\\s?[)）])`, "gu");
const glossed = new RegExp(`(\\p{Script=Han})[(（](${pinyinLetters})\\s?[)）]`, "gu");

/** Characters before a fault that say how a quote stands and which words go on. */
const leftContext = 200;
/** Characters that cost more are hardly met in running text. */
const rare = 12.6;
/** More traces than this beside the share `most` of the text are no faults. */
const fewest = 20;
const most = 0.04;

/**
 * GBK bytes that were paired wrongly after a mark was cut or a gloss put in inside a character: 發展?;㈤T for 發展。虎門.
 * Restores the bytes that survived, chooses the lost ones by the character model, and leaves a text alone in which
 * not repairing is the likelier reading.
 */
export const byteMisalignment: TextRepair = {
  id: "byte-misalignment",
  family: "bytes",
  find(text) {
    const marked = text.includes("?") ? [...text.matchAll(trace)].map((match) => match.index) : [];
    // Some sites drop the lone byte without a trace: only strange characters behind a mark tell.
    const traces = marked.length > 0 ? marked : strangeMarks(text);
    // Faults are rare; a text that is full of question marks is something else.
    if (traces.length === 0 || traces.length > fewest + text.length * most) return { edits: [] };
    const page = searchFor(text, traces, marked.length === 0);
    const edits: TextEdit[] = [];
    let count = 0;
    let done = 0;
    for (const at of traces) {
      if (at < done) continue;
      // The part of the line that a search can reach, so that a long line costs no more than a short one.
      const before = text.slice(Math.max(done, at - leftContext), at);
      const lineStart = at - before.length + before.lastIndexOf("\n") + 1;
      const behind = text.slice(at, at + farthest * 2);
      const nextBreak = behind.indexOf("\n");
      const line = text.slice(lineStart, nextBreak < 0 ? at + behind.length : at + nextBreak);
      const left = text.slice(lineStart, at).replace(glossed, "$1");
      const { steps, end } = new ShiftSearch(page, line, lineStart + line.length === text.length).run(
        at - lineStart,
        left,
      );
      const found = editsOf(steps, lineStart, text);
      edits.push(...found.edits);
      count += found.faults;
      done = lineStart + end;
    }
    return { edits, count };
  },
};

/** Marks behind which at least two of four characters are such as no running text has. */
function strangeMarks(text: string): readonly number[] {
  const found: number[] = [];
  const model = characterModel();
  const { simplified, script } = scriptTable();
  let wrongScript: number | undefined;
  for (let mark = 0; mark < text.length; mark++) {
    if (cuttingMarks[text.charCodeAt(mark)] !== 1) continue;
    let odd = 0;
    let inSimplified = 0;
    let inTraditional = 0;
    for (let at = mark + 1; at < mark + 5; at++) {
      const unit = text.charCodeAt(at);
      if (isHan(unit)) {
        if (model.single(simplified[unit] ?? unit) > rare) odd++;
        else if (script[unit] === 1) inTraditional++;
        else if (script[unit] === 2) inSimplified++;
      } else if ((unit >= 0x2160 && unit < 0x2600) || (unit >= 0x3040 && unit < 0x3400)) odd++;
    }
    if (
      odd < 2 &&
      odd + Math.max(inSimplified, inTraditional) >= 2 &&
      Math.min(inSimplified, inTraditional) + odd > 0
    ) {
      wrongScript ??= pageStyle(text).traditional ? 2 : 1;
      odd += wrongScript === 2 ? inSimplified : inTraditional;
    }
    if (odd >= 2) found.push(mark);
  }
  return found;
}

const cuttingMarks = new Uint8Array(0x10000);
for (const mark of ",，!！?？;；。") cuttingMarks[mark.charCodeAt(0)] = 1;

function searchFor(text: string, traces: readonly number[], dropsLoneBytes: boolean): PageSearch {
  const scripts = scriptTable();
  const model = characterModel();
  const keys = new Set<string>();
  for (const match of text.matchAll(glossed)) if (isReading(match[1] ?? "", match[2] ?? "")) keys.add(match[1] ?? "");
  return {
    style: pageStyle(text),
    scripts,
    words: { model, own: documentWords(text, traces, scripts.simplified, model) },
    glossed: keys,
    dropsLoneBytes,
  };
}

/** The steps that changed something, each as an edit of its own, so that every character keeps its place. */
function editsOf(
  steps: readonly ReadingStep[],
  lineStart: number,
  text: string,
): { edits: TextEdit[]; faults: number } {
  const edits: TextEdit[] = [];
  let faults = 0;
  for (const step of steps) {
    const start = lineStart + step.from;
    const end = lineStart + step.to;
    if (step.begins) faults++;
    if (text.slice(start, end) === step.text) continue;
    edits.push({
      start,
      end,
      text: step.text,
      ...(step.guessed ? { guessed: [...step.text].map((_, index) => index) } : {}),
    });
  }
  return { edits, faults };
}
