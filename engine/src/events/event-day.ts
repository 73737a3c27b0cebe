import type { AnnotatedArticle, DateMention } from "../annotation.js";

/** A day, a span of days, or 近日; not a month, not 截至10月20日. */
export function isEventDay({ text }: AnnotatedArticle, date: DateMention): boolean {
  const { form, start } = date.value;
  // A month, a year, a span that is not told by days: whatever stands beside it.
  if (start === null ? form !== "relative" : start.length < (start.startsWith("--") ? 7 : 10)) return false;
  if (/截至|截止/.test(text.slice(Math.max(0, date.span.start - 2), date.span.start + 2))) return false;
  if (isDateline(text, date)) return false;
  // 在县委一号会议室: a room, not a day.
  if (
    /号$/.test(text.slice(date.span.start, date.span.end)) &&
    /^(?:会议|会客|报告|楼|厅|馆|院|门|线|厂房|车间)/.test(text.slice(date.span.end, date.span.end + 3))
  )
    return false;
  // 有效期至12月31日: until when it holds, not when something happened.
  if (/有效期[^，,。]{0,8}$/.test(text.slice(Math.max(0, date.span.start - 12), date.span.start))) return false;
  if (sinceThen(text, date)) return false;
  if (start === null) {
    const printed = text.slice(date.span.start, date.span.end);
    if (/^[近前]段时间/.test(printed) && /^(?:以?来|里|内)/.test(text.slice(date.span.end, date.span.end + 2)))
      return false;
    // 介绍了近期合作成果: only as an adverb is 近期 when something happened.
    const adverb = /(?:^|[\s，,。；;：:])$/.test(text.slice(Math.max(0, date.span.start - 1), date.span.start));
    return (
      /^(?:近日|日前|不久前|近段时间|前段时间|昨[日天]|今[日天](?:[（(]\d+日[）)](?:[上下]午)?)?|前天)$/.test(
        printed,
      ) ||
      (printed === "近期" && adverb)
    );
  }
  return true;
}

/** 自今年9月1日，某幼儿园正式开学后，…: from when on, not when what is told behind it happened. */
function sinceThen(text: string, { span }: DateMention): boolean {
  const led =
    /^(?:自从?|从)/.test(text.slice(span.start, span.end)) ||
    /(?:自从?|从)$/.test(text.slice(Math.max(0, span.start - 2), span.start));
  return led && /^[^。；;]{0,40}?(?:之后|以后|以来|后)[，,]/.test(text.slice(span.end, span.end + 48));
}

/** 中新网贵州9月26日电, 2月14日，记者从…获悉: the day of the dispatch, not of what it tells, unless it goes on with 今(26)日. */
function isDateline(text: string, date: DateMention): boolean {
  const after = text.slice(date.span.end, date.span.end + 80);
  if (/^[，,]?(?:本[报网])?记者[^，,。]{0,20}(?:获悉|了解到|采访)/.test(after)) return true;
  return /^\s*(?:电|讯|消息)/.test(after) && !/今[（(日天]|当[日天]/.test(after);
}

/** 5月13日 大风: the days that head a diary's entries, each in a line of its own; none where there are not two. */
export function diaryDays(article: AnnotatedArticle): readonly DateMention[] {
  const days = article.paragraphs.flatMap(({ role, span }) => {
    const [date] = role === "heading" ? article.within("date", span) : [];
    return date !== undefined && date.span.start === span.start && date.value.form === "day" ? [date] : [];
  });
  return days.length < 2 ? [] : days;
}

/** 今天 in a diary is the day that heads its entry, whenever the whole was printed. */
export function onDiaryDay({ text }: AnnotatedArticle, days: readonly DateMention[], date: DateMention): DateMention {
  if (days.length === 0 || !/^今[天日早晚]/.test(text.slice(date.span.start, date.span.end))) return date;
  const day = days.findLast(({ span }) => span.end <= date.span.start);
  return day === undefined ? date : { ...date, value: { ...date.value, start: day.value.start, end: day.value.end } };
}
