/**
 * Cells as WPS and Excel put them on the clipboard: tabs and line ends between them; a cell that holds a tab, a line end
 * or starts with a quotation mark stands in quotation marks, with marks inside doubled. The last line end is none of a row.
 */
export function readCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? /^"((?:[^"]|"")*)"(?=\t|\r?\n|$)/.exec(text.slice(at)) : null;
    const end = quoted === null ? nextBreak(text, at) : at + quoted[0].length;
    row.push(quoted === null ? text.slice(at, end) : (quoted[1] ?? "").replaceAll('""', '"'));
    if (end >= text.length) break;
    if (text[end] === "\t") {
      at = end + 1;
      if (at === text.length) row.push("");
      continue;
    }
    rows.push(row);
    row = [];
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function nextBreak(text: string, from: number): number {
  for (let at = from; at < text.length; at++)
    if (text[at] === "\t" || text[at] === "\n" || text.startsWith("\r\n", at)) return at;
  return text.length;
}

/** The same back. */
export function writeCells(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => row.map((cell) => (/[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t"))
    .join("\r\n");
}

/** As an HTML table whose cells WPS and Excel keep as text where they are: long codes never become 5.2E+17. */
export function writeHtml(rows: readonly (readonly { readonly text: string; readonly number: boolean }[])[]): string {
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
  const cell = ({ text, number }: { readonly text: string; readonly number: boolean }) =>
    `<td${number ? "" : ` style="mso-number-format:'\\@'"`}>${escaped(text)}</td>`;
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</table>`;
}
