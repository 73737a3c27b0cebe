import { cellName, cellPlace } from "./book.js";
import { cellText, xmlOfText } from "./cell-text.js";
import { commentShape, commentShapes } from "./comment-parts.js";

/** Who our comments are by, so that they are known when the workbook comes back. */
export const CHECKER = "核对";
/** What stands before the words that somebody had written there already. */
const BEFORE = "（原批注）";

/** The comments part of a sheet with comments put on cells and ours taken off others. */
export interface EditedComments {
  readonly xml: string;
  /** Cells that carried a comment of ours which is gone now. */
  readonly cleared: readonly string[];
}

/**
 * Puts our comments on cells, by name, and takes off those that we put on others before. What anybody else wrote stays: on
 * the same cell it stands behind ours, and alone again once ours is gone.
 */
export function editComments(xml: string | null, marks: ReadonlyMap<string, string>): EditedComments {
  const was = xml ?? EMPTY;
  const prefix = /<((?:[\w.-]+:)?)comments\b/.exec(was)?.[1] ?? "";
  const authors = authorsOf(was, prefix);
  const checker = authors.indexOf(CHECKER);
  const by = checker < 0 ? authors.length : checker;
  const left = new Map(marks);
  const cleared: string[] = [];
  const one = (cell: string, text: string, author: number) =>
    `<${prefix}comment ref="${cell}" authorId="${author}"><${prefix}text><${prefix}t xml:space="preserve">${xmlOfText(text)}</${prefix}t></${prefix}text></${prefix}comment>`;
  const pattern = new RegExp(`<${prefix}comment\\s([^>]*?)>([\\s\\S]*?)</${prefix}comment>`, "g");
  let body = was.replace(pattern, (whole: string, attributes: string, inner: string) => {
    const place = cellPlace(/ref\s*=\s*["']([^"']+)/.exec(attributes)?.[1] ?? "");
    if (place === null) return whole;
    const cell = cellName(place.row, place.column);
    const ours = checker >= 0 && Number(/authorId\s*=\s*["'](\d+)/.exec(attributes)?.[1] ?? -1) === checker;
    const text = wordsOf(inner, prefix);
    const at = text.indexOf(BEFORE);
    const theirs = ours ? (at < 0 ? "" : text.slice(at + BEFORE.length)) : text;
    const mark = left.get(cell);
    left.delete(cell);
    if (mark !== undefined) return one(cell, theirs === "" ? mark : `${mark}\n${BEFORE}${theirs}`, by);
    if (!ours) return whole;
    cleared.push(cell);
    return theirs === "" ? "" : one(cell, theirs, 0);
  });
  const added = [...left].map(([cell, text]) => one(cell, text, by)).join("");
  body = body.replace(new RegExp(`<${prefix}commentList\\s*/>`), `<${prefix}commentList></${prefix}commentList>`);
  body = body.replace(`</${prefix}commentList>`, () => `${added}</${prefix}commentList>`);
  if (checker < 0)
    body = body
      .replace(new RegExp(`<${prefix}authors\\s*/>`), `<${prefix}authors></${prefix}authors>`)
      .replace(`</${prefix}authors>`, `<${prefix}author>${CHECKER}</${prefix}author></${prefix}authors>`);
  return { xml: body, cleared };
}

/** The drawing of a sheet's comments with a box for each cell that has none yet, and without those of cleared cells. */
export function editShapes(xml: string | null, marks: ReadonlyMap<string, string>, cleared: readonly string[]): string {
  const placed = [...marks].flatMap(([name, text]) => {
    const place = cellPlace(name);
    return place === null ? [] : [{ ...place, text }];
  });
  if (xml === null) return commentShapes(placed);
  const gone = new Set(cleared);
  const boxed = new Set<string>();
  const kept = xml.replace(/<v:shape\b[\s\S]*?<\/v:shape>/g, (shape) => {
    const row = /<x:Row>\s*(\d+)/.exec(shape)?.[1];
    const column = /<x:Column>\s*(\d+)/.exec(shape)?.[1];
    if (!/ObjectType="Note"/.test(shape) || row === undefined || column === undefined) return shape;
    const name = cellName(Number(row), Number(column));
    if (gone.has(name)) return "";
    boxed.add(name);
    return shape;
  });
  const used = [...kept.matchAll(/id="_x0000_s(\d+)"/g)].map(([, number]) => Number(number));
  const first = Math.max(1024, ...used) + 1;
  const shapes = placed
    .filter(({ row, column }) => !boxed.has(cellName(row, column)))
    .map((one, at) => commentShape(one, first + at));
  return kept.replace(/<\/xml>\s*$/, () => `${shapes.join("")}</xml>`);
}

const EMPTY =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/><commentList/></comments>';

function authorsOf(xml: string, prefix: string): readonly string[] {
  const pattern = new RegExp(`<${prefix}author(?:\\s*/>|>([\\s\\S]*?)</${prefix}author>)`, "g");
  return [...xml.matchAll(pattern)].map(([, name]) => cellText(name ?? ""));
}

function wordsOf(inner: string, prefix: string): string {
  const pattern = new RegExp(`<${prefix}t(?:\\s[^>]*)?>([^<]*)</${prefix}t>`, "g");
  return [...inner.matchAll(pattern)].map(([, text]) => cellText(text ?? "")).join("");
}
