import type { RepairEdit } from "./extraction.js";
import type { Issue } from "./issue.js";
import { issue } from "./issue-codes.js";
import { repairs } from "./repairs/index.js";
import { type RepairedSpan, rawSpan, repairedSpan } from "./span.js";
import { type MapRange, PositionMap } from "./text/position-map.js";
import type { RepairFamily, TextEdit, TextRepair } from "./text/repair-step.js";
import { rewrittenStretches } from "./text/rewritten-stretches.js";
import { TextInWork } from "./text/text-in-work.js";
import { signsOf } from "./text/text-signs.js";
import { roomForUnits, textOfUnits } from "./text/text-units.js";

/** A repaired text with everything needed to walk back to the raw one. */
export interface Repaired {
  readonly raw: string;
  readonly text: string;
  readonly map: PositionMap;
  readonly edits: readonly RepairEdit[];
  readonly damage: readonly { readonly repair: string; readonly family: RepairFamily; readonly count: number }[];
  readonly issues: readonly Issue[];
}

/** A record of one edit while later repairs still move its place. */
interface Trail {
  readonly repair: TextRepair;
  readonly rawStart: number;
  readonly rawEnd: number;
  start: number;
  end: number;
  guessed: readonly { start: number; end: number }[];
}

const weight: Record<RepairFamily, number> = { bytes: 3, gloss: 2, normalising: 1, script: 0 };

/** One repair's work, kept so that its edits can be shown. */
interface Applied {
  readonly repair: TextRepair;
  readonly edits: readonly TextEdit[] | null;
  /** In place of edits, where every character that differs is one. With neither, the map's stretches were taken out. */
  readonly rewritten: string | null;
  readonly map: PositionMap;
}

/**
 * Runs the ordered list of repairs over a raw text. Each sees the text that the ones before it left; their maps are
 * composed, and every edit is kept for display with its place in both texts. Deterministic, never throws on any text.
 * A repair of whose signs the text has none is not asked; the edits are put together when they are first read.
 */
export function repair(raw: string, list: readonly TextRepair[] = repairs): Repaired {
  const work = new TextInWork(raw);
  let signs = signsOf(raw);
  let map = PositionMap.identity;
  const done: Applied[] = [];
  const damage: { repair: string; family: RepairFamily; count: number }[] = [];
  const issues: Issue[] = [];
  let guessed = 0;
  for (const step of list) {
    if ((signs & step.signs) === 0) continue;
    const found = step.find(work, signs);
    for (const issue of found.issues ?? []) issues.push(inRaw(issue, map));
    const { edits, rewritten, removed } = found;
    let count: number;
    if (rewritten !== undefined) {
      done.push({ repair: step, edits: null, rewritten, map: PositionMap.identity });
      count = found.count ?? differing(work.text, rewritten);
      work.become(rewritten);
    } else if (removed !== undefined) {
      const own = PositionMap.without(removed);
      done.push({ repair: step, edits: null, rewritten: null, map: own });
      count = found.count ?? removed.length / 2;
      work.remove(removed);
      map = map.followedBy(own);
    } else if (edits.length > 0) {
      const applied = apply(work.text, edits);
      done.push({ repair: step, edits, rewritten: null, map: applied.map });
      count = found.count ?? edits.length;
      for (const edit of edits) guessed += edit.guessed?.length ?? 0;
      work.become(applied.text);
      map = map.followedBy(applied.map);
    } else continue;
    damage.push({ repair: step.id, family: step.family, count });
    if (step.addsNoSign !== true) signs = signsOf(work.text);
  }
  if (guessed > 0) issues.push(issue("repair/guessed", null, { count: guessed }));
  return new RepairedText(raw, work.text, map, damage, issues, done);
}

/**
 * What {@link repair} returns. A class: an object literal with a getter gets a shape of its own each time, which lives,
 * with all texts that the getter sees, until a full collection of garbage.
 */
class RepairedText implements Repaired {
  declare readonly edits: readonly RepairEdit[];
  #shown: readonly RepairEdit[] | undefined;
  readonly #done: readonly Applied[];

  constructor(
    readonly raw: string,
    readonly text: string,
    readonly map: PositionMap,
    readonly damage: Repaired["damage"],
    readonly issues: readonly Issue[],
    done: readonly Applied[],
  ) {
    this.#done = done;
    Object.defineProperty(this, "edits", RepairedText.#edits);
  }

  /** A property of its own, which a copy for another thread has too. */
  static readonly #edits: PropertyDescriptor & ThisType<RepairedText> = {
    enumerable: true,
    get() {
      this.#shown ??= display(this.raw, this.text, trailsOf(this.raw, this.#done));
      return this.#shown;
    },
  };
}

/** How many characters of two texts of one length differ. */
function differing(was: string, now: string): number {
  let count = 0;
  for (let at = 0; at < was.length; at++) if (was.charCodeAt(at) !== now.charCodeAt(at)) count++;
  return count;
}

/** Every edit with its place in the raw text and in the last one. */
function trailsOf(raw: string, done: readonly Applied[]): readonly Trail[] {
  let text = raw;
  const trails: Trail[] = [];
  let map = PositionMap.identity;
  for (const applied of done) {
    for (const trail of trails) move(trail, applied.map);
    const add = (edit: TextEdit, start: number) => {
      const at = map.backward(edit.start, edit.end);
      trails.push({
        repair: applied.repair,
        rawStart: at.start,
        rawEnd: at.end,
        start,
        end: start + edit.text.length,
        guessed: (edit.guessed ?? []).map((offset) => ({ start: start + offset, end: start + offset + 1 })),
      });
    };
    const { rewritten } = applied;
    if (rewritten !== null) {
      for (const { start, end } of rewrittenStretches(text, rewritten))
        add({ start, end, text: rewritten.slice(start, end) }, start);
      text = rewritten;
    } else {
      const edits = applied.edits ?? applied.map.ranges.map(takenOut);
      text = apply(text, edits).text;
      let grown = 0;
      for (const edit of edits) {
        add(edit, edit.start + grown);
        grown += edit.text.length - (edit.end - edit.start);
      }
    }
    map = map.followedBy(applied.map);
  }
  return trails;
}

function takenOut({ start, oldSize }: MapRange): TextEdit {
  return { start, end: start + oldSize, text: "" };
}

/** Applies edits, in one pass over the characters; the map lists only stretches that change places. */
export function apply(text: string, edits: readonly TextEdit[]) {
  let size = text.length;
  let from = 0;
  for (const edit of edits) {
    if (edit.start < from || edit.end < edit.start || edit.end > text.length)
      throw new RangeError(`edit at ${edit.start} overlaps`);
    size += edit.text.length - (edit.end - edit.start);
    from = edit.end;
  }
  const out = roomForUnits(size);
  const starts = new Int32Array(edits.length);
  const oldSizes = new Int32Array(edits.length);
  const newSizes = new Int32Array(edits.length);
  let count = 0;
  let to = 0;
  from = 0;
  for (const edit of edits) {
    while (from < edit.start) out[to++] = text.charCodeAt(from++);
    for (let at = 0; at < edit.text.length; at++) out[to++] = edit.text.charCodeAt(at);
    const oldSize = edit.end - edit.start;
    if (!(edit.aligned === true && oldSize === edit.text.length)) {
      starts[count] = edit.start;
      oldSizes[count] = oldSize;
      newSizes[count] = edit.text.length;
      count++;
    }
    from = edit.end;
  }
  while (from < text.length) out[to++] = text.charCodeAt(from++);
  const map = PositionMap.ofColumns(
    starts.subarray(0, count),
    oldSizes.subarray(0, count),
    newSizes.subarray(0, count),
  );
  return { text: textOfUnits(out, size), map };
}

function move(trail: Trail, map: PositionMap): void {
  const place = map.forward(trail.start, trail.end);
  trail.start = place.start;
  trail.end = place.end;
  trail.guessed = trail.guessed.map((span) => map.forward(span.start, span.end));
}

function inRaw(issue: Issue, map: PositionMap): Issue {
  if (issue.span === null) return issue;
  const place = map.backward(issue.span.start, issue.span.end);
  return { ...issue, span: { start: place.start, end: place.end } };
}

/** Edits as a page shows them: those that touch are one, named after the heaviest repair among them. */
function display(raw: string, text: string, trails: readonly Trail[]): readonly RepairEdit[] {
  const order = [...trails].sort((a, b) => a.rawStart - b.rawStart || a.start - b.start);
  const out: RepairEdit[] = [];
  let group: Trail[] = [];
  /** All of the group are by one repair; kept beside it, as a group may be the whole text. */
  let alike = true;
  let rawEnd = -1;
  let end = -1;
  const flush = () => {
    const first = group[0];
    if (first === undefined) return;
    const heaviest = group.reduce((a, b) => (weight[b.repair.family] > weight[a.repair.family] ? b : a));
    const start = group.reduce((least, trail) => Math.min(least, trail.start), Number.POSITIVE_INFINITY);
    const guessed: RepairedSpan[] = group.flatMap((trail) =>
      trail.guessed.map((span) => repairedSpan(span.start, span.end)),
    );
    const was = raw.slice(first.rawStart, rawEnd);
    const now = text.slice(start, end);
    if (was !== now) {
      out.push({
        raw: rawSpan(first.rawStart, rawEnd),
        repaired: repairedSpan(start, end),
        was,
        now,
        repair: heaviest.repair.id,
        certainty: guessed.length > 0 ? "guessed" : "certain",
        ...(guessed.length > 0 ? { guessed } : {}),
      });
    }
    group = [];
    alike = true;
  };
  for (const trail of order) {
    const overlaps = trail.rawStart < rawEnd || trail.start < end;
    const runsOn = trail.rawStart === rawEnd && trail.start === end && alike && group[0]?.repair === trail.repair;
    if (group.length > 0 && !overlaps && !runsOn) {
      flush();
      rawEnd = -1;
      end = -1;
    }
    alike &&= group.length === 0 || group[0]?.repair === trail.repair;
    group.push(trail);
    rawEnd = Math.max(rawEnd, trail.rawEnd);
    end = Math.max(end, trail.end);
  }
  flush();
  return out;
}
