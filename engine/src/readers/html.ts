import { decodeSource, decodingIssues } from "../decode.js";
import { htmlText } from "../html-text.js";
import { issue } from "../issue-codes.js";
import type { RawText, Reader } from "../reader.js";

/** Bytes in which a page says what it is and how it is encoded. */
const head = 4_096;

/** A saved web page: its visible text; title, source and date that its head states are kept as hints. */
export const html: Reader = {
  id: "html",
  version: 1,
  takes(source) {
    const start = latin(source.bytes.subarray(0, head))
      .replace(/^\u00ef\u00bb\u00bf/, "")
      .trimStart()
      .toLowerCase();
    if (/^<(!doctype html|html|head|body)/.test(start)) return true;
    return /\.(x?html?|shtml)$/i.test(source.name) && /<(html|head|body|meta|div|p|table)[\s>]/.test(start);
  },
  read(source) {
    const stated = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(latin(source.bytes.subarray(0, head)))?.[1];
    // What the page says of itself is believed only where the bytes themselves leave a doubt.
    const decoded = decodeSource(source, stated ?? null);
    const page = htmlText(decoded.text);
    const issues = [...decodingIssues(decoded, source.encoding)];
    if (!/\p{Script=Han}/u.test(page.text)) issues.push(issue("reader/no_chinese"));
    return {
      text: page.text,
      encoding: decoded.encoding,
      choice: { encodings: decoded.encodings, forced: decoded.forced },
      issues,
      stated: statedHead(page.meta, page.title),
      furniture: page.furniture,
    };
  },
};

/** The head's own fields; government sites must give ArticleTitle, PubDate and ContentSource. */
function statedHead(meta: ReadonlyMap<string, string>, title: string | null): RawText["stated"] {
  const published = /\d{4}-\d{2}-\d{2}/.exec(meta.get("pubdate") ?? meta.get("article:published_time") ?? "")?.[0];
  const source = meta.get("contentsource");
  const named = meta.get("articletitle") ?? meta.get("og:title") ?? title ?? undefined;
  return {
    ...(named === undefined ? {} : { title: named }),
    ...(source === undefined ? {} : { source }),
    ...(published === undefined ? {} : { published }),
  };
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
