import { holds } from "../files/first-bytes.js";
import { noText } from "../files/no-text.js";
import { RawLines } from "../files/raw-lines.js";
import { readingIssues } from "../files/reading-issues.js";
import type { Issue } from "../issue.js";
import { issue } from "../issue-codes.js";
import { writePages } from "../layout/paragraphs.js";
import { PdfFile } from "../pdf/pdf-file.js";
import { pdfPages } from "../pdf/pdf-pages.js";
import type { Reader } from "../reader.js";

const format = "PDF";
/** A file of which more than this share of the characters have no meaning is read only in part. */
const mostUnknown = 0.05;

/**
 * .pdf with a text layer: lines put together to paragraphs, two columns in their order, headers, footers, page numbers
 * and watermarks set apart. Parts: `page 3`. Scans and files locked by a password are named with what to do.
 */
export const pdf: Reader = {
  id: "pdf",
  version: 1,
  takes: ({ bytes }) => holds(bytes, 1_024, "%PDF-"),
  read({ bytes }) {
    const file = new PdfFile(bytes);
    if (file.locked) return noText(issue("reader/encrypted", null, { format }));
    const { pages, withPictures } = pdfPages(file);
    if (pages.length === 0) return noText(issue("reader/damaged", null, { format }));
    const lines = new RawLines();
    writePages(lines, pages);
    if (lines.isEmpty)
      return noText(
        withPictures > 0 ? issue("reader/scanned", null, { format, count: pages.length }) : issue("reader/empty"),
      );
    const issues: Issue[] = [...readingIssues(lines)];
    const { text } = lines.finish();
    const unknown = text.split("\ufffd").length - 1;
    if (file.full || unknown > text.length * mostUnknown) issues.push(issue("reader/incomplete", null, { format }));
    return { ...lines.finish(), encoding: null, issues, stated: {} };
  },
};
