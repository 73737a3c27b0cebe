import type { Article, Paragraph } from "./annotation.js";
import {
  isMinutesField,
  type Line,
  type MetaLine,
  readClosingDay,
  readEndNote,
  readMeta,
  readOpeningDay,
  readSignature,
  readSignedDay,
  sourceOfDateline,
} from "./document/article-head.js";
import { joinedTitle, officialTitle } from "./document/official-title.js";
import { furnitureOf } from "./document/page-furniture.js";
import { linesOf, type PageLine, Paragraphs } from "./document/page-lines.js";
import type { RepairedSpan } from "./span.js";

type Role = Paragraph["role"];

/** What a format itself says of a document (the head of an HTML page): used where the text does not say it. */
export interface StatedHead {
  readonly title?: string;
  readonly source?: string;
  readonly published?: string;
}

/** A stretch that the format sets apart (a page's navigation), in the repaired text. */
export interface SetApart {
  readonly span: RepairedSpan;
  readonly kind: string;
}

/** An article whose paragraphs are made as they are read, and what of it is furniture of which kind. */
export interface Page extends Omit<Article, "paragraphs" | "genre"> {
  readonly paragraphs: Paragraphs;
  readonly furniture: readonly SetApart[];
}

const endsSentence = /[。！？；…!?;]["”’」』）)】\]]*$|[：:]$/;
const numbered =
  /^([一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.．](?!\d)|【[^】]{2,20}】$|👉|第[一二三四五六七八九十]+(条|章|部分))/u;
const byline =
  /^[（(【[□■◎]?\s*(本报|本网|本台|本社)?\s*(见习|实习|特派|全媒体|首席|特约)?\s*(记者|通讯员|作者|本文作者|摄影|摄|编辑|责任编辑|责任校对|责编|审核|校对|编审|[一二三]审|值班主任|主编|监制|供稿|文字|图文|图片|文|图|文\/图|文图|原载|撰稿)(\s*[:：|｜/]|\s+\S|$)/;
const bracketedNote = /^[（(【][^（()）】]{2,60}[）)】]([【（(].{2,40}[】）)])*$/;
const captionStart = /^([（(]?图为|图[一二三四五六七八九十\d]*[：:]|[▲▼△↑↓]|【图)|[（(].{2,8}摄[）)]$/;
const officialEnding = /(纪要|通知|通告|公告|公示|函|报告|总结|方案|意见|批复|决定|办法|协议书?|备忘录|责任书|意向书)$/;

/** 3月4日　晴: a day of a diary. */
const dayLine =
  /^\d{1,2}月\d{1,2}日[，,\s]*(?:(?:星期|周)[一二三四五六日天][，,\s]*)?(?:[晴阴雨雪雾风霜]|多云|沙尘|[小中大暴阵微狂][雨雪风])[^，,。；;]{0,6}$|^\d{1,2}月\d{1,2}日[，,\s]*(?:星期|周)[一二三四五六日天]$/;
/** Longest line that can be a title, a caption or a heading. */
const shortLine = 60;

/** As {@link readPage}, with all its paragraphs. */
export function readArticle(text: string, stated: StatedHead = {}, apart: readonly SetApart[] = []): Article {
  const page = readPage(text, stated, apart);
  return { ...page, paragraphs: [...page.paragraphs] };
}

/**
 * Reads a repaired text as a page of this field: title and subtitles, meta lines, body with sentences, captions,
 * bylines, headings, tables, and furniture, which is set aside but never lost. Every non-blank line is one paragraph.
 */
export function readPage(text: string, stated: StatedHead = {}, apart: readonly SetApart[] = []): Page {
  const lines = linesOf(text);
  const minutes = lines.filter((line) => isMinutesField(line.text)).length >= 2;
  const meta: MetaLine[] = [];
  const roles = rolesOf(lines, minutes, meta, apart);
  const furniture: SetApart[] = [];
  for (const [index, line] of lines.entries()) {
    const kind = roles[index]?.kind ?? null;
    if (kind !== null) furniture.push({ span: line.span, kind });
  }
  if (!meta.some((line) => line.published !== null)) meta.push(...unlabelledDays(lines, roles));
  const published = meta
    .flatMap((line) => (line.published === null ? [] : [line.published]))
    .reduce<MetaLine["published"]>((best, date) => (best === null || date.rank > best.rank ? date : best), null);
  const firstBody = lines[roles.findIndex(({ role }) => role === "body")];
  return {
    text,
    paragraphs: new Paragraphs(
      text,
      lines,
      roles.map(({ role }) => role),
    ),
    title: titleOf(lines, roles) ?? stated.title ?? null,
    source:
      meta.find((line) => line.source !== null)?.source ??
      (firstBody === undefined ? null : sourceOfDateline(firstBody.text)) ??
      stated.source ??
      null,
    published: published?.iso ?? stated.published ?? null,
    publishedSpan: published?.span ?? null,
    furniture,
  };
}

/** Where nothing labels the day: beside the names at the foot or the top, in the last bracket, before the first words. */
function unlabelledDays(lines: readonly PageLine[], roles: readonly RoleOfLine[]): readonly MetaLine[] {
  const running = lines.map((line, index) => roles[index]?.role === "body" && isRunningText(line.text));
  const first = running.indexOf(true);
  const last = running.lastIndexOf(true);
  const foot = lines.slice(last + 1).map(readSignedDay);
  const top = first < 0 ? [] : lines.slice(0, first).map(readSignedDay);
  const closing = lines[last] === undefined ? null : readClosingDay(lines[last]);
  const opening = lines[first] === undefined ? null : readOpeningDay(lines[first]);
  return [...foot, closing, ...top, opening].filter((found) => found !== null).slice(0, 1);
}

interface RoleOfLine {
  role: Role;
  kind: string | null;
}

/** The role of every line, in one pass over the lines; meta lines are collected on the way. */
function rolesOf(
  lines: readonly PageLine[],
  minutes: boolean,
  meta: MetaLine[],
  apart: readonly SetApart[],
): RoleOfLine[] {
  const firstBody = lines.findIndex((place) => {
    const line = place.read();
    return isRunningText(line.text) && furnitureOf(line) === null && readMeta(line) === null;
  });
  const bodyFrom = addressedFrom(lines, firstBody < 0 ? lines.length : firstBody);
  const roles: RoleOfLine[] = [];
  let inSection = false;
  let pastHeading = false;
  let next = 0;
  for (const [index, place] of lines.entries()) {
    const line = place.read();
    while ((apart[next]?.span.end ?? Number.POSITIVE_INFINITY) <= line.span.start) next++;
    const outside = apart[next];
    if (outside !== undefined && outside.span.start < line.span.end) {
      roles.push({ role: "furniture", kind: outside.kind });
      continue;
    }
    const previous = roles.at(-1)?.role;
    const signature =
      index >= Math.max(bodyFrom, lines.length - 3) && !isMinutesField(line.text) ? readSignature(line) : null;
    if (signature !== null && readMeta(line) === null && furnitureOf(line) === null) {
      meta.push(signature);
      roles.push({ role: "byline", kind: null });
      continue;
    }
    const role = roleOf(line, index < bodyFrom && !pastHeading, minutes, meta, inSection, previous);
    pastHeading ||= role.role === "heading";
    inSection = role.opensSection || (inSection && role.role === "furniture");
    roles.push({ role: role.role, kind: role.kind });
  }
  settleBanner(lines, roles, bodyFrom);
  settleTitles(lines, roles, bodyFrom);
  settleDigest(lines, roles);
  settleLastCaption(roles);
  return roles;
}

function roleOf(
  line: Line,
  inHead: boolean,
  minutes: boolean,
  meta: MetaLine[],
  inSection: boolean,
  previous: Role | undefined,
): RoleOfLine & { opensSection: boolean } {
  const { text } = line;
  const as = (role: Role, kind: string | null = null, opensSection = false) => ({ role, kind, opensSection });
  if (minutes && isMinutesField(text)) return as("body");
  const bullet = text.replace(/^[•·●*]\s*/, "");
  const asMeta = readMeta(line);
  if (
    asMeta !== null &&
    (inHead || /^[•·●*[【（(]?\s*(信息)?(来源|发布|日期|时间|填[表报](?:日期|时间)|作者|抄\s*送|分\s*送)/.test(text))
  ) {
    meta.push(asMeta);
    return as("meta");
  }
  const furniture =
    furnitureOf(line) ??
    (bullet === text
      ? null
      : furnitureOf({ document: line.document, start: line.span.end - bullet.length, text: bullet }));
  if (furniture !== null) return as("furniture", furniture.kind, furniture.opensSection);
  if (inSection && text.length <= shortLine && !endsSentence.test(text)) return as("furniture", "related");
  if (/^附件\s*\d*\s*[:：]/.test(text)) return as("meta");
  if (byline.test(text) && !/[。；;]/.test(text)) {
    const note = readEndNote(line) ?? datedByline(line);
    if (note !== null) meta.push(note);
    return as("byline");
  }
  const note = inHead && isRunningText(text) ? null : readEndNote(line);
  if (note !== null) {
    meta.push(note);
    return as(/印发/.test(text) ? "meta" : "byline");
  }
  if (dayLine.test(text)) return as("heading");
  if (captionStart.test(text) && text.length <= shortLine) return as("caption");
  if (numbered.test(text) && text.length <= shortLine && !/[。；;]$/.test(text)) return as("heading");
  if (!inHead && bracketedNote.test(text)) return as("byline");
  if (/\t/.test(text) && text.split(/\t+/).length >= 2) return as("table");
  // The parties of an agreement stand over its title as often as under it.
  if (inHead) return as(/^[（(]?[甲乙丙丁]方[）)]?(?:[（(].{0,6}[）)])?[:：]/.test(text) ? "subtitle" : "title");
  // …仪式。（某报记者 某某）: the reporter's note behind the full stop makes no caption of a sentence.
  const told = text.replace(/[（(【][^（）()【】]{2,40}[）)】]$/, "");
  if (text.length <= shortLine && !endsSentence.test(told) && previous !== "heading" && !/^\S{1,12}[:：]/.test(text))
    return as("caption");
  return as("body");
}

/** A byline in the head that carries the date: 通讯员 席某某　2023年6月19日. */
function datedByline(line: Line): MetaLine | null {
  const read = readMeta(line);
  return read?.published == null ? null : read;
}

/** Text in sentences: an end mark and some length, or a long line. */
function isRunningText(text: string): boolean {
  return (
    (/[。；;]/.test(text) && text.length > 12) ||
    // …刊登了一篇文章，里面点到了不少挂职干部：: two clauses that open a list.
    (/[，,][^，,]*[：:]$/.test(text) && text.length > 24) ||
    text.length > 100 ||
    (endsSentence.test(text) && text.length > shortLine)
  );
}

/** 同志们：, 尊敬的某某局长：: behind whom a speech or letter is addressed to, its text begins, however short the first line. */
function addressedFrom(lines: readonly PageLine[], bodyFrom: number): number {
  const addressed = lines.findIndex(
    ({ text }, index) => index > 0 && index < bodyFrom && /^[^，,。；;：:\d]{2,30}[：:]$/.test(text),
  );
  const next = lines[addressed + 1]?.text ?? "";
  return addressed > 0 && /[，,].*[。！？!?]$/.test(next) ? addressed + 1 : bodyFrom;
}

/** What stands above the breadcrumb (您现在的位置：首页 > …) is the site's banner where a title stands below it. */
function settleBanner(lines: readonly PageLine[], roles: RoleOfLine[], bodyFrom: number): void {
  const crumb = lines.findIndex(
    (line, index) => index < bodyFrom && roles[index]?.role === "furniture" && /首页|位置/.test(line.text),
  );
  if (crumb <= 0 || !roles.some(({ role }, index) => role === "title" && index > crumb && index < bodyFrom)) return;
  for (const role of roles.slice(0, crumb))
    if (role.role === "title") {
      role.role = "furniture";
      role.kind = "banner";
    }
}

/** Of the title lines before the body the first stays title; one that begins with —— or follows it is a subtitle. */
function settleTitles(lines: readonly PageLine[], roles: RoleOfLine[], bodyFrom: number): void {
  let seen = false;
  for (let index = 0; index < Math.min(bodyFrom, roles.length); index++) {
    const role = roles[index];
    const text = lines[index]?.text ?? "";
    if (role?.role !== "title") continue;
    const continues = seen && officialEnding.test(text) && index > 0 && roles[index - 1]?.role === "title";
    if (seen && !continues) role.role = "subtitle";
    if (!seen && /^[—\-–]{1,2}/.test(text)) role.role = "subtitle";
    seen = true;
  }
  const head = roles.slice(0, bodyFrom).map(({ role }, index) => ({ role, text: lines[index]?.text ?? "" }));
  const official = officialTitle(head);
  if (official === null) return;
  const [first, last] = official;
  for (const [index, role] of roles.entries())
    if (role.role === "title" || role.role === "subtitle")
      role.role = index >= first && index <= last ? "title" : "subtitle";
}

/** Captions stand between or beside paragraphs of text; a page without any body has none. */
function settleLastCaption(roles: RoleOfLine[]): void {
  if (roles.some(({ role }) => role === "body")) return;
  for (const role of roles) if (role.role === "caption") role.role = "body";
}

/** ▲6月4日，…。▲6月12日，…。: marks that elsewhere point to a picture open the pieces of a digest where several begin with a day. */
function settleDigest(lines: readonly PageLine[], roles: RoleOfLine[]): void {
  const pieces = lines.map(({ text }) => /^[▲△▼]\s*\d{1,2}月\d{1,2}日/.test(text));
  if (pieces.filter(Boolean).length < 3) return;
  for (const [index, role] of roles.entries())
    if (role.role === "caption" && pieces[index] === true) role.role = "body";
}

function titleOf(lines: readonly PageLine[], roles: readonly RoleOfLine[]): string | null {
  const parts = lines.filter((_, index) => roles[index]?.role === "title").map((line) => line.text);
  const official = parts.length > 1 && /关于/.test(parts[0] ?? "");
  return parts.length === 0 ? null : official ? joinedTitle(parts) : parts.join(" ");
}
