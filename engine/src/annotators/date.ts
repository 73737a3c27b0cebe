import type { Article, DateMention } from "../annotation.js";
import type { Annotator } from "../annotator.js";
import { addDays, daysBetween, isoDay, isoMonth, monthDay } from "../calendar.js";
import { numberAt } from "../chinese-number.js";
import { repairedSpan } from "../span.js";

type Value = DateMention["value"];

const n = "[0-9０-９〇○零一二三四五六七八九十]";
const year = `(?:${n}{4}|[0-9]{2})`;
const dash = "[至到－—–~～\\-]{1,2}";
const part = "(上午|下午|晚上|晚|早上|早晨|凌晨|中午|傍晚|一早)?";
/** Every form begins with a numeral or a fixed word; all repetitions are bounded, so the scan is linear. */
const forms = new RegExp(
  [
    `(?<y>${year})年(?<m>${n}{1,3})月(?<d>${n}{1,3})[日号](?:[（(](?:星期|周)[一二三四五六日天][)）])?(?:${dash}(?:(?<y2>${year})年)?(?:(?<m2>${n}{1,3})月)?(?<d2>${n}{1,3})[日号])?(?<p1>${part})`,
    `(?<iy>[12][0-9]{3})(?<sep>[-/.])(?<im>[0-9]{1,2})\\k<sep>(?<id>[0-9]{1,2})(?![0-9])`,
    `(?<ym>${year})年(?<mm>${n}{1,3})月(?:${dash}(?:(?<ym2>${year})年)?(?<mm2>${n}{1,3})月)?(?<half1>初|底|末)?(?![0-9])`,
    `(?<ry>今年|去年|明年|前年|当年|本年)(?<r1>${n}{1,3})(?:月(?<rd>${n}{1,3})[日号]|(?:月?${dash}(?<r2>${n}{1,3}))?月(?:份|初|底|末)?)`,
    `(?<!${n})(?<s1>${n}{1,2})${dash}(?<s2>${n}{1,2})月(?:份|底|末)?(?![0-9])`,
    `(?<mo>${n}{1,3})月(?<da>${n}{1,3})[日号]?${dash}(?:(?<mo2>${n}{1,3})月)?(?<da2>${n}{1,3})[日号](?<p5>${part})`,
    `(?<mo1>${n}{1,3})月(?<da1>${n}{1,3})[日号](?<p2>${part})`,
    `(?<fy>${year})(?:年)?${dash}(?<fy2>${n}{4})年`,
    `(?<yq>(?:${year}年|今年|去年|明年|当年|本年)?)(?:第)?(?<q>[一二三四1-4])季度`,
    `(?<yh>(?:${year}年|今年|去年|明年|当年|本年)?)(?<h>[上下])半年`,
    `(?<yy>${year})年(?:(?<ye>年?[底末初])|(?<since>以来)|(?!期|级|内|前|间|多|来|后|限|度的第))`,
    `(?<bd>${n}{1,3})[日](?:${dash}(?<bd2>${n}{1,3})[日])?(?<p3>${part})(?!报|常|前就|均|产|处理|分选|加工|趋|用|销|志)`,
    `(?<bm>${n}{1,3})月(?<bme>初|底|末|中旬|上旬|下旬|份)?(?!人均|工资|收入|均|饼|季|度|子|薪)`,
    "(?<rel>今年以来|今年来|去年以来|今年|去年|前年|明年|今天|今日|昨天|昨日|前天|明天|当天|当日|同日|同一天|次日|第二天|近日|日前|近期|连日来|近来)(?<p4>上午|下午|晚上|晚)?",
    `(?:[近过]去?|过去的?)?(?<dur>${n}{1,3})(?:个)?(?<du>年|年多|个月|月)(?:多)?来`,
    "(?<plan>十[一二三四五]五|[“]十[一二三四五]五[”])",
  ].join("|"),
  "g",
);

/** 建党100周年 says 2021: anniversaries whose first year everybody knows. */
const anniversaries: readonly (readonly [RegExp, number])[] = [
  [/(?:建党|中国共产党成立|党的百年)[0-9一二三四五六七八九十百]{0,4}/, 1921],
  [/(?:建国|新中国成立|中华人民共和国成立)/, 1949],
  [/改革开放/, 1978],
  [/红军长征胜利/, 1936],
];

/** The year that an anniversary, or an annual agreement or meeting, in the text implies, for documents that print no other. */
export function anniversaryYear(text: string): number | null {
  for (const match of text.matchAll(
    /(建党|中国共产党成立|建国|新中国成立|中华人民共和国成立|改革开放|长征胜利)([0-9]{2,3}|[一二三四五六七八九]十|一?百)周年/g,
  )) {
    const base = anniversaries.find(([name]) =>
      name.test(match[1] === "长征胜利" ? "红军长征胜利" : (match[1] ?? "")),
    )?.[1];
    const count = numberAt(match[2] ?? "", 0)?.value;
    if (base !== undefined && count !== undefined) return base + count;
  }
  // 签订2023年度协作协议, 2023年联席会议召开: an annual paper or meeting is of the year in which it is signed or held.
  const annual =
    /(?:签订|签署)[^，,。；;]{0,30}?《?(20\d\d)年度?[^，,。；;]{0,12}?协议|(20\d\d)年(?:度|第[一二三四]次)?[^，,。；;]{0,16}?联席会议[^，,。；;]{0,12}?(?:召开|举行)/.exec(
      text,
    );
  return annual === null ? null : Number(annual[1] ?? annual[2]);
}

const number = (text: string | undefined): number | null =>
  text === undefined || text === "" ? null : (numberAt(text, 0)?.value ?? null);
const fullYear = (text: string | undefined): number | null => {
  const value = number(text);
  if (value === null) return null;
  return value < 100 && /^[0-9]{2}$/.test(text ?? "") ? 2000 + value : value >= 1900 && value <= 2100 ? value : null;
};
const partOf = (word: string | undefined): Value["part"] =>
  word === undefined || word === ""
    ? null
    : /下午|傍晚/.test(word)
      ? "afternoon"
      : /晚/.test(word)
        ? "evening"
        : "morning";

/** What the scan remembers from left to right: dates without year or month take them from here. */
class Context {
  day: string | null = null;
  month: number | null = null;
  year: number | null = null;
  constructor(
    readonly published: string | null,
    readonly implied: number | null,
  ) {}

  /** Year of a 12月11日: the published day's, the year before where it would lie far in the future; else the text's. */
  yearFor(month: number, day: number): number | null {
    if (this.published === null) return this.implied ?? this.year;
    const own = Number(this.published.slice(0, 4));
    const iso = isoDay(own, month, Math.min(day, 28));
    return iso !== null && daysBetween(this.published, iso) > 75 ? own - 1 : own;
  }
}

/**
 * Dates in all printed forms (2023年12月11日至14日, 12月11日, 13日上午, 二〇二三年, 23年底, 上半年, 一季度, 当天, 今年以来,
 * 十四五). A missing year comes from the published day, else from an anniversary or the years printed before; a missing
 * month from the date before. Relative words resolve only against a printed day; 近日 stays null.
 */
export const date: Annotator = {
  id: "date",
  purpose: "finds dates, spans and periods and completes them from the printed dates around",
  annotate(article) {
    const context = new Context(article.published, anniversaryYear(article.text));
    const found: DateMention[] = [];
    for (const match of article.text.matchAll(forms)) {
      const value = read(match.groups ?? {}, context, article, match.index);
      if (value === null) continue;
      found.push({ kind: "date", span: repairedSpan(match.index, match.index + match[0].length), by: "date", value });
    }
    return found;
  },
};

type Groups = { readonly [name: string]: string | undefined };

function read(g: Groups, context: Context, article: Article, at: number): Value | null {
  if (g.y !== undefined || g.iy !== undefined) {
    const y = fullYear(g.y ?? g.iy);
    const m = number(g.m ?? g.im);
    const d = number(g.d ?? g.id);
    if (y === null || m === null || d === null) return null;
    const start = isoDay(y, m, d);
    if (start === null) return null;
    const end = g.d2 === undefined ? start : isoDay(fullYear(g.y2) ?? y, number(g.m2) ?? m, number(g.d2) ?? d);
    if (!isMeta(article, at)) remember(context, start, y, m);
    return value(start, end ?? start, g.d2 === undefined ? "day" : "range", false, partOf(g.p1));
  }
  if (g.ym !== undefined) {
    const y = fullYear(g.ym);
    const m = number(g.mm);
    if (y === null || m === null) return null;
    const start = isoMonth(y, m);
    if (start === null) return null;
    context.year = y;
    const end = g.mm2 === undefined ? start : isoMonth(fullYear(g.ym2) ?? y, number(g.mm2) ?? m);
    return value(start, end ?? start, g.mm2 === undefined ? "month" : "range");
  }
  if (g.ry !== undefined || g.s1 !== undefined) {
    const own = context.published === null ? context.year : Number(context.published.slice(0, 4));
    const y = g.ry === undefined ? own : relativeYear(g.ry, context).year;
    const [m, m2, d] = [number(g.r1 ?? g.s1), number(g.r2 ?? g.s2), number(g.rd)];
    if (m === null || m < 1 || m > 12 || (m2 !== null && (m2 < m || m2 > 12))) return null;
    if (y === null) return value(null, null, "month", true);
    const start = d === null ? isoMonth(y, m) : isoDay(y, m, d);
    if (d !== null && start !== null) context.day = start;
    return value(
      start,
      m2 === null ? start : isoMonth(y, m2),
      m2 !== null ? "range" : d === null ? "month" : "day",
      true,
    );
  }
  if (g.mo !== undefined || g.mo1 !== undefined) {
    const m = number(g.mo ?? g.mo1);
    const d = number(g.da ?? g.da1);
    if (m === null || d === null || monthDay(m, d) === null) return null;
    const y = context.yearFor(m, d);
    const m2 = number(g.mo2) ?? m;
    const d2 = number(g.da2) ?? d;
    const start = y === null ? monthDay(m, d) : isoDay(y, m, d);
    const end = y === null ? monthDay(m2, d2) : isoDay(m2 < m ? y + 1 : y, m2, d2);
    if (start === null) return null;
    context.month = m;
    context.day = start;
    return value(start, end ?? start, g.da2 === undefined ? "day" : "range", true, partOf(g.p2 ?? g.p5));
  }
  if (g.fy !== undefined) {
    const from = fullYear(g.fy);
    const to = fullYear(g.fy2);
    return from === null || to === null ? null : value(String(from), String(to), "range");
  }
  if (g.q !== undefined || g.h !== undefined) {
    const y = relativeYear(g.yq ?? g.yh, context);
    const first = g.q !== undefined ? ((number(g.q) ?? 1) - 1) * 3 + 1 : g.h === "上" ? 1 : 7;
    const last = g.q !== undefined ? first + 2 : first + 5;
    const form = g.q !== undefined ? "quarter" : "half";
    if (y.year === null) return value(null, null, form);
    return value(isoMonth(y.year, first), isoMonth(y.year, last), form, y.inferred);
  }
  if (g.yy !== undefined) {
    const y = fullYear(g.yy);
    if (y === null) return null;
    context.year = y;
    if (g.since !== undefined) return value(String(y), context.published, "so_far");
    const month = g.ye === undefined ? null : /[底末]/.test(g.ye) ? isoMonth(y, 12) : isoMonth(y, 1);
    return month === null ? value(String(y), String(y), "year") : value(month, month, "month");
  }
  if (g.bd !== undefined) {
    const d = number(g.bd);
    if (d === null || d < 1 || d > 31) return null;
    if (context.day === null && partOf(g.p3) !== null) openMonth(context, d);
    const month = context.month;
    if (month === null || context.day === null) return null;
    const y = context.day.startsWith("--") ? null : Number(context.day.slice(0, 4));
    const d2 = number(g.bd2) ?? d;
    const start = y === null ? monthDay(month, d) : isoDay(y, month, d);
    const end = y === null ? monthDay(month, d2) : isoDay(y, month, d2);
    if (start === null) return null;
    context.day = start;
    return value(start, end ?? start, g.bd2 === undefined ? "day" : "range", true, partOf(g.p3));
  }
  if (g.bm !== undefined) {
    const m = number(g.bm);
    if (m === null || m < 1 || m > 12) return null;
    const ahead = /^(?:前|底前|份?前)/.test(article.text.slice(at + (g.bm?.length ?? 0) + 1, at + 6));
    const own = context.published === null ? context.year : Number(context.published.slice(0, 4));
    const y = ahead || context.published === null ? own : context.yearFor(m, 1);
    return value(y === null ? null : isoMonth(y, m), y === null ? null : isoMonth(y, m), "month", true);
  }
  if (g.rel !== undefined) return relative(g.rel, context, partOf(g.p4));
  if (g.dur !== undefined) return value(null, null, "duration");
  if (g.plan !== undefined) {
    const first = 1981 + 5 * ((number((g.plan.match(/十[一二三四五]/) ?? [""])[0]) ?? 10) - 6);
    return value(String(first), String(first + 4), "plan_period", true);
  }
  return null;
}

/** 14日上午 before any month: the month in which the page was published, or the one before where the day lies ahead. */
function openMonth(context: Context, day: number): void {
  const { published } = context;
  if (published === null) return;
  const [y = 0, m = 0, d = 0] = published.split("-").map(Number);
  const before = day > d;
  const month = before ? (m === 1 ? 12 : m - 1) : m;
  const start = isoDay(before && m === 1 ? y - 1 : y, month, Math.min(day, 28));
  if (start !== null) remember(context, start, Number(start.slice(0, 4)), month);
}

function remember(context: Context, day: string, y: number, m: number): void {
  context.day = day;
  context.year = y;
  context.month = m;
}

/** The page's own date line is not the day that 14日 in the text refers to. */
function isMeta(article: Article, at: number): boolean {
  return article.publishedSpan !== null && at >= article.publishedSpan.start && at < article.publishedSpan.end;
}

function relativeYear(word: string | undefined, context: Context): { year: number | null; inferred: boolean } {
  const printed = fullYear(word?.replace("年", ""));
  if (printed !== null) return { year: printed, inferred: false };
  const base = context.published === null ? context.year : Number(context.published.slice(0, 4));
  if (base === null) return { year: null, inferred: true };
  const shift = word === "去年" ? -1 : word === "前年" ? -2 : word === "明年" ? 1 : 0;
  return { year: base + shift, inferred: true };
}

function relative(word: string, context: Context, part: Value["part"]): Value {
  if (/^(近|日前|连日)/.test(word)) return value(null, null, "relative");
  const base = context.published;
  if (/^(当[天日]|同日|同一天)/.test(word)) return value(context.day, context.day, "relative", true, part);
  if (/^(次日|第二天)/.test(word)) {
    const next = context.day === null || context.day.startsWith("--") ? null : addDays(context.day, 1);
    return value(next, next, "relative", true, part);
  }
  if (/年/.test(word)) {
    const y = relativeYear(word.slice(0, 2), context).year;
    const shifted = y === null ? null : String(y);
    return value(shifted, /来$/.test(word) ? base : shifted, /来$/.test(word) ? "so_far" : "relative", true);
  }
  const shift = word.startsWith("昨") ? -1 : word.startsWith("前") ? -2 : word.startsWith("明") ? 1 : 0;
  const day = base === null ? null : addDays(base, shift);
  return value(day, day, "relative", true, part);
}

function value(
  start: string | null,
  end: string | null,
  form: Value["form"],
  inferred = false,
  part: Value["part"] = null,
): Value {
  return { start, end, form, inferred, part };
}
