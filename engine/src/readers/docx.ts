import { noText, zipIssue } from "../files/no-text.js";
import { RawLines } from "../files/raw-lines.js";
import { readingIssues } from "../files/reading-issues.js";
import { issue } from "../issue-codes.js";
import { DocxLines, relationsOf } from "../office/docx-package.js";
import { openZip, zipKind } from "../office/zip-package.js";
import type { Reader } from "../reader.js";

const format = "Word (.docx)";

/**
 * .docx, and WPS files of the same form: headers, body with tables, text boxes and the numbers that automatic numbering
 * prints, notes, footers. Deleted text is out, comments are set apart. Parts: `paragraph 3`, `table 1/row 2/cell 1`,
 * `text box 1`, `footnote 1`, `endnote 1`, `comment 1`, `header`, `footer`.
 */
export const docx: Reader = {
  id: "docx",
  version: 1,
  takes: ({ bytes }) => zipKind(bytes) === "docx",
  read({ bytes }) {
    const zip = openZip(bytes);
    if (typeof zip === "string") return noText(zipIssue(zip, format));
    const main = relationsOf(zip, "").get("officeDocument")?.[0] ?? "word/document.xml";
    const body = zip.xml(main) ?? zip.xml("word/document.xml");
    if (body === null) return noText(issue("reader/damaged", null, { format }));
    const related = relationsOf(zip, main);
    const of = (type: string) => (related.get(type) ?? []).flatMap((name) => zip.xml(name) ?? []);
    const lines = new RawLines();
    const writer = new DocxLines(lines, of("styles")[0] ?? null, of("numbering")[0] ?? null);
    for (const xml of of("header")) writer.edge(xml, "header");
    writer.body(body);
    for (const xml of of("footnotes")) writer.notes(xml, "footnote", null);
    for (const xml of of("endnotes")) writer.notes(xml, "endnote", null);
    for (const xml of of("footer")) writer.edge(xml, "footer");
    for (const xml of of("comments")) writer.notes(xml, "comment", "comment");
    return {
      ...lines.finish(),
      encoding: null,
      issues: readingIssues(lines),
      stated: writer.title === null ? {} : { title: writer.title },
    };
  },
};
