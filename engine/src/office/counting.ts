const digits = "零一二三四五六七八九";
const legalDigits = "零壹贰叁肆伍陆柒捌玖";
const stems = "甲乙丙丁戊己庚辛壬癸";
const branches = "子丑寅卯辰巳午未申酉戌亥";

/**
 * A number as automatic numbering prints it, by the format's name in WordprocessingML (ST_NumberFormat): 一 for 1 in
 * `chineseCounting`, 壹 in `chineseLegalSimplified`, ① in `decimalEnclosedCircle`. Null for formats without a number
 * (`bullet`, `none`); unknown formats print digits, as programs do.
 */
export function counted(value: number, format: string): string | null {
  switch (format) {
    case "none":
    case "bullet":
      return null;
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
      return inChinese(value, digits, "十百千");
    case "chineseLegalSimplified":
    case "ideographLegalTraditional":
    case "japaneseLegal":
      return inChinese(value, legalDigits, "拾佰仟");
    case "ideographDigital":
    case "japaneseDigitalTenThousand":
    case "taiwaneseDigital":
      return [...String(value)].map((digit) => "〇一二三四五六七八九".charAt(Number(digit))).join("");
    case "ideographTraditional":
      return stems.charAt((value - 1) % 10);
    case "ideographZodiac":
      return branches.charAt((value - 1) % 12);
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value);
    case "decimalEnclosedParen":
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2474 + value - 1) : `(${value})`;
    case "decimalEnclosedFullstop":
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2488 + value - 1) : `${value}.`;
    case "ideographEnclosedCircle":
      return value >= 1 && value <= 10 ? String.fromCharCode(0x3280 + value - 1) : String(value);
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return [...String(value)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join("");
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "upperLetter":
      return letters(value);
    case "lowerLetter":
      return letters(value).toLowerCase();
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    default:
      return String(value);
  }
}

/** 1 to 9,999 in Chinese numerals; 10 to 19 begin with 十. */
function inChinese(value: number, names: string, units: string): string {
  if (value <= 0 || value > 9_999) return value === 0 ? names.charAt(0) : String(value);
  let text = "";
  let gap = false;
  for (const [place, digit] of [...String(value).padStart(4, "0")].map(Number).entries()) {
    if (digit === 0) gap = text !== "";
    else {
      text += (gap ? names.charAt(0) : "") + names.charAt(digit) + (place < 3 ? units.charAt(2 - place) : "");
      gap = false;
    }
  }
  return value >= 10 && value < 20 ? text.slice(1) : text;
}

/** A, B … Z, AA, BB: the letter is repeated, as word processors do. */
function letters(value: number): string {
  if (value < 1) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(10, Math.ceil(value / 26)));
}

function roman(value: number): string {
  if (value < 1 || value > 3_999) return String(value);
  const steps: readonly (readonly [number, string])[] = [
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let rest = value;
  let text = "";
  for (const [worth, sign] of steps) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}
