import { classAt, isArabicDigit } from "../numbers/character-class.js";
import type { ParsedPoint } from "./date-parts.js";
import { smallNumber } from "./small-number.js";

const separator = (c: string | undefined): boolean => c === "-" || c === "/" || c === "." || c === "．" || c === "／";

/** 2023-12-11, 2023/12/11, 2023.12.11, 1999.08 before a dash, 20240307, 6·30; null where digits mean something else. */
export function numericDate(text: string, at: number, joined = false): ParsedPoint | null {
  if (!isArabicDigit(classAt(text, at))) return null;
  const before = joined ? " " : text[at - 1];
  if (
    (!joined && isArabicDigit(classAt(text, at - 1))) ||
    separator(before) ||
    (before !== undefined && /[A-Za-z第〔[]/.test(before))
  )
    return null;
  const first = smallNumber(text, at);
  if (first === null || !first.arabic) return null;
  if (first.digits === 8) return compact(text, at, first.end);
  if (first.digits <= 2) return dotted(text, first.value, first.end) ?? dayFirst(text, at, first.value, first.end);
  if (first.digits !== 4 || first.value < 1000 || first.value > 2199) return null;
  if (text[first.end] === " ") return blankApart(text, first.value, first.end);
  if (!separator(text[first.end])) return null;
  const month = smallNumber(text, first.end + 1);
  if (month === null || !month.arabic || month.digits > 2 || month.value < 1 || month.value > 12) return null;
  if (separator(text[month.end])) {
    const day = dayAt(text, month.end + 1);
    if (day !== null) return { parts: { year: first.value, month: month.value, day: day.value }, end: day.end };
  }
  // 1999.08-2002.02: a month needs a dash on either side, else 2019.05 is a number.
  const dash = joined || /[-—–~～至到]/.test(text[month.end] ?? "") || /[-—–~～至到]/.test(before ?? "");
  if (month.digits !== 2 || !dash || isArabicDigit(classAt(text, month.end))) return null;
  return { parts: { year: first.value, month: month.value }, end: month.end };
}

/** Two digits at most; 1209:03 is the 12th and 09:03 glued to it. */
function dayAt(text: string, at: number): { value: number; end: number } | null {
  const day = smallNumber(text, at);
  if (day === null || !day.arabic) return null;
  const glued = day.digits === 4 && text[day.end] === ":";
  const value = glued ? Math.floor(day.value / 100) : day.value;
  if ((day.digits > 2 && !glued) || value < 1 || value > 31) return null;
  return { value, end: glued ? at + 2 : day.end };
}

function compact(text: string, at: number, end: number): ParsedPoint | null {
  if (/[A-Za-z0-9年月日号元人万亿个]/.test(text[end] ?? "")) return null;
  const year = Number(text.slice(at, at + 4).normalize("NFKC"));
  const month = Number(text.slice(at + 4, at + 6).normalize("NFKC"));
  const day = Number(text.slice(at + 6, end).normalize("NFKC"));
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { parts: { year, month, day }, end };
}

/** 2010 01 29: four digits, two and two, and nothing that could be a row of figures around. */
function blankApart(text: string, year: number, end: number): ParsedPoint | null {
  const found = /^ (0[1-9]|1[0-2]) (0[1-9]|[12]\d|3[01])(?![0-9.,%]| [0-9])/.exec(text.slice(end, end + 8));
  if (found === null || year < 1900 || year > 2100 || /[0-9][ .,]$/.test(text.slice(0, end - 4).slice(-2))) return null;
  return { parts: { year, month: Number(found[1]), day: Number(found[2]) }, end: end + found[0].length };
}

/** 6·30 */
function dotted(text: string, month: number, end: number): ParsedPoint | null {
  if (text[end] !== "·" || month < 1 || month > 12) return null;
  const day = smallNumber(text, end + 1);
  if (day === null || !day.arabic || day.value < 1 || day.value > 31) return null;
  return { parts: { month, day: day.value }, end: day.end };
}

/** 3-7-07, 10/31/74: the month in front and two digits of the year behind; not 3-7-07室 nor the point of a version. */
function shortYearBehind(
  text: string,
  at: number,
  month: number,
  day: number,
  year: number,
  end: number,
): ParsedPoint | null {
  if (month > 12 || text[end - 3] === "." || /[A-Za-z号室楼栋层座幢房期%％\-~—至到]/.test(text[end] ?? "")) return null;
  if (/[A-Za-z\-—~号室楼栋层座幢房]/.test(text[at - 1] ?? "")) return null;
  return { parts: { year: year <= 32 ? 2000 + year : 1900 + year, month, day }, end };
}

/** 13.5.2015, 3-7-2017: the day in front and the year behind, as other countries print it. */
function dayFirst(text: string, at: number, one: number, end: number): ParsedPoint | null {
  if (!separator(text[end]) || one < 1 || one > 31) return null;
  const two = smallNumber(text, end + 1);
  if (two === null || !two.arabic || two.digits > 2 || two.value < 1 || two.value > 31) return null;
  // 10/31/1974 can only be October.
  const [day, month] = two.value > 12 ? [two.value, one] : [one, two.value];
  if (month > 12) return null;
  const year = text[two.end] === text[end] ? smallNumber(text, two.end + 1) : null;
  if (year === null || !year.arabic) return null;
  if (text[year.end] === text[end] || isArabicDigit(classAt(text, year.end))) return null;
  if (year.digits === 2) return shortYearBehind(text, at, one, two.value, year.value, year.end);
  if (year.digits !== 4 || year.value < 1900 || year.value > 2199) return null;
  return { parts: { year: year.value, month, day }, end: year.end };
}
