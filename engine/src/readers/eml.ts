import { type Decoded, decodeSource, decodingIssues } from "../decoding/decode.js";
import type { Source } from "../extraction.js";
import { firstLetter, latin } from "../files/first-bytes.js";
import { RawLines } from "../files/raw-lines.js";
import { readingIssues } from "../files/reading-issues.js";
import type { Issue } from "../issue.js";
import { issue } from "../issue-codes.js";
import { type MailPart, readMail } from "../mail/mime.js";
import { readPage } from "../page/read-page.js";
import type { RawText, Reader } from "../reader.js";

const headLine =
  /^(received|return-path|mime-version|date|from|to|cc|subject|message-id|delivered-to|content-type|x-[\w-]+|dkim-signature|reply-to|sender|authentication-results|arc-[\w-]+)\s*:/im;
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * .eml: subject, text and what is forwarded in it; attachments are named, not read. Of a text in two forms the page is
 * taken, unless the plain form holds more. Also pages saved as .mht. Parts: `mail head`, `message 1`.
 */
export const eml: Reader = {
  id: "eml",
  version: 1,
  takes({ name, bytes }) {
    // A mail begins with the name of a field.
    if (!isLetter(firstLetter(bytes))) return false;
    const start = latin(bytes.subarray(0, 8_192)).replace(/^\u00ef\u00bb\u00bf|^From .*\r?\n/, "");
    if (headLine.exec(start)?.index !== 0) return false;
    if (/\.(eml|mht|mhtml)$/i.test(name)) return true;
    return /^mime-version\s*:/im.test(start) || (/^from\s*:/im.test(start) && /^(date|received)\s*:/im.test(start));
  },
  read(source) {
    const mail = readMail(source.bytes);
    const texts = messagesOf(mail).map((each) => readText(each, source));
    const main = texts.find(({ decoded }) => decoded !== null)?.decoded ?? null;
    const isPage =
      mail.type === "multipart/related" && (mail.header("to") === null || /saved by/i.test(mail.header("from") ?? ""));
    const only = texts[0];
    const raw = isPage && only?.page != null ? only.page : written(mail, texts);
    const issues: Issue[] = [...(main === null ? [] : decodingIssues(main, source.encoding)), ...raw.issues];
    const names = attachmentsOf(mail);
    if (names.length > 0 && !isPage) issues.push(issue("reader/attachments", null, { names: names.join("、") }));
    return {
      ...raw,
      encoding: main?.encoding ?? null,
      ...(main === null ? {} : { choice: { encodings: main.encodings, forced: main.forced } }),
      issues,
    };
  },
};

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

interface MailText {
  /** The text line by line, with what is set apart; null where a page was read. */
  readonly plain: string | null;
  readonly page: RawText | null;
  readonly decoded: Decoded | null;
}

/** The mail itself and those forwarded in it: the part of each that is its text, in order. */
function messagesOf(part: MailPart): readonly MailPart[] {
  if (part.isAttachment && part.type !== "message/rfc822") return [];
  if (part.type === "multipart/alternative") {
    const inner = part.parts.flatMap(messagesOf);
    const [page, plain] = [
      inner.find(({ type }) => type === "text/html"),
      inner.find(({ type }) => type === "text/plain"),
    ];
    const best =
      page !== undefined && (plain === undefined || page.body.length >= plain.body.length) ? page : (plain ?? page);
    return best === undefined ? [] : [best];
  }
  if (part.parts.length > 0) return part.parts.flatMap(messagesOf);
  return part.type === "text/plain" || part.type === "text/html" ? [part] : [];
}

function readText(part: MailPart, source: Source): MailText {
  const asked = source.encoding === undefined ? {} : { encoding: source.encoding };
  const decoded = decodeSource({ bytes: part.body, ...asked }, part.charset);
  if (part.type !== "text/html") return { plain: decoded.text, page: null, decoded };
  const page = readPage(decoded.text);
  return { plain: null, page: { ...page, encoding: null, issues: [] }, decoded };
}

/** The mail as lines: its subject, who wrote it when and to whom (set apart), its texts. */
function written(mail: MailPart, texts: readonly MailText[]): RawText {
  const lines = new RawLines();
  const subject = (mail.header("subject") ?? "").replace(/^\s*((re|fwd?|fw|转发|回复|答复)\s*[:：]\s*)+/i, "").trim();
  lines.line(subject, { part: "mail head" });
  for (const [label, name] of [
    ["发件人", "from"],
    ["收件人", "to"],
    ["抄送", "cc"],
    ["日期", "date"],
  ] as const) {
    const value = mail.header(name);
    if (value !== null && value.trim() !== "")
      lines.line(`${label}：${value}`, { part: "mail head", furniture: "mail_head" });
  }
  let wholeLines = true;
  for (const [index, { plain, page }] of texts.entries()) {
    const part = `message ${index + 1}`;
    if (page !== null) copy(lines, page, part);
    else if (plain !== null) {
      wholeLines = false;
      for (const line of plain.split(/\r?\n/))
        lines.line(line, /^\s*>/.test(line) ? { part, furniture: "quoted" } : { part });
    }
  }
  const published = dateOf(mail.header("date") ?? "");
  return {
    ...lines.finish(),
    wholeLines,
    encoding: null,
    issues: readingIssues(lines),
    stated: { ...(subject === "" ? {} : { title: subject }), ...(published === null ? {} : { published }) },
  };
}

/** A page's lines into the mail's, each with what it was. */
function copy(lines: RawLines, page: RawText, part: string): void {
  const apart = new Map((page.furniture ?? []).map(({ start, kind }) => [start, kind]));
  let at = 0;
  for (const line of page.text.split("\n")) {
    const furniture = apart.get(at);
    const cells = line.split("\t").map((text) => ({ text, part }));
    lines.row(cells, furniture);
    at += line.length + 1;
  }
}

function attachmentsOf(part: MailPart): readonly string[] {
  const inner = part.parts.flatMap(attachmentsOf);
  return part.isAttachment && part.type !== "message/rfc822" && !part.type.startsWith("image/")
    ? [part.name ?? part.type, ...inner]
    : inner;
}

/** `Tue, 9 May 2023 10:12:00 +0800` as a day. */
function dateOf(text: string): string | null {
  const match = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})/.exec(text);
  const month = months.indexOf((match?.[2] ?? "").toLowerCase()) + 1;
  if (match === null || month === 0) return null;
  return `${match[3]}-${String(month).padStart(2, "0")}-${(match[1] ?? "").padStart(2, "0")}`;
}
