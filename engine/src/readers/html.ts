import { decodeSource, decodingIssues } from "../decoding/decode.js";
import { firstLetter, latin } from "../files/first-bytes.js";
import { readingLimits } from "../files/reading-limits.js";
import type { Issue } from "../issue.js";
import { issue } from "../issue-codes.js";
import { readPage } from "../page/read-page.js";
import type { Reader } from "../reader.js";

/** Bytes in which a page says what it is and how it is encoded. */
const head = 4_096;

/**
 * A saved web page: what is seen of it, with the article told from navigation, lists, footers and shares, tables as
 * rows; title, source and date that its head states are kept as hints. Also .doc files that are pages in truth.
 */
export const html: Reader = {
  id: "html",
  version: 2,
  takes(source) {
    const named = /\.(x?html?|shtml|jsp|aspx?|mht)$/i.test(source.name);
    if (!named && firstLetter(source.bytes) !== 0x3c) return false;
    const start = latin(source.bytes.subarray(0, head))
      .replace(/^\u00ef\u00bb\u00bf/, "")
      .trimStart()
      .toLowerCase();
    if (/^(<\?xml[^>]{0,200}>\s*)?(<!--[\s\S]{0,1000}?-->\s*)?<(!doctype html|html|head|body|meta|title)/.test(start))
      return true;
    return named && /<(html|head|body|meta|div|p|table|title|span|section)[\s>]/.test(start);
  },
  read(source) {
    const stated = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(latin(source.bytes.subarray(0, head)))?.[1];
    // What the page says of itself is believed only where the bytes themselves leave a doubt.
    const decoded = decodeSource(source, stated ?? null);
    const page = readPage(decoded.text);
    const issues: Issue[] = [...decodingIssues(decoded, source.encoding)];
    if (!/\p{Script=Han}/u.test(page.text)) issues.push(issue("reader/no_chinese"));
    if (page.full) issues.push(issue("reader/cut_off", null, { count: readingLimits.characters }));
    return {
      ...page,
      encoding: decoded.encoding,
      choice: { encodings: decoded.encodings, forced: decoded.forced },
      issues,
    };
  },
};
