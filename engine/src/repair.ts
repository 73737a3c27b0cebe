import type { RepairEdit } from "./extraction.js";
import type { Issue } from "./issue.js";
import { issue } from "./issue-codes.js";
import { type MapRange, PositionMap } from "./position-map.js";
import type { RepairFamily, TextEdit, TextRepair } from "./repair-step.js";
import { repairs } from "./repairs/index.js";
import { type RepairedSpan, rawSpan, repairedSpan } from "./span.js";

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

/**
 * Runs the ordered list of repairs over a raw text. Each sees the text that the ones before it left; their maps are
 * composed, and every edit is kept for display with its place in both texts. Deterministic, never throws on any text.
 */
export function repair(raw: string, list: readonly TextRepair[] = repairs): Repaired {
  let text = raw;
  let map = PositionMap.identity;
  const trails: Trail[] = [];
  const damage: { repair: string; family: RepairFamily; count: number }[] = [];
  const issues: Issue[] = [];
  for (const step of list) {
    const found = step.find(text);
    for (const issue of found.issues ?? []) issues.push(inRaw(issue, map));
    if (found.edits.length === 0) continue;
    const applied = apply(text, found.edits);
    for (const trail of trails) move(trail, applied.map);
    for (const [index, edit] of found.edits.entries()) {
      const at = map.backward(edit.start, edit.end);
      const start = applied.starts[index] ?? 0;
      trails.push({
        repair: step,
        rawStart: at.start,
        rawEnd: at.end,
        start,
        end: start + edit.text.length,
        guessed: (edit.guessed ?? []).map((offset) => ({ start: start + offset, end: start + offset + 1 })),
      });
    }
    damage.push({ repair: step.id, family: step.family, count: found.count ?? found.edits.length });
    text = applied.text;
    map = map.followedBy(applied.map);
  }
  const edits = display(raw, text, trails);
  const guessed = edits.reduce((sum, edit) => sum + (edit.guessed?.length ?? 0), 0);
  if (guessed > 0) issues.push(issue("repair/guessed", null, { count: guessed }));
  return { raw, text, map, edits, damage, issues };
}

/** Applies edits and says where each came to lie; the map lists only stretches that change places. */
export function apply(text: string, edits: readonly TextEdit[]) {
  const pieces: string[] = [];
  const ranges: MapRange[] = [];
  const starts: number[] = [];
  let from = 0;
  let grown = 0;
  for (const edit of edits) {
    if (edit.start < from || edit.end < edit.start || edit.end > text.length)
      throw new RangeError(`edit at ${edit.start} overlaps`);
    pieces.push(text.slice(from, edit.start), edit.text);
    starts.push(edit.start + grown);
    const oldSize = edit.end - edit.start;
    if (!(edit.aligned === true && oldSize === edit.text.length)) {
      ranges.push({ start: edit.start, oldSize, newSize: edit.text.length });
    }
    grown += edit.text.length - oldSize;
    from = edit.end;
  }
  pieces.push(text.slice(from));
  return { text: pieces.join(""), map: PositionMap.of(ranges), starts };
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
  let rawEnd = -1;
  let end = -1;
  const flush = () => {
    const first = group[0];
    if (first === undefined) return;
    const heaviest = group.reduce((a, b) => (weight[b.repair.family] > weight[a.repair.family] ? b : a));
    const start = Math.min(...group.map((trail) => trail.start));
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
  };
  for (const trail of order) {
    const overlaps = trail.rawStart < rawEnd || trail.start < end;
    const runsOn =
      trail.rawStart === rawEnd && trail.start === end && group.every((other) => other.repair === trail.repair);
    if (group.length > 0 && !overlaps && !runsOn) {
      flush();
      rawEnd = -1;
      end = -1;
    }
    group.push(trail);
    rawEnd = Math.max(rawEnd, trail.rawEnd);
    end = Math.max(end, trail.end);
  }
  flush();
  return out;
}
