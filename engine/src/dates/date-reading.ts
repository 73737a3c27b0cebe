import type { DateForm } from "./resolve.js";

/** A date, a span of dates, a length of time or a repetition in a text. Offsets are half-open UTF-16 offsets. */
export interface DateReading {
  readonly start: number;
  readonly end: number;
  readonly kind: "point" | "span" | "duration" | "repeating";
  readonly form: DateForm;
  /**
   * ISO at the precision printed, the last day or month included: `2023`, `2023-12`, `2023-12-11`, `2023-12-11T09:30`,
   * `--12-11` (no year is known); null where open or unknown (近日).
   */
  readonly from: string | null;
  readonly to: string | null;
  /** The first and the last second that can be meant, `2023-12-11T00:00:00`: 年底 begins in November; null where open or unknown. */
  readonly first: string | null;
  readonly last: string | null;
  /** Year, month or day come from the reference day or from dates around. */
  readonly inferred: boolean;
  readonly part: "morning" | "afternoon" | "evening" | null;
  /** 2025年前, 去年以来, 2018年以后; of a length 六个月以下 (before) and 三年以上 (since). */
  readonly bound: "before" | "since" | "after" | null;
  /** ISO 8601: P3Y, P5M, PT90M; the shorter end of 3~6个月, 两三天; null for 六个月以下, which has no shorter end. */
  readonly duration: string | null;
  /** The longer end of 3~6个月, 3年以上7年以下, 两三天, 几十年, 六个月以下; null where one length is printed, or no end. */
  readonly longest: string | null;
  /** What repeats: P1W for 每周三. */
  readonly every: string | null;
}
