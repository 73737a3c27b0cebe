import { roundDecimal, shiftDecimal } from "./decimal-text.js";
import { type FormatSection, type FormatToken, parseFormat } from "./format-sections.js";
import { type SerialMoment, serialMoment } from "./serial-day.js";

/** What a cell's number format makes of its number. */
export interface PrintedNumber {
  readonly text: string;
  /** ISO day or month, where the format prints a date. */
  readonly date?: string;
}

/** A number format (数字格式) as a cell has it. */
export interface NumberFormat {
  /** `decimal` is plain text as of `decimalText`. */
  print(decimal: string, date1904: boolean): PrintedNumber;
  /** Nothing is changed of what fits: the common case, which is not looked at more closely. */
  readonly general: boolean;
}

/** Compiles a format code such as `#,##0.00_);[Red](#,##0.00)` or `yyyy"年"m"月"d"日"`. A code that makes no sense prints as General. */
export function numberFormat(code: string): NumberFormat {
  const sections = parseFormat(code);
  const general = sections.length === 1 && sections[0]?.general === true && sections[0].tokens.length === 1;
  return {
    general,
    print(decimal, date1904) {
      const value = Number(decimal);
      const section = sectionFor(sections, value);
      if (section === null) return { text: printGeneral(decimal) };
      if (section.date) {
        const moment = serialMoment(value, date1904);
        if (moment === null) return { text: printGeneral(decimal) };
        const text = printMoment(section, moment, value);
        return section.day || section.year ? { text, date: isoDate(section, moment) } : { text };
      }
      // With a section for negative numbers, that section itself says how they look.
      const bare = section.unsigned && decimal.startsWith("-") ? decimal.slice(1) : decimal;
      return { text: printDecimal(section, bare) };
    },
  };
}

/** A number as a cell without a format shows it: up to 11 characters, else with an exponent. */
export function printGeneral(decimal: string): string {
  const plain = decimal.startsWith("-") ? decimal.slice(1) : decimal;
  const [whole = "0", fraction = ""] = plain.split(".");
  const tiny = whole === "0" && fraction.startsWith("0000");
  if (!tiny && whole.length <= 11 && fraction.length + whole.length <= 10) return decimal;
  const value = Number(decimal);
  if (whole.length > 11 || tiny) {
    const [mantissa = "", exponent = "0"] = value.toExponential(5).split("e");
    const power = Number(exponent);
    const short = mantissa.replace(/\.?0+$/, "");
    return `${short}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  const places = Math.max(0, 10 - whole.length);
  return roundDecimal(decimal, places)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

function sectionFor(sections: readonly FormatSection[], value: number): FormatSection | null {
  const conditional = sections.some((section) => section.condition !== null);
  if (conditional) {
    const found = sections.find((section) => section.condition === null || section.condition(value));
    return found ?? null;
  }
  const numeric = sections.slice(0, 3);
  if (value < 0 && numeric.length > 1) return numeric[1] ?? null;
  if (value === 0 && numeric.length > 2) return numeric[2] ?? null;
  return numeric[0] ?? null;
}

function isoDate(section: FormatSection, { year, month, day }: SerialMoment): string {
  const wholeYear = String(year).padStart(4, "0");
  const head = `${wholeYear}-${String(month).padStart(2, "0")}`;
  if (section.day) return `${head}-${String(day).padStart(2, "0")}`;
  return section.month ? head : wholeYear;
}

const monthNames = "January February March April May June July August September October November December".split(" ");
const weekDays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

function printMoment(section: FormatSection, moment: SerialMoment, serial: number): string {
  const { year, month, day } = moment;
  const seconds = section.fractionOfSecond ? moment.seconds : Math.round(moment.seconds);
  const hours = Math.floor(seconds / 3600) % 24;
  const weekDay = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const two = (value: number, wide: boolean) => (wide ? String(value).padStart(2, "0") : String(value));
  const print = (token: FormatToken): string => {
    const wide = token.text.length > 1;
    switch (token.kind) {
      case "literal":
        return token.text;
      case "year":
        return token.text.length <= 2 ? String(year % 100).padStart(2, "0") : String(year);
      case "era-year":
        return String(year);
      case "month":
        if (token.text.length >= 5) return (monthNames[month - 1] ?? "").slice(0, 1);
        if (token.text.length >= 3)
          return (monthNames[month - 1] ?? "").slice(0, token.text.length === 3 ? 3 : undefined);
        return two(month, wide);
      case "day":
        if (token.text.length >= 3) return (weekDays[weekDay] ?? "").slice(0, token.text.length === 3 ? 3 : undefined);
        return two(day, wide);
      case "weekday":
        return `${token.text.length >= 4 ? "星期" : ""}${"日一二三四五六".charAt(weekDay)}`;
      case "hour":
        return two(section.halfDays ? hours % 12 || 12 : hours, wide);
      case "minute":
        return two(Math.floor(seconds / 60) % 60, wide);
      case "second":
        return two(Math.floor(seconds) % 60, wide);
      case "second-fraction":
        return (seconds % 1).toFixed(token.text.length - 1).slice(1);
      case "half-day": {
        const [before = "AM", after = "PM"] = token.text.split("/");
        return hours < 12 ? before : after;
      }
      case "elapsed": {
        const total = Math.floor(serial * 86_400 + 0.5);
        const unit = token.text.toLowerCase().startsWith("h")
          ? 3600
          : token.text.toLowerCase().startsWith("m")
            ? 60
            : 1;
        return String(Math.floor(total / unit)).padStart(token.text.length, "0");
      }
      default:
        return "";
    }
  };
  return section.tokens.map(print).join("").trim();
}

function printDecimal(section: FormatSection, decimal: string): string {
  if (section.general) {
    return section.tokens
      .map((token) => (token.kind === "general" ? printGeneral(decimal) : literalOf(token)))
      .join("");
  }
  if (section.whole.length + section.places.length === 0) {
    const text = section.tokens.map(literalOf).join("").trim();
    return section.text ? decimal : text;
  }
  const scaled = shiftDecimal(decimal, section.scale);
  if (section.exponent > 0) return printExponent(section, scaled);
  if (section.fraction) return printGeneral(decimal);
  const rounded = roundDecimal(scaled, section.places.length);
  const negative = rounded.startsWith("-");
  const [whole = "0", fraction = ""] = (negative ? rounded.slice(1) : rounded).split(".");
  const places = filledPlaces(section, whole === "0" ? "" : whole, fraction);
  let next = 0;
  const body = section.tokens.map((token) => {
    if (token.kind === "digit" || token.kind === "place") return places[next++] ?? "";
    if (token.kind === "point") return fraction === "" || !places.slice(next).some((each) => each !== "") ? "" : ".";
    return literalOf(token);
  });
  return `${negative ? "-" : ""}${body.join("")}`.trim();
}

/** What each placeholder prints: the first takes all digits that there are no places for; `#` prints no needless zero. */
function filledPlaces(section: FormatSection, whole: string, fraction: string): readonly string[] {
  const out: string[] = [];
  const count = section.whole.length;
  const padded = whole.padStart(count, " ");
  const extra = padded.length - count;
  for (let at = 0; at < count; at++) {
    const digits = at === 0 ? padded.slice(0, extra + 1).trim() : padded.charAt(extra + at).trim();
    const shown = digits === "" && section.whole[at] === "0" ? "0" : digits;
    const right = count - 1 - at;
    out.push(
      section.grouped
        ? grouped(
            shown,
            right,
            out.some((each) => each !== ""),
          )
        : shown,
    );
  }
  const needed = lastNeeded(section.places, fraction);
  for (let at = 0; at < section.places.length; at++) out.push(at < needed ? (fraction[at] ?? "0") : "");
  return out;
}

/** Puts a comma behind every digit that has a multiple of three digits to its right. */
function grouped(digits: string, right: number, begun: boolean): string {
  let text = "";
  for (let at = 0; at < digits.length; at++) {
    const behind = right + digits.length - 1 - at;
    text += digits.charAt(at);
    if (behind > 0 && behind % 3 === 0 && (text !== "" || begun)) text += ",";
  }
  return text;
}

function lastNeeded(places: readonly string[], fraction: string): number {
  let needed = places.lastIndexOf("0") + 1;
  for (let at = needed; at < places.length; at++) if ((fraction[at] ?? "0") !== "0") needed = at + 1;
  return needed;
}

function printExponent(section: FormatSection, decimal: string): string {
  const [mantissa = "0", exponent = "0"] = Number(decimal).toExponential(section.places.length).split("e");
  const power = Number(exponent);
  return `${mantissa}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(section.exponent, "0")}`;
}

function literalOf(token: FormatToken): string {
  return token.kind === "literal" ? token.text : "";
}
