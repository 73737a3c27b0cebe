import { cellPlace, columnName } from "../workbook/book.js";
import { insertedBy, type RepeatedRows } from "../workbook/insert-rows.js";
import type { TemplateSheet } from "./template-desk.js";

/** A list that is poured downward: its places in the form, and how many rows it has. */
export interface PouredList {
  readonly sheet: string;
  readonly places: readonly string[];
  readonly rows: number;
}

/** Where rows are put in so that lists have room, and where everything is then. */
export interface GrownForm {
  /** By sheet: the rows that are repeated. */
  readonly blocks: ReadonlyMap<string, readonly RepeatedRows[]>;
  /** Rows put in, on all sheets. */
  readonly inserted: number;
  /** Where a place of the form as it came is. */
  place(sheet: string, cell: string): string;
  /** All places of a list, those put in as well. */
  placesOf(list: PouredList): readonly string[];
}

/**
 * Room for lists that are longer than their places: the last place's rows are repeated as often as the longest of the lists
 * that end there needs. Not where another list stands beside and goes on further down, whose rows the new ones would part.
 */
export function grownForm(sheets: readonly TemplateSheet[], lists: readonly PouredList[]): GrownForm {
  const blocks = new Map<string, RepeatedRows[]>();
  const ends = new Map<string, { readonly block: RepeatedRows; readonly sheet: string }>();
  for (const list of lists) {
    const last = lastPlace(sheets, list);
    if (last === null || list.rows <= list.places.length) continue;
    const key = `${list.sheet}\n${last.after}`;
    const known = ends.get(key)?.block;
    const times = Math.max(known?.times ?? 0, list.rows - list.places.length);
    ends.set(key, { sheet: list.sheet, block: { ...last, top: Math.min(known?.top ?? last.top, last.top), times } });
  }
  for (const { sheet, block } of ends.values()) {
    const parted = lists.some((other) => {
      const rows = other.places.map((place) => cellPlace(place)?.row ?? 0);
      const last = lastPlace(sheets, other);
      if (other.sheet !== sheet || last === null || Math.min(...rows) > block.after) return false;
      return last.after > block.after || (last.after === block.after && last.top !== block.top);
    });
    if (!parted) blocks.set(sheet, [...(blocks.get(sheet) ?? []), block]);
  }
  const shift = (sheet: string, row: number) =>
    (blocks.get(sheet) ?? [])
      .filter(({ after }) => after < row)
      .reduce((sum, block) => sum + insertedBy(block).count, 0);
  const place = (sheet: string, cell: string) => {
    const at = cellPlace(cell);
    return at === null ? cell : `${columnName(at.column)}${at.row + shift(sheet, at.row) + 1}`;
  };
  return {
    blocks,
    inserted: [...blocks.values()].flat().reduce((sum, block) => sum + insertedBy(block).count, 0),
    place,
    placesOf: (list) => {
      const own = list.places.map((cell) => place(list.sheet, cell));
      const last = lastPlace(sheets, list);
      const block = (blocks.get(list.sheet) ?? []).find(({ after }) => after === last?.after);
      const column = cellPlace(list.places.at(-1) ?? "")?.column;
      if (block === undefined || column === undefined) return own;
      const first = block.top + shift(list.sheet, block.top);
      const height = block.after - block.top + 1;
      const more = Array.from({ length: block.times }, (_, at) => {
        return `${columnName(column)}${first + (at + 1) * height + 1}`;
      });
      return [...own, ...more];
    },
  };
}

/** The rows of a list's last place: more than one where its cell is merged downward. */
function lastPlace(sheets: readonly TemplateSheet[], { sheet: name, places }: PouredList) {
  const place = cellPlace(places.at(-1) ?? "");
  const sheet = sheets.find((one) => one.name === name);
  if (place === null || sheet === undefined) return null;
  const merge = sheet.merges.find(({ top, left }) => top === place.row && left === place.column);
  return { top: place.row, after: merge?.bottom ?? place.row };
}
