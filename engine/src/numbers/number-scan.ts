import { arabicNumeral } from "./arabic-numeral.js";
import {
  blank,
  classAt,
  hanziDigit,
  isArabicDigit,
  isCounting,
  isHanziDigit,
  isMyriad,
  isPlace,
  more as moreClass,
  multiplierScale,
  myriad as myriadClass,
  place as placeClass,
  point,
  tens,
  vague as vagueClass,
} from "./character-class.js";
import { decimalOf, type Part } from "./decimal.js";
import type { ScannedNumber } from "./scanned-number.js";

const powers = [1, 10, 100, 1000] as const;

/**
 * One number being read: a forward scan over character classes, so that a million digits cost a million steps. Sums are
 * kept as numbers and as exact parts; a group is what stands between two of 亿 and 万.
 */
export class NumberScan {
  private readonly parts: Part[] = [];
  private i: number;
  private total = 0;
  private group = 0;
  private groupFrom = 0;
  /** The digits read last, which a place or 万 may still multiply; -1 for none. */
  private coefficient = -1;
  private coefficientAt: number;
  private coefficientDigits = "";
  private fraction = 0;
  /** 四 of 三四十. */
  private alternative = -1;
  private alternativePower = 0;
  private lastPlace = 0;
  private lastMyriad = 0;
  private zero = false;
  private arabic = false;
  private row = false;
  private more: string | null = null;
  private isVague = false;
  private multiplierFrom = -1;
  private bareEnd: number;
  private closed = false;

  constructor(
    private readonly text: string,
    private readonly at: number,
    private readonly spaced: boolean,
  ) {
    this.i = at;
    this.coefficientAt = at;
    this.bareEnd = at;
  }

  run(): ScannedNumber | null {
    if (!this.begin()) return null;
    while (!this.closed && this.step());
    return this.finish();
  }

  /** 百余, 千余万, 万余, 几十, 数百万, and all that a step can read. */
  private begin(): boolean {
    const { text, at } = this;
    const cls = classAt(text, at);
    const next = classAt(text, at + 1);
    if (cls === vagueClass) {
      if (!isPlace(next) && !isMyriad(next)) return false;
      this.isVague = true;
      this.take(1, "1", 0, at + 1);
      return true;
    }
    // 千余名; 近万人, 超千人, 上亿元: the one is not printed.
    const bound = /(?:[近超逾破]|(?<![以线网路山晚早千成])上)$/.test(text.slice(Math.max(0, at - 2), at));
    // 上千万元, 千万元; 千万 alone is a word of its own.
    const tenMillion = cls === placeClass + 3 && isMyriad(next) && (bound || text[at + 2] === "元");
    const bare = bound && next === 0;
    const unspoken = tenMillion || ((cls === placeClass + 3 || isMyriad(cls)) && (next === moreClass || bare));
    if (unspoken || cls === placeClass + 1 || cls === placeClass + 2) {
      this.take(1, "1", 0, at);
      return true;
    }
    return isHanziDigit(cls) || isArabicDigit(cls) || (cls >= tens && cls < tens + 10);
  }

  private take(value: number, digits: string, fraction: number, end: number): void {
    this.coefficient = value;
    this.coefficientDigits = digits;
    this.fraction = fraction;
    this.i = end;
  }

  /** Reads one more piece; false where the number ends. */
  private step(): boolean {
    const { text } = this;
    if (this.spaced && this.i > this.at && classAt(text, this.i) === blank && !this.goesOnBehindBlanks()) return false;
    const { i } = this;
    const cls = classAt(text, i);
    if (isArabicDigit(cls)) return this.arabicCoefficient(i);
    if (isHanziDigit(cls)) return this.hanziDigitStep(i, cls - hanziDigit);
    if (cls >= tens && cls < tens + 10) return this.tensStep(i, cls - tens);
    if (isPlace(cls)) return this.placeStep(i, cls - placeClass);
    if (isMyriad(cls)) return this.myriadStep(i, cls - myriadClass);
    if (cls === moreClass || cls === vagueClass) return this.moreStep(i);
    if (cls === point) return this.pointStep(i);
    return false;
  }

  /** Moves over blanks where what follows must belong to the number: 一百 五 十 二, 十 余 万. */
  private goesOnBehindBlanks(): boolean {
    const { text } = this;
    const j = this.pastBlanks(this.i);
    const cls = classAt(text, j);
    const grows = isPlace(cls) || isMyriad(cls) || cls === moreClass || cls === point;
    const digit = this.coefficient < 0 && (isHanziDigit(cls) || isArabicDigit(cls));
    const few = cls === vagueClass && isMyriad(classAt(text, j + 1));
    if (!grows && !digit && !few) return false;
    this.i = j;
    return true;
  }

  private arabicCoefficient(from: number): boolean {
    const { text } = this;
    if (this.coefficient >= 0 || this.more !== null || (from > this.at && !this.arabic)) return false;
    const { digits, fraction, end, code } = arabicNumeral(text, from);
    // 10万2023年: a year begins.
    if (from > this.at && (text[end] === "年" || text[end] === "月" || text[end] === "日")) return false;
    this.closed = code;
    this.arabic = true;
    this.coefficientAt = from;
    this.take(Number(fraction === 0 ? digits : `${digits}e-${fraction}`), digits, fraction, end);
    this.bareEnd = end;
    return true;
  }

  private hanziDigitStep(i: number, digit: number): boolean {
    const { text } = this;
    const begun = this.total > 0 || this.group > 0;
    if (this.more !== null || (this.arabic && this.coefficient >= 0)) return false;
    if (isCounting(text[i]) && i > this.at) {
      const next = classAt(text, this.spaced ? this.pastBlanks(i + 1) : i + 1);
      if (!(next >= placeClass + 2 && next <= placeClass + 3) && !isMyriad(next)) return false;
    }
    if (this.coefficient < 0) return this.firstDigit(i, digit, begun);
    // 三四十, 八九亿, 十七八: two neighbours mean one or the other.
    const next = classAt(text, i + 1);
    const neighbour =
      this.alternative < 0 && (digit === this.coefficient + 1 || (digit === 5 && this.coefficient === 3));
    if (neighbour && this.coefficient > 0 && !isHanziDigit(next) && (begun || isPlace(next) || isMyriad(next))) {
      this.alternative = digit;
      this.i = i + 1;
      this.bareEnd = i + 1;
      return true;
    }
    return begun || this.alternative >= 0 ? false : this.rowOf(i);
  }

  private firstDigit(i: number, digit: number, begun: boolean): boolean {
    const { text } = this;
    if (digit === 0 && begun) {
      // 一百零五: the places between are empty.
      this.zero = true;
      this.coefficientAt = i;
      this.i = i + 1;
      const next = classAt(text, this.spaced ? this.pastBlanks(i + 1) : i + 1);
      return isHanziDigit(next) || isPlace(next) || next === vagueClass;
    }
    if (!this.zero) this.coefficientAt = i;
    this.take(digit, String(digit), 0, i + 1);
    this.bareEnd = i + 1;
    return true;
  }

  /** 二〇二三, 一二三: numerals without places. */
  private rowOf(from: number): boolean {
    const { text } = this;
    let i = from;
    while (isHanziDigit(classAt(text, i)) && !isCounting(text[i])) i++;
    const digits = this.coefficientDigits + this.plain(from, i);
    this.row = true;
    this.take(Number(digits), digits, 0, i);
    this.bareEnd = i;
    this.closed = classAt(text, i) !== point; // 二〇二三万 is no number of this language.
    return true;
  }

  private plain(from: number, to: number): string {
    const digits: number[] = [];
    for (let i = from; i < to; i++) digits.push(classAt(this.text, i) - hanziDigit);
    return digits.join("");
  }

  private pastBlanks(at: number): number {
    let i = at;
    while (classAt(this.text, i) === blank) i++;
    return i;
  }

  /** 廿一, 卅五. */
  private tensStep(i: number, digit: number): boolean {
    if (i !== this.at) return false;
    this.add(digit, String(digit), 0, 1);
    this.lastPlace = 1;
    this.i = i + 1;
    this.bareEnd = i + 1;
    return true;
  }

  private add(value: number, digits: string, fraction: number, power: number): void {
    this.group += value * (powers[power] ?? 1);
    this.parts.push({ digits, fraction, power });
  }

  private placeStep(i: number, power: number): boolean {
    const { text } = this;
    if (this.row) return false;
    const next = text[i + 1] ?? "";
    // 5百分点; 12千米, 六千字节: the place belongs to the unit.
    if (power === 2 && next === "分" && text[i + 2] === "点") return false;
    if (power === 3 && this.coefficient >= 0) {
      if (/[字比]/.test(next) || (this.arabic && /[米克瓦卡赫帕焦伏]/.test(next))) return false;
    }
    if (this.lastPlace > 0 && power >= this.lastPlace) {
      this.dropCoefficient();
      return false;
    }
    if (this.coefficient < 0) {
      if (power !== 1 || this.group === 0) return false;
      this.take(1, "1", 0, i);
    }
    if (this.alternative >= 0) this.alternativePower = power;
    if (this.arabic && this.multiplierFrom < 0) this.multiplierFrom = i;
    this.add(this.coefficient, this.coefficientDigits, this.fraction, power);
    this.lastPlace = power;
    this.settle(i + 1);
    return true;
  }

  private settle(end: number): void {
    this.coefficient = -1;
    this.fraction = 0;
    this.zero = false;
    this.i = end;
    this.bareEnd = end;
  }

  private myriadStep(i: number, power: number): boolean {
    const { text } = this;
    if (this.row) return false;
    if (power === 12 && /[瓦赫字帕比]/.test(text[i + 1] ?? "")) return false; // 兆瓦, 兆赫, 兆字节
    const pending = this.coefficient >= 0;
    if (!pending && this.group === 0 && this.total === 0) return false;
    const scale = 10 ** power;
    if (!pending && this.group === 0) {
      // 万亿, 万万: all before is multiplied again.
      if (text.charCodeAt(i - 1) === text.charCodeAt(i) && power !== 4) return false;
      this.total *= scale;
      for (const part of this.parts) part.power += power;
    } else {
      if (this.lastMyriad > 0 && power === this.lastMyriad) {
        this.dropCoefficient();
        return false;
      }
      if (pending) {
        if (this.lastPlace > 0) this.tail();
        this.add(this.coefficient, this.coefficientDigits, this.fraction, 0);
      }
      // 一万五千亿: what stands before is multiplied as a whole; 四亿五千万: only the last group.
      const whole = this.lastMyriad > 0 && power > this.lastMyriad;
      for (const part of whole ? this.parts : this.parts.slice(this.groupFrom)) part.power += power;
      this.total = whole ? (this.total + this.group) * scale : this.total + this.group * scale;
    }
    if (this.alternative >= 0) this.alternativePower += power;
    if (this.multiplierFrom < 0) this.multiplierFrom = i;
    this.group = 0;
    this.groupFrom = this.parts.length;
    this.lastPlace = 0;
    this.lastMyriad = power;
    if (this.more !== null) this.closed = !isMyriad(classAt(text, i + 1));
    this.settle(i + 1);
    // A dozen multipliers is noise, not a number.
    if (this.total > 1e60) this.closed = true;
    return true;
  }

  /** The coefficient that was read belongs to the next number: 3万5万. */
  private dropCoefficient(): void {
    if (this.coefficient < 0) return;
    this.coefficient = -1;
    this.zero = false;
    this.i = this.coefficientAt;
    this.bareEnd = this.coefficientAt;
    this.alternative = -1;
  }

  private moreStep(i: number): boolean {
    const { text } = this;
    const c = text[i] ?? "";
    if (this.more !== null || this.row || this.alternative >= 0) return false;
    const round = this.coefficient < 0 || (this.arabic && (this.coefficient % 10 === 0 || /[余餘多]/.test(c)));
    if (/[数數]/.test(c) || (!round && !/[余餘]/.test(c))) return false;
    // 来 is also a verb: 10来个, but not 三十来访.
    if (/[来來]/.test(c) && !/[万亿萬億个名人户家天年岁位块元里米斤亩]/.test(text[i + 1] ?? "")) return false;
    if (/[几幾]/.test(c)) this.bareEnd = i + 1;
    this.more = c;
    this.i = i + 1;
    const next = classAt(text, this.spaced ? this.pastBlanks(i + 1) : i + 1);
    return isMyriad(next) || isPlace(next);
  }

  /** 十五点七, 两千万点五; 五点二十 is a time and 一点两小时 no number. */
  private pointStep(i: number): boolean {
    const { text } = this;
    if (this.arabic || this.more !== null || this.alternative >= 0) return false;
    const from = this.spaced ? this.pastBlanks(i + 1) : i + 1;
    let j = from;
    while (isHanziDigit(classAt(text, j)) && !isCounting(text[j])) j++;
    const digits = this.plain(from, j);
    if (digits === "" || classAt(text, j) === placeClass + 1) return false;
    if (text[j] === "刻" || (text[j] === "分" && text[j + 1] !== "之")) return false;
    this.tail();
    const whole = this.coefficient < 0 ? "" : this.row ? this.coefficientDigits : String(this.coefficient);
    this.take(Number(`${whole === "" ? "0" : whole}.${digits}`), whole + digits, digits.length, j);
    this.bareEnd = j;
    this.closed = !isMyriad(classAt(text, j)) || this.total > 0;
    return true;
  }

  /** A bare last numeral takes the next place: 两千三 is 2300, 三万五 35000. */
  private tail(): void {
    if (this.coefficient <= 0 || this.zero || this.fraction > 0 || this.coefficientDigits.length !== 1) return;
    const below = this.lastPlace >= 2 ? this.lastPlace : this.lastPlace === 0 ? this.lastMyriad : 0;
    if (below === 0) return;
    const power = below - 1;
    if (this.alternative >= 0) this.alternativePower += power;
    this.coefficientDigits += "0".repeat(power);
    this.coefficient *= 10 ** power;
  }

  private finish(): ScannedNumber | null {
    if (this.coefficient >= 0) {
      this.tail();
      this.add(this.coefficient, this.coefficientDigits, this.fraction, 0);
    }
    if (this.parts.length === 0) return null;
    const plain = this.total + this.group;
    const safe = Number.isSafeInteger(plain) && !this.parts.some((part) => part.fraction > 0);
    const exact = safe ? String(plain) : decimalOf(this.parts);
    const value = safe ? plain : Number(exact);
    const multiplied =
      this.multiplierFrom >= 0 &&
      this.coefficient < 0 &&
      (this.group === 0 || (this.arabic && this.parts.length === 1));
    const multiplier = multiplied ? this.printedMultiplier() : "";
    return {
      value,
      exact,
      upper: this.upper(value),
      mantissa: multiplier === "" ? value : Number((value / multiplierScale(multiplier)).toPrecision(15)),
      multiplier,
      end: this.i,
      bareEnd: this.bareEnd,
      arabic: this.arabic,
      row: this.row,
      more: this.more,
      vague: this.isVague,
    };
  }

  /** The run of 千 万 亿 at the end: 千万 of 3千万元, 万亿 of 2.5万亿元. */
  private printedMultiplier(): string {
    const { text } = this;
    const end = this.more !== null && classAt(text, this.i - 1) === moreClass ? this.i - 1 : this.i;
    let from = end;
    while (from > this.at) {
      const cls = classAt(text, from - 1);
      if (isMyriad(cls) || (isPlace(cls) && this.arabic)) from--;
      else break;
    }
    return text.slice(from, end);
  }

  private upper(value: number): number | null {
    if (this.isVague) return value * 10;
    if (this.alternative < 0) return null;
    const low = Number(this.coefficientDigits.replace(/0+$/, "").slice(-1));
    return value + (this.alternative - low) * 10 ** this.alternativePower;
  }
}
