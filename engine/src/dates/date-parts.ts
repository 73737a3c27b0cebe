/** What is printed of one point in time, before it is completed from the reference day and from dates around it. */
export interface DateParts {
  year?: number;
  /** 去年 is -1. */
  yearShift?: number;
  /** 当年: the year of the date before. */
  yearSame?: boolean;
  month?: number;
  monthShift?: number;
  monthSame?: boolean;
  day?: number;
  dayShift?: number;
  /** 当天, 次日: counted from the date before. */
  daySame?: number;
  /** 农历; with `leap` 闰四月. */
  lunar?: boolean;
  leap?: boolean;
  half?: 1 | 2;
  quarter?: number;
  quarterShift?: number;
  /** 前三季度, 前五个月: months from the year's beginning; negative: from its end. */
  firstMonths?: number;
  /** 春 0 … 冬 3; 暑假 4, 寒假 5. */
  season?: number;
  /** 初, 中, 底 of the year or month printed before. */
  edge?: "start" | "middle" | "end";
  /** 伊始 and a month's 初 are short. */
  edgeOf?: "year" | "month";
  /** 上旬 1, 中旬 2, 下旬 3. */
  tenDays?: number;
  weekShift?: number;
  /** 1 Monday … 7 Sunday; 8 is 周末. */
  weekday?: number;
  /** 第三个星期日; without a weekday the month's third week. */
  nthWeekday?: number;
  holiday?: Holiday;
  century?: number;
  decade?: number;
  /** 近日: said and not meant exactly. */
  vague?: boolean;
  hour?: number;
  minute?: number;
  second?: number;
  /** 上午, 晚: first and last hour. */
  part?: readonly [number, number];
  partWord?: string;
  planPeriod?: number;
}

/** A day of `lexicons/holidays.tsv`. */
export interface Holiday {
  readonly kind: "solar" | "lunar" | "weekday" | "term";
  readonly month: number;
  readonly day: number;
  readonly nth: number;
}

/** Half-open span and the parts read in it. */
export interface ParsedPoint {
  readonly parts: DateParts;
  readonly end: number;
}
