import { markCode } from "../shifts/cutting-marks.js";
import { DocumentWords } from "../shifts/document-words.js";
import { GlossedKeys } from "../shifts/glossed-keys.js";
import { glossEnd, glossesIn } from "../shifts/glosses.js";
import { pageStyle } from "../shifts/page-style.js";
import type { PageSearch, ReadingStep } from "../shifts/reading-step.js";
import { repairModel } from "../shifts/repair-model.js";
import { farthest, ShiftSearch } from "../shifts/shift-search.js";
import { Lattices } from "../shifts/word-lattice.js";
import type { TextEdit, TextRepair } from "../text/repair-step.js";
import { scriptTable } from "../text/simplified-characters.js";
import type { TextInWork } from "../text/text-in-work.js";
import { isOdd, sign } from "../text/text-signs.js";

/** Characters before a fault that say how a quote stands and which words go on. */
const leftContext = 200;
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
  signs: sign.questionMark | sign.oddCharacter | sign.bothScripts,
  find(work, signs) {
    const { text } = work;
    const marked = (signs & sign.questionMark) === 0 ? [] : tracesIn(text);
    // Some sites drop the lone byte without a trace: only strange characters behind a mark tell.
    const traces = marked.length > 0 ? marked : strangeMarks(work, signs);
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
      const left = withoutGlosses(text.slice(lineStart, at));
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

/** Every `?` directly before a mark or before the rest of a gloss: what a fault leaves. */
function tracesIn(text: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf("?"); at >= 0; at = text.indexOf("?", at + 1))
    if (markCode(text.charCodeAt(at + 1)) !== 0 || glossEnd(text, at + 1) > 0) found.push(at);
  return found;
}

/** A line as it was before its characters got glosses. */
function withoutGlosses(line: string): string {
  let out = "";
  let from = 0;
  for (const { start, end } of glossesIn(line)) {
    out += line.slice(from, start);
    from = end;
  }
  return out + line.slice(from);
}

/** Marks behind which at least two of four characters are such as no running text of this page has. */
function strangeMarks({ text, units, size }: TextInWork, signs: number): readonly number[] {
  const strange = strangeCharacters((signs & sign.bothScripts) === 0 ? 0 : (signs & sign.traditional) === 0 ? 1 : 2);
  const found: number[] = [];
  let judged = -1;
  for (let at = 1; at < size; at++) {
    if (strange[units[at] ?? 0] !== 1) continue;
    for (let mark = Math.max(judged + 1, at - 4); mark < at; mark++) {
      if (cuttingMarks[text.charCodeAt(mark)] !== 1) continue;
      judged = mark;
      let count = 0;
      for (let behind = mark + 1; behind < mark + 5; behind++) if (strange[text.charCodeAt(behind)] === 1) count++;
      if (count >= 2 && readsUnlikely(text, mark)) found.push(mark);
    }
  }
  return found;
}

/** 1 for the characters of a script ({@link scriptTable}) and for those that hardly any text has. */
function strangeCharacters(wrong: number): Uint8Array {
  let table = strangeIn.get(wrong);
  if (table === undefined) {
    table = scriptTable().script.map((kind, unit) => ((wrong !== 0 && kind === wrong) || isOdd(unit) ? 1 : 0));
    strangeIn.set(wrong, table);
  }
  return table;
}

const strangeIn = new Map<number, Uint8Array>();

/** Shifted characters cost some 15 each, rare words and names of running text rarely more than this. */
const unlikely = 10;
const lookedAt = 8;
/** A rare name between two marks is no more than that. */
const tooFew = 4;

/** Whether the characters behind a mark, up to the next one, make no words: 栩栩如生 is rare and a word. */
function readsUnlikely(text: string, mark: number): boolean {
  lattices ??= new Lattices({ model: repairModel(), own: null });
  const { simplified } = scriptTable();
  lattices.clear(0);
  lattices.append(0, text.charCodeAt(mark));
  const from = lattices.cost(0);
  let count = 0;
  for (let at = mark + 1; at <= mark + lookedAt && at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || cuttingMarks[unit] === 1) break;
    lattices.append(0, simplified[unit] ?? unit);
    count++;
  }
  return count >= tooFew && lattices.cost(0) - from > unlikely * count;
}

let lattices: Lattices | undefined;

const cuttingMarks = new Uint8Array(0x10000);
for (const mark of ",，!！?？;；。") cuttingMarks[mark.charCodeAt(0)] = 1;

function searchFor(text: string, traces: readonly number[], dropsLoneBytes: boolean): PageSearch {
  const scripts = scriptTable();
  const model = repairModel();
  return {
    style: pageStyle(text),
    scripts,
    words: { model, own: new DocumentWords(text, traces, scripts.simplified, model) },
    keys: new GlossedKeys(text),
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
