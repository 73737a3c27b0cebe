import { unitSet } from "../patterns/unit-set.js";

// The first characters of what parts of a date are printed as: most places hold none, and no expression is asked there.

/** Names of calendars: 农历, 公历. */
export const CALENDARS = unitSet("农農阴旧公");
/** Parts of a year without a year in front: 一季度, 上半年, 前五个月. */
export const YEARLESS = unitSet("第一二三四1234首上下年岁前");
/** Parts of a year behind one: 底, 初, 上半年, 春. */
export const YEAR_TAILS = unitSet("年底末尾初伊上下第一二三四1234首前后头春夏秋冬暑寒");
/** Parts of a month behind one: 上旬, 底. */
export const MONTH_EDGES = unitSet("上中下初月底末尾");
/** 星期一, 周六, 礼拜天. */
export const WEEKDAYS = unitSet("星周礼");
