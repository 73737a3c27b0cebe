import type { Furniture, RepairEdit } from "@shanhai/engine";
import { guessesOf } from "./repair-groups.js";

/** A quote to be marked: whose it is (any token without spaces) and where, in the raw text. */
export interface Mark {
  readonly owner: string;
  readonly start: number;
  readonly end: number;
}

/** A run of text with one set of owners. `start` and `end` are places in the raw text, whatever is shown. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly owners: readonly string[];
  readonly furniture: boolean;
  readonly repair: RepairEdit | null;
  /** Stretches of `text` that a repair guessed. */
  readonly guesses: readonly { readonly start: number; readonly end: number }[];
}

export interface LayoutInput {
  readonly raw: string;
  readonly edits: readonly RepairEdit[];
  readonly furniture: readonly Furniture[];
  readonly marks: readonly Mark[];
  /** Show what the repairs made instead of what stood there. */
  readonly repaired: boolean;
}

const furnitureOwner = "\0furniture";

/**
 * Cuts a text into lines of pieces, so that every quote begins and ends at the border of a piece and any number of quotes
 * may overlap. All places stay raw: in the repaired view an edit is one piece that shows its new text, and a quote that
 * ends inside it takes the whole of it. A removed run stays as a piece without text, so that it can be seen and asked.
 */
export function layOut({ raw, edits, furniture, marks, repaired }: LayoutInput): readonly (readonly Piece[])[] {
  const kept = apartInOrder(edits, raw.length);
  const snap = repaired ? snapper(kept) : (place: number, _: "start" | "end") => place;
  const opens = new Map<number, string[]>();
  const closes = new Map<number, string[]>();
  const cuts = new Set<number>([0, raw.length]);
  const spans = [...marks, ...furniture.map(({ raw: span }) => ({ owner: furnitureOwner, ...span }))];
  for (const { owner, ...span } of spans) {
    const start = snap(clamp(span.start, raw.length), "start");
    const end = snap(clamp(span.end, raw.length), "end");
    if (end <= start) continue;
    push(opens, start, owner);
    push(closes, end, owner);
    cuts.add(start).add(end);
  }
  const editAt = new Map(kept.filter(({ raw: span }) => span.end > span.start).map((edit) => [edit.raw.start, edit]));
  const insertAt = new Map(
    kept.filter(({ raw: span }) => span.end === span.start).map((edit) => [edit.raw.start, edit]),
  );
  for (const { raw: span } of kept) cuts.add(span.start).add(span.end);

  const order = [...cuts].sort((a, b) => a - b);
  const active = new Map<string, number>();
  const lines = new Lines();
  let edit: RepairEdit | null = null;
  order.forEach((from, index) => {
    for (const owner of closes.get(from) ?? []) leave(active, owner);
    const inserted = insertAt.get(from);
    if (inserted !== undefined && repaired) lines.add(pieceOf(from, from, inserted.now, active, inserted, repaired));
    for (const owner of opens.get(from) ?? []) active.set(owner, (active.get(owner) ?? 0) + 1);
    const to = order[index + 1];
    if (to === undefined) return;
    edit = editAt.get(from) ?? (edit !== null && edit.raw.end > from ? edit : null);
    const text = repaired && edit !== null ? edit.now : raw.slice(from, to);
    lines.add(pieceOf(from, to, text, active, edit, repaired));
  });
  return lines.done();
}

function pieceOf(
  start: number,
  end: number,
  text: string,
  active: ReadonlyMap<string, number>,
  repair: RepairEdit | null,
  repaired: boolean,
): Piece {
  const owners = [...active.keys()].filter((owner) => owner !== furnitureOwner);
  const guesses = repair !== null && repaired ? guessesOf(repair) : [];
  return { start, end, text, owners, furniture: active.has(furnitureOwner), repair, guesses };
}

/** Gathers pieces into lines: a line break in what is shown ends one. */
class Lines {
  readonly #lines: Piece[][] = [[]];

  add(piece: Piece): void {
    const parts = piece.text.split("\n");
    let start = piece.start;
    let from = 0;
    parts.forEach((part, index) => {
      if (index > 0) this.#lines.push([]);
      const own = parts.length === 1;
      const end = own ? piece.end : Math.min(piece.end, start + part.length);
      if (part !== "" || (own && piece.repair !== null))
        this.#lines
          .at(-1)
          ?.push({ ...piece, start, end, text: part.replace("\r", ""), guesses: within(piece, from, part) });
      start = Math.min(piece.end, end + 1);
      from += part.length + 1;
    });
  }

  done(): readonly (readonly Piece[])[] {
    return this.#lines;
  }
}

/** The guessed stretches that lie in one line of a piece. */
function within({ guesses }: Piece, from: number, part: string): Piece["guesses"] {
  return guesses
    .map(({ start, end }) => ({ start: Math.max(0, start - from), end: Math.min(part.length, end - from) }))
    .filter(({ start, end }) => end > start);
}

/** Edits in order; one that overlaps its forerunner is left out of the view (the engine makes none such). */
function apartInOrder(edits: readonly RepairEdit[], length: number): readonly RepairEdit[] {
  let end = 0;
  return [...edits]
    .sort((a, b) => a.raw.start - b.raw.start || a.raw.end - b.raw.end)
    .filter(({ raw }) => {
      const apart = raw.start >= end && raw.end <= length;
      if (apart) end = raw.end;
      return apart;
    });
}

/** Moves a place inside an edit to the edit's border. */
function snapper(edits: readonly RepairEdit[]): (place: number, side: "start" | "end") => number {
  return (place, side) => {
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edits[middle]?.raw.end ?? 0) > place) high = middle;
      else low = middle + 1;
    }
    const span = edits[low]?.raw;
    return span !== undefined && span.start < place && place < span.end ? span[side] : place;
  };
}

function clamp(place: number, length: number): number {
  return Math.max(0, Math.min(place, length));
}

function push(map: Map<number, string[]>, place: number, owner: string): void {
  const list = map.get(place);
  if (list === undefined) map.set(place, [owner]);
  else list.push(owner);
}

function leave(active: Map<string, number>, owner: string): void {
  const count = (active.get(owner) ?? 0) - 1;
  if (count > 0) active.set(owner, count);
  else active.delete(owner);
}
