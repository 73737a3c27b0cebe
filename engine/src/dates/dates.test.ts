import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readDates } from "./read-dates.js";

/** Text, what is read against 2023-06-20 (a Tuesday) as printed=from..to, or the length, or what repeats. */
const cases: readonly (readonly [text: string, expected: string])[] = [
  ["2023年12月11日至14日", "2023年12月11日至14日=2023-12-11..2023-12-14"],
  ["2023年12月28日—2024年1月3日", "2023年12月28日—2024年1月3日=2023-12-28..2024-01-03"],
  ["12月28日至1月3日", "12月28日至1月3日=2023-12-28..2024-01-03"],
  ["二〇二三年、二零二三年五月六日", "二〇二三年=2023;二零二三年五月六日=2023-05-06"],
  ["23年底、22年上半年、08年", "23年底=2023-12;22年上半年=2022-01..2022-06;08年=2008"],
  ["一季度、前三季度、今年前5个月", "一季度=2023-01..2023-03;前三季度=2023-01..2023-09;今年前5个月=2023-01..2023-05"],
  ["本月15日、上月、下月3号", "本月15日=2023-06-15;上月=2023-05;下月3号=2023-07-03"],
  ["周三、上周五、下周一", "周三=2023-06-21;上周五=2023-06-16;下周一=2023-06-26"],
  ["6月上旬、5月底、7月初", "6月上旬=2023-06;5月底=2023-05;7月初=2023-07"],
  ["1至5月、12—19日、2021—2023年", "1至5月=2023-01..2023-05;12—19日=2023-06-12..2023-06-19;2021—2023年=2021..2023"],
  [
    "2023-12-11、2023/1/5、2023.12.11、20231211",
    "2023-12-11=2023-12-11;2023/1/5=2023-01-05;2023.12.11=2023-12-11;20231211=2023-12-11",
  ],
  ["昨日、前天、大后天", "昨日=2023-06-19;前天=2023-06-18;大后天=2023-06-23"],
  ["三个季度后、两个半月前、去年本月十日", "三个季度后=2024-03;两个半月前=2023-04-05;去年本月十日=2022-06-10"],
  ["三六七年一月一日，13.5.2015、3-7-2017", "三六七年一月一日=0367-01-01;13.5.2015=2015-05-13;3-7-2017=2017-07-03"],
  ["民国三年、康熙二十年9月", "民国三年=1914;康熙二十年9月=1681-09"],
  ["上2个月、10/1/2018-10/7/2018", "上2个月=2023-04-20..2023-06-20;10/1/2018-10/7/2018=2018-01-10..2018-07-10"],
  ["6天5晚、每年9月到11月", "P6D;every P1Y"],
  ["今年以来、去年以来", "今年以来=2023..2023-06-20;去年以来=2022..2023-06-20"],
  ["“十四五”时期、十三五期间", "“十四五”=2021..2025;十三五=2016..2020"],
  ["2025年底前、2020年以前", "2025年底前=2025-12;2020年以前=2020"],
  ["上午9:30、晚8点半、15时20分", "上午9:30=2023-06-20T09:30;晚8点半=2023-06-20T20:30;15时20分=2023-06-20T15:20"],
  ["6月18日下午3点至5点", "6月18日下午3点至5点=2023-06-18T15:00..2023-06-18T17:00"],
  ["国庆节、中秋节、清明", "国庆节=2023-10-01;中秋节=2023-09-29;清明=2023-04-05"],
  ["农历八月十五、正月初八、腊月廿三", "农历八月十五=2023-09-29;正月初八=2023-01-29;腊月廿三=2024-02-02"],
  ["三年、5个月、历时三天、两年半", "P3Y;P5M;P3D;P2.5Y"],
  ["每周三、每年3月、每隔3天、每天", "every P1W;every P1Y;every P3D;every P1D"],
  [
    "上一个周三、这个星期五、10月的第二周",
    "上一个周三=2023-06-14;这个星期五=2023-06-23;10月的第二周=2023-10-09..2023-10-15",
  ],
  ["从2016到2018，两千零四年八月，大年三十", "从2016到2018=2016..2018;两千零四年八月=2004-08;大年三十=2024-02-09"],
  ["2:00pm、11:30 a.m.、8月至2月", "2:00pm=2023-06-20T14:00;11:30 a.m.=2023-06-20T11:30;8月至2月=2023-08..2024-02"],
  ["近日、前不久", "近日=null;前不久=null"],
  ["九十年代初、80年代，10年代", "九十年代初=1990..1992;80年代=1980..1989"],
  ["20世纪80年代、上世纪末", "20世纪80年代=1980..1989;上世纪末=1980..1999"],
  // None of these is a date.
  ["2月30日、13月5日、6月32日", ""],
  ["黔府发〔2023〕12号、18590001234、140302197706220124", ""],
  ["一点都不难、三点建议、二十点六、零点五", ""],
  ["3日游线路、2号楼、5月饼、1元/日", ""],
  ["黎明村、春光镇、午山街道、周五一同志", ""],
];
const shown = (text: string) =>
  readDates(text, "2023-06-20").map(({ start, end, from, to, duration, every }) => {
    if (every !== null) return `every ${every}`;
    if (duration !== null && from === null) return duration;
    return `${text.slice(start, end)}=${from === to ? from : `${from}..${to}`}`;
  });
for (const [text, expected] of cases) test(`dates: ${text}`, () => assert.equal(shown(text).join(";"), expected));

test("without a reference what is relative stays unknown and a day without a year keeps none", () => {
  const found = readDates("今年12月11日，昨日，12月12日，2022年，次日");
  assert.deepEqual(
    found.map(({ from }) => from),
    ["--12-11", null, "--12-12", "2022", "--12-13"],
  );
  // Whether 2月29日 comes between, only the year would say.
  assert.equal(readDates("2月28日，次日")[1]?.from, null);
  assert.deepEqual(
    readDates("3月11日，项目动工。开工前一天，双方座谈。", "2024-03-20").map(({ from }) => from),
    ["2024-03-11", "2024-03-10"],
  );
});

test("the instants that can be meant: 年底 is two months, a day 86,400 seconds, 夜里12点 the next midnight", () => {
  const [end, day, night] = readDates("2023年底，2023年6月1日，2023年6月2日夜里12点");
  assert.deepEqual([end?.first, end?.last], ["2023-11-01T00:00:00", "2023-12-31T23:59:59"]);
  assert.deepEqual([day?.first, day?.last], ["2023-06-01T00:00:00", "2023-06-01T23:59:59"]);
  assert.equal(night?.first, "2023-06-03T00:00:00");
  const counted = readDates("20天后，20天以后，两天以前，三个多月以来，第三天起，6小时前", "2023-06-20T12:00");
  assert.deepEqual(
    counted.map(({ first, last }) => `${first ?? ""}..${last ?? ""}`),
    [
      "2023-07-10T00:00:00..2023-07-10T23:59:59",
      "2023-07-10T00:00:00..",
      "..2023-06-18T23:59:59",
      "2023-03-01T00:00:00..2023-06-20T12:00:59",
      "2023-06-22T00:00:00..",
      "2023-06-20T05:00:00..2023-06-20T06:00:00",
    ],
  );
});

test("a printed day is read back, however it is printed", () => {
  const hanzi = "〇一二三四五六七八九";
  const row = (n: number) => [...String(n)].map((d) => hanzi[Number(d)]).join("");
  const small = (n: number) =>
    (n < 10 ? "" : n < 20 ? "十" : `${hanzi[Math.floor(n / 10)]}十`) + (n % 10 === 0 ? "" : hanzi[n % 10]);
  fc.assert(
    fc.property(fc.date({ min: new Date("1950-01-01"), max: new Date("2090-12-31"), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [y = 0, m = 0, d = 0] = iso.split("-").map(Number);
      for (const text of [
        `${y}年${m}月${d}日`,
        `${y}-${m}-${d}`,
        `${y}.${m}.${d}`,
        iso.replaceAll("-", ""),
        `${row(y)}年${small(m)}月${small(d)}日`,
      ]) {
        assert.deepEqual(
          readDates(text).map(({ from, to, start, end }) => [from, to, start, end]),
          [[iso, iso, 0, text.length]],
          text,
        );
      }
    }),
    { numRuns: 400 },
  );
});

test("no text throws, places lie inside it and rise", () => {
  const pieces = fc.constantFrom(
    ..."12一二十年月日号时点分秒半前后来上下周星期今明昨每第近至—-:.初底农历春节末天个 ",
    "2023",
    "以来",
    "季度",
    "“十四五”",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 2 })), { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      let last = 0;
      for (const { start, end } of readDates(text, "2023-06-20")) {
        assert.ok(start >= last && end > start && end <= text.length, text);
        last = end;
      }
    }),
    { numRuns: 3000 },
  );
});

test("cost grows with the text", () => {
  const started = process.cpuUsage().user;
  for (const piece of [
    "9",
    "一",
    "十",
    "年",
    "上",
    "每",
    "1月",
    "1年",
    "前",
    "3天",
    "12:",
    "2023-",
    "周",
    "的",
    "1至",
    "初",
  ]) {
    readDates(piece.repeat(200_000 / piece.length), "2023-06-20");
  }
  readDates("1".repeat(1_000_000));
  assert.ok(process.cpuUsage().user - started < 10_000_000);
});
