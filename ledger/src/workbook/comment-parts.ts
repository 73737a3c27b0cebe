import { cellName } from "./book.js";
import type { SheetSpec } from "./book-spec.js";
import { xmlOfText } from "./cell-text.js";

/** A comment on a cell; rows and columns count from 0. */
export interface PlacedComment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The comments of a sheet, in reading order. */
export function commentsOf(sheet: Pick<SheetSpec, "rows">): readonly PlacedComment[] {
  return sheet.rows.flatMap((row, at) =>
    row.cells.flatMap((cell, column) =>
      cell?.comment === undefined || cell.comment === "" ? [] : [{ row: at, column, text: cell.comment }],
    ),
  );
}

/** The part with the texts of comments. */
export function commentsXml(comments: readonly PlacedComment[]): string {
  const items = comments.map(
    ({ row, column, text }) =>
      `<comment ref="${cellName(row, column)}" authorId="0"><text><t xml:space="preserve">${xmlOfText(text)}</t></text></comment>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author/></authors><commentList>${items.join("")}</commentList></comments>`;
}

const boxType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** The drawing that programs want for each comment: its box, hidden until the mouse is over the cell. */
export function commentShapes(comments: readonly PlacedComment[]): string {
  return [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>',
    boxType,
    ...comments.map((comment, at) => commentShape(comment, 1025 + at)),
    "</xml>",
  ].join("");
}

/** One box, with a number of its own within the drawing. */
export function commentShape({ row, column, text }: PlacedComment, number: number): string {
  const lines = Math.min(12, 2 + text.split("\n").length + Math.floor(text.length / 16));
  return [
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;width:160pt;height:${lines * 14}pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>',
    `<x:Anchor>${column + 1}, 12, ${row}, 4, ${column + 4}, 12, ${row + lines}, 4</x:Anchor>`,
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  ].join("");
}
