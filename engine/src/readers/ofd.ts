import { noText, zipIssue } from "../files/no-text.js";
import { RawLines } from "../files/raw-lines.js";
import { readingIssues } from "../files/reading-issues.js";
import { issue } from "../issue-codes.js";
import { writePages } from "../layout/paragraphs.js";
import { ofdPages } from "../office/ofd-pages.js";
import { openZip, zipKind } from "../office/zip-package.js";
import type { Reader } from "../reader.js";

const format = "OFD";

/** .ofd: the text layer, put together as that of .pdf is, with what the templates of pages add. Parts: `page 2`. */
export const ofd: Reader = {
  id: "ofd",
  version: 1,
  takes: ({ bytes }) => zipKind(bytes) === "ofd",
  read({ bytes }) {
    const zip = openZip(bytes);
    if (typeof zip === "string") return noText(zipIssue(zip, format));
    const pages = ofdPages(zip);
    if (pages.length === 0) return noText(issue("reader/damaged", null, { format }));
    const lines = new RawLines();
    writePages(lines, pages);
    if (lines.isEmpty) {
      const pictures = zip.names.some((name) => /\.(jpe?g|png|bmp|tiff?|jb2|jbig2)$/.test(name));
      return noText(pictures ? issue("reader/scanned", null, { format, count: pages.length }) : issue("reader/empty"));
    }
    return { ...lines.finish(), encoding: null, issues: readingIssues(lines), stated: {} };
  },
};
