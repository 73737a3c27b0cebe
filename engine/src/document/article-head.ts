import { Pattern, type Stretch } from "../patterns/pattern.js";
import type { RepairedSpan } from "../span.js";
import { repairedSpan } from "../span.js";

/** A line of the repaired text without the space around it. */
export interface Line extends Stretch {
  readonly span: RepairedSpan;
}

/** What a page's meta line (来源：… 发布时间：…) says. */
export interface MetaLine {
  readonly source: string | null;
  readonly published: { readonly iso: string; readonly span: RepairedSpan; readonly rank: number } | null;
}

const fullDate = new Pattern(
  /(?<![\d])((?:19|20)\d{2})\s?(?:[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})|年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号])/g,
);
const hanziDate = new Pattern(
  /([二一][〇零○O0九][〇零○O0一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/g,
);
const shortDate = new Pattern(/(?:^|\s)(\d{2})-(\d{2})-(\d{2})(?=\s+\d{1,2}:\d{2})/);
const dateLabel = /(发布|发稿|发表|更新|印发|成文|刊发|录入|上传|填表|填报|制表|签订|签署)?(时间|日期)\s*[:：]?\s*$/;
const sourceLabel =
  /(?:信息来源|文章来源|稿件来源|新闻来源|来源|稿源|出处|发布机构|发布单位|发文机构|发文单位|供稿单位|填报单位)\s*[:：]\s*([^\s|｜\][【】:：（）()]{2,40})/;
const media =
  /(?:^|[\s|｜《])([^\s|｜《》:：，,。]{2,20}?(?:日报|晚报|早报|晨报|时报|商报|特区报|都市报|周报|报社|报|新闻网|网|发布|融媒体中心|电视台|广播电视台|客户端|新华社|零距离|时事))(?=[\s|｜》]|$)/;
const otherMeta =
  /(作者|浏览|阅读|点击|字号|字体|编辑|责编|索\s*引\s*号|发布机构|主\s*题\s*词|名\s*称|文\s*号|发文日期|生成日期|有效性|第\s*[A-Z]?\d+\s*版|^[A-Z]?\d{1,2}版|星期[一二三四五六日天])\s*[:：]?/;
const metaLabel =
  /^[•·●*\s[【（(]*(信息来源|文章来源|稿件来源|来源|稿源|发布机构|发布单位|作者|发布时间|发布日期|发稿时间|填表日期|填报日期|填表时间|填报时间|制表日期|签订日期|签署日期|日期|时间|更新时间|索\s*引\s*号|名\s*称|主\s*题\s*词|文\s*号|发文日期|生成日期|分\s*类|有效性|公开方式|公开范围|抄\s*送|分\s*送|主\s*送|类\s*[别型]|办理类[别型]|签\s*发\s*人|密\s*级|紧急程度|机密级别)\s*[:：]|^(?:[A-D]|[（(][A-D][）)])\s*类?$/;
/** Fields of minutes (会议纪要): content, not meta. */
const minutesField =
  /^(时\s*间|地\s*点|主\s*持(人)?|出\s*席|参\s*会|参\s*加|列\s*席|缺\s*席|记\s*录(人)?|议\s*题)\s*[:：]/;

/** Whether a line is a field of minutes such as 时间：/地点：/主持：. */
export function isMinutesField(text: string): boolean {
  return minutesField.test(text);
}

/**
 * What a line says of source and date, or null when it is no meta line. A sentence (it has 。) is none. `rank` orders
 * rival dates: 3 labelled as published, 2 in a meta line, 1 in the note at the end.
 */
export function readMeta(line: Line): MetaLine | null {
  const { text } = line;
  if (text.length > 160 || /[。；;]/.test(text)) return null;
  const date = firstDate(line);
  const labelled = sourceLabel.exec(text);
  const looksLike =
    metaLabel.test(text) || labelled !== null || (date !== null && text.length <= 80 && restIsMeta(text));
  if (!looksLike) return null;
  // 来源: 新天水2023-01-03: the day stands close behind the name.
  const named =
    labelled?.[1]?.replace(/(?<=[^\d])(?:19|20)\d{2}[-/年.].*$/, "") ??
    media.exec(text.replace(fullDate.regex, " "))?.[1] ??
    null;
  const label = date === null ? "" : text.slice(0, date.span.start - line.span.start);
  const rank = dateLabel.test(label) ? 3 : 2;
  return { source: named, published: date === null ? null : { ...date, rank } };
}

/** A date in the note at the end: （原载2024年5月17日《…晚报》）, 2021年10月20日印发. */
export function readEndNote(line: Line): MetaLine | null {
  if (line.text.length > 90) return null;
  const date = firstDate(line);
  if (date === null) return null;
  const bracketed = /^[（(【].*[）)】]$/.test(line.text);
  const printed = /印发|原载|刊于|载于|刊载|来源/.test(line.text);
  const alone = line.text.length === date.span.end - date.span.start;
  if (!bracketed && !printed && !alone) return null;
  return { source: media.exec(line.text)?.[1] ?? null, published: { ...date, rank: printed ? 3 : 1 } };
}

/**
 * A date beside names at the top or at the foot of a page, apart from them by space: 2023-04-20　宣传科 石某某;
 * 某县融媒 石某/文 2022-08-19; the two signatures' days of an agreement. Not a sentence, not a label of something else.
 */
export function readSignedDay(line: Line): MetaLine | null {
  const { text } = line;
  if (text.length > 90 || /[，,。；;！!？?\t]/.test(text)) return null;
  const date = firstDate(line);
  if (date === null) return null;
  const before = text.slice(0, date.span.start - line.span.start);
  const after = text.slice(date.span.end - line.span.start);
  const apart = /(?:^|[\s　|｜（(【])$/.test(before) && /^(?:$|[\s　|｜）)】])/.test(after);
  return apart ? { source: media.exec(text)?.[1] ?? null, published: date } : null;
}

/** The day at the end of the last paragraph, in brackets with a name: ……合作。（某县医保 石某 2024年6月25日）. */
export function readClosingDay(line: Line): MetaLine | null {
  const bracket = /(?<=[。！!？?”])\s*[（(]([^（()）。]{0,40})[）)]\s*$/.exec(line.text);
  if (bracket === null) return null;
  const at = line.span.start + bracket.index;
  const date = firstDate({
    document: line.document,
    start: at,
    span: repairedSpan(at, line.span.end),
    text: bracket[0],
  });
  if (date === null) return null;
  return { source: media.exec(bracket[1] ?? "")?.[1] ?? null, published: date };
}

/** The day of the dispatch before a text, apart from it by space: 2022年3月24日　某县人民医院今天上午…. */
export function readOpeningDay(line: Line): MetaLine | null {
  const date = firstDate(line);
  if (date === null || date.span.start !== line.span.start) return null;
  const after = line.text.slice(date.span.end - line.span.start);
  return /^[\s　]+\S/.test(after) ? { source: null, published: date } : null;
}

/** The line that ends a page with its day: 撰文：某某　2019年12月5日, 2023-04-20 某医院宣传科, both parties' days under an agreement. */
export function readSignature(line: Line): MetaLine | null {
  const { text } = line;
  if (text.length > 70 || /[。；;，,！!]/.test(text)) return null;
  const date = firstDate(line);
  if (date === null || text.length - (date.span.end - date.span.start) > 45) return null;
  return { source: null, published: date };
}

/** The medium that a report names in its own first words: 广州日报讯（记者 …）. */
export function sourceOfDateline(text: string): string | null {
  const found =
    /^([^\s，,。：:“（(]{2,14}?(?:报|网|社|客户端|零距离|发布|电视台|融媒))(?:[^\s，,。：:“（(]{0,8}?\d{1,2}月\d{1,2}日)?[讯电]/.exec(
      text,
    );
  const name = found?.[1];
  return name === undefined || /^本[报网社台刊]/.test(name) ? null : name;
}

/** Whether a line with a date holds nothing that is not meta: names of media, pages, weekdays, labels. */
function restIsMeta(text: string): boolean {
  const rest = text.replace(fullDate.regex, " ");
  if (/[，,]/.test(rest)) return false;
  return otherMeta.test(rest) || media.test(rest) || rest.replace(/[\d:：\s•·|｜\-—（）()[\]]/g, "").length <= 12;
}

/** Of the lowest rank: who knows more of the line puts another in its place. */
function firstDate(line: Line): NonNullable<MetaLine["published"]> | null {
  for (const match of fullDate.matches(line)) {
    // （截至2024年6月30日）: until when it is counted, not when it was printed.
    if (/截[至止][到于]?\s*$/.test(line.text.slice(0, match.index))) continue;
    const iso = isoDate(Number(match[1]), Number(match[2] ?? match[4]), Number(match[3] ?? match[5]));
    if (iso !== null) return { iso, span: place(line, match.index, match[0].length), rank: 1 };
  }
  // 23-07-11 08:07: a clock behind it makes two digits a year.
  const short = shortDate.exec(line);
  const recent = short === null ? null : isoDate(2000 + Number(short[1]), Number(short[2]), Number(short[3]));
  if (short !== null && recent !== null) {
    const shift = short[0].length - short[0].trimStart().length;
    return { iso: recent, span: place(line, short.index + shift, short[0].length - shift), rank: 1 };
  }
  for (const match of hanziDate.matches(line)) {
    const year = Number([...(match[1] ?? "")].map(digit).join(""));
    const iso = isoDate(year, hanziNumber(match[2] ?? ""), hanziNumber(match[3] ?? ""));
    if (iso !== null) return { iso, span: place(line, match.index, match[0].length), rank: 1 };
  }
  return null;
}

function place(line: Line, index: number, length: number): RepairedSpan {
  return repairedSpan(line.span.start + index, line.span.start + index + length);
}

function isoDate(year: number, month: number, day: number): string | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

function digit(char: string): number {
  return Math.max(0, "〇一二三四五六七八九".indexOf(char));
}

/** 一 to 三十一. */
function hanziNumber(text: string): number {
  const ten = text.indexOf("十");
  if (ten < 0) return digit(text);
  return (ten === 0 ? 1 : digit(text.charAt(0))) * 10 + (ten + 1 < text.length ? digit(text.charAt(ten + 1)) : 0);
}
