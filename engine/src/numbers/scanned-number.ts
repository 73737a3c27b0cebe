/**
 * A number as Chinese papers print it (汉字数字, 财务大写, 阿拉伯数字 and all mixed): 1610, 1,842, 1.36亿, 三千二百万, 两千三,
 * 二〇二三, 2300余, 一百零五, 3万5千, 一点五亿, 三四十.
 */
export interface ScannedNumber {
  /** The whole value: 1.36亿 is 136000000. */
  readonly value: number;
  /** The same, exact, as a plain decimal. */
  readonly exact: string;
  /** The other end of 三四十 (40), 八九亿, 几十 (100); null for one value. */
  readonly upper: number | null;
  /** The value in front of the last 万/亿 multiplier, as printed with the unit: 1.36 of 1.36亿元. */
  readonly mantissa: number;
  /** The multiplier that belongs to the printed unit: "亿", "万", "万亿" or "". */
  readonly multiplier: string;
  readonly end: number;
  /** Where the number ends without a last 余 or 多. */
  readonly bareEnd: number;
  /** Digits 0–9 stand in it; a bare 三 or 一 does not count as a figure in this field. */
  readonly arabic: boolean;
  /** A row of numerals without places (二〇二三, 一二三): a year or a number plate rather than a quantity. */
  readonly row: boolean;
  /** 余, 多, 来, 几 between number and unit (2300余户, 30多万元). */
  readonly more: string | null;
  /** 几十, 数百万: counted by nobody. */
  readonly vague: boolean;
}
