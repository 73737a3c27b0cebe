import type { EventFact } from "../fact.js";
import type { Group, Match } from "./groups.js";
import { likeness, meet } from "./likeness.js";
import type { Told } from "./occurrence.js";
import { type Contradiction, contradiction, sameDay } from "./rivals.js";

/** Two reports of one event may be so many days apart in the day they print, if who led it is the same. */
const MISPRINT = 3;
/** An undated event is one of the days before its report. */
const REPORTED_WITHIN = 15;

/** Buckets of an event: what it is, each level of where it took part, and the month; one bucket for what has no day. */
export function eventKeys({ fact }: Told<EventFact>): readonly string[] {
  const months = [day(fact.start), day(fact.end)].flatMap((date) => (date === null ? [] : [date.slice(-5, -3)]));
  return [...fact.visitor, ...fact.host].flatMap((path) => {
    const levels = levelsOf(path);
    const dated = levels.flatMap((level) => months.map((month) => `${fact.type}|${level}|${month}`));
    return [...dated, ...levels.slice(-2).map((level) => `${fact.type}|${level}|?`)];
  });
}

/** 贵州省黔南州罗甸县 with what it lies in, from the widest: paths of which one lies in the other share a level. */
function levelsOf(path: string): readonly string[] {
  const ends = [...path.matchAll(/(?:省|市|州|地区|盟|区|县|旗)/g)].map(({ index, 0: word }) => index + word.length);
  return [...new Set([...ends, path.length])].map((end) => path.slice(0, end));
}

/** Whether two reports tell one event: the same kind between the same two sides, on days that meet. */
export function matchEvents(a: Told<EventFact>, b: Told<EventFact>): Match | null {
  const [x, y] = [a.fact, b.fact];
  if (x.type !== y.type || x.status !== y.status || !sides(x, y)) return null;
  const sameLead = x.lead !== null && x.lead === y.lead;
  const days = daysMeet(a, b);
  if (days === null || (days < 1 && !sameLead)) return null;
  const object = x.object !== null && y.object !== null ? likeness(x.object, y.object) : 0;
  const subtype =
    x.subtype !== null && y.subtype !== null && (x.subtype.includes(y.subtype) || y.subtype.includes(x.subtype));
  const score = days + (sameLead ? 2 : 0) + (subtype ? 1 : 0) + (object >= 0.6 ? 1 : 0);
  if (score < 2) return null;
  const reason = days >= 2 ? "same-days" : days === 1 ? "near-report" : "same-lead";
  return { score: Math.min(5, score), reason };
}

/** Dates, leaders and sums in which the reports of one event differ. */
export function eventRivals({ members }: Group<EventFact>): readonly Contradiction[] {
  const lasting = members.filter(
    ({ fact }) => fact.type === "visit" || fact.type === "training" || fact.type === "fair",
  );
  return [
    contradiction("start", members, ({ fact }) => day(fact.start), sameDay),
    contradiction("end", lasting, ({ fact }) => day(fact.end), sameDay),
    contradiction("lead", members, ({ fact }) => fact.lead),
    contradiction("amount", members, ({ fact }) => (fact.type === "donation" ? sumIn(fact.object ?? "") : null)),
  ].filter((found): found is Contradiction => found !== null);
}

/** What an event is called in a list: its kind, days and parties. */
export function eventName({ members }: Group<EventFact>): string {
  const [first] = members;
  if (first === undefined) return "";
  const { fact } = first;
  const short = (paths: readonly string[]) =>
    paths.map((path) => /[^省市州县区旗盟]+(?:[省市州县区旗盟镇乡]|街道)$/.exec(path)?.[0] ?? path).join("、");
  return [fact.subtype ?? fact.type, fact.start, [short(fact.visitor), short(fact.host)].filter(Boolean).join(" → ")]
    .filter(Boolean)
    .join(" ");
}

/** Both sides are the same, whichever of them a report takes for the host. */
function sides(x: EventFact, y: EventFact): boolean {
  const straight = open(x.visitor, y.visitor) && open(x.host, y.host);
  return straight || (meet(x.visitor, y.host) && meet(x.host, y.visitor));
}

function open(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || meet(a, b);
}

/** 3: the same first day; 2: spans that overlap; 1: one undated, told soon after the other; 0: a misprint's distance; null: apart. */
function daysMeet(a: Told<EventFact>, b: Told<EventFact>): number | null {
  const [x, y] = [span(a.fact), span(b.fact)];
  if (x === null && y === null) return nearReports(a.at.published, b.at.published) ? 1 : null;
  if (x === null || y === null) {
    const [dated, undated] = x === null ? [b, a] : [a, b];
    return nearReports(undated.at.published, day(dated.fact.end ?? dated.fact.start)) ? 1 : null;
  }
  const yearless = x.start.startsWith("--") || y.start.startsWith("--");
  const [p, q] = yearless ? [cut(x), cut(y)] : [x, y];
  if (p.start === q.start) return 3;
  if (p.start <= q.end && q.start <= p.end) return 2;
  const gap = apart(p.start, q.start);
  return gap !== null && gap <= MISPRINT ? 0 : null;
}

interface Days {
  readonly start: string;
  readonly end: string;
}

function span(fact: EventFact): Days | null {
  const start = day(fact.start);
  return start === null ? null : { start, end: day(fact.end) ?? start };
}

/** A whole day, with or without its year; months are none. */
function day(date: string | null): string | null {
  return date !== null && /^(?:\d{4}|-)-\d{2}-\d{2}$/.test(date) ? date : null;
}

function cut({ start, end }: Days): Days {
  return { start: `--${start.slice(-5)}`, end: `--${end.slice(-5)}` };
}

/** Days between two dates; a date without year counts in a common one; null where one is none. */
function apart(a: string, b: string): number | null {
  const at = (date: string) => Date.parse(date.startsWith("--") ? `2000-${date.slice(-5)}` : date);
  const gap = Math.abs(at(a) - at(b)) / 86_400_000;
  return Number.isNaN(gap) ? null : gap;
}

function nearReports(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a.startsWith("--") || b.startsWith("--")) return false;
  const gap = apart(a, b);
  return gap !== null && gap <= REPORTED_WITHIN;
}

/** The sum of money that a gift names (资金100万元 → 1000000元); null where it names none. */
function sumIn(object: string): string | null {
  const sum = /(\d+(?:\.\d+)?)(亿|万)?元/.exec(object);
  if (sum === null) return null;
  const scale = sum[2] === "亿" ? 1e8 : sum[2] === "万" ? 1e4 : 1;
  return `${Math.round(Number(sum[1]) * scale)}元`;
}
