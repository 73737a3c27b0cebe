import type { AnnotatedArticle, Mention, MentionOfKind, Paragraph } from "../annotation.js";
import { repairedSpan } from "../span.js";

/**
 * An annotated article from marked text, for tables of sentences in rule tests: `{east 广东省甲市乙区|乙区}`,
 * `{west …|…}`, `{person 李明}`, `{date 2023-12-11..2023-12-14|12月11日至14日}`, `{project …}`. One line is one
 * paragraph; `instead` replaces the marked mentions by others; `# ` begins the title, `> ` a caption, `## ` a heading.
 */
export function markedArticle(
  marked: string,
  published: string | null = null,
  instead: readonly Mention[] | null = null,
): AnnotatedArticle {
  let text = "";
  const paragraphs: Paragraph[] = [];
  const mentions: Mention[] = [];
  for (const line of marked.split("\n")) {
    const role = line.startsWith("## ")
      ? "heading"
      : line.startsWith("# ")
        ? "title"
        : line.startsWith("> ")
          ? "caption"
          : "body";
    const start = text.length;
    let from = 0;
    const plain = line.replace(/^(?:##?|>) /, "");
    for (const match of plain.matchAll(/\{(east|west|person|date|project) ([^{}|]*)(?:\|([^{}]*))?\}/g)) {
      text += plain.slice(from, match.index);
      from = match.index + match[0].length;
      const value = match[2] ?? "";
      const printed = match[3] ?? value;
      const span = repairedSpan(text.length, text.length + printed.length);
      text += printed;
      mentions.push(mention(match[1] ?? "", value, span));
    }
    text += plain.slice(from);
    if (text.length > start) paragraphs.push({ span: repairedSpan(start, text.length), role, sentences: [] });
    text += "\n";
  }
  const all = instead ?? mentions;
  const title = paragraphs.find((paragraph) => paragraph.role === "title");
  return {
    text,
    paragraphs,
    title: title === undefined ? null : text.slice(title.span.start, title.span.end),
    source: null,
    published,
    publishedSpan: null,
    mentions: all,
    within: (kind, span) =>
      all.filter(
        (item): item is MentionOfKind<typeof kind> =>
          item.kind === kind && item.span.start >= span.start && item.span.end <= span.end,
      ),
  };
}

function mention(kind: string, value: string, span: Mention["span"]): Mention {
  const by = "marked";
  if (kind === "person") return { kind, span, by, value: { name: value, surnameOnly: value.length === 1 } };
  if (kind === "project") return { kind, span, by, value: { name: value, region: null } };
  if (kind === "date") {
    const [start = "", end = start] = value.split("..");
    const form =
      value === ""
        ? "relative"
        : value.includes("..")
          ? "range"
          : start.replace(/^--/, "0000-").length >= 10
            ? "day"
            : "month";
    return { kind, span, by, value: { start: start || null, end: end || null, part: null, inferred: false, form } };
  }
  const level = /[镇乡]$|街道$/.test(value) ? "township" : /州$|省.{1,4}市$/.test(value) ? "city" : "county";
  const side = kind === "east" ? "east" : "west";
  return { kind: "region", span, by, value: { path: value, adcode: null, level, side, insideName: false } };
}
