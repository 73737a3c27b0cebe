import { numberAt } from "./chinese-number.js";

/** 建党100周年 says 2021: anniversaries whose first year everybody knows. */
const anniversaries: readonly (readonly [RegExp, number])[] = [
  [/(?:建党|中国共产党成立|党的百年)[0-9一二三四五六七八九十百]{0,4}/, 1921],
  [/(?:建国|新中国成立|中华人民共和国成立)/, 1949],
  [/改革开放/, 1978],
  [/红军长征胜利/, 1936],
];

/** The year that an anniversary, or an annual agreement or meeting, in the text implies, for documents that print no other. */
export function anniversaryYear(text: string): number | null {
  for (const match of text.matchAll(
    /(建党|中国共产党成立|建国|新中国成立|中华人民共和国成立|改革开放|长征胜利)([0-9]{2,3}|[一二三四五六七八九]十|一?百)周年/g,
  )) {
    const base = anniversaries.find(([name]) =>
      name.test(match[1] === "长征胜利" ? "红军长征胜利" : (match[1] ?? "")),
    )?.[1];
    const count = numberAt(match[2] ?? "", 0)?.value;
    if (base !== undefined && count !== undefined) return base + count;
  }
  // 签订2023年度协作协议, 2023年联席会议召开: an annual paper or meeting is of the year in which it is signed or held.
  const annual =
    /(?:签订|签署)[^，,。；;]{0,30}?《?(20\d\d)年度?[^，,。；;]{0,12}?协议|(20\d\d)年(?:度|第[一二三四]次)?[^，,。；;]{0,16}?联席会议[^，,。；;]{0,12}?(?:召开|举行)/.exec(
      text,
    );
  return annual === null ? null : Number(annual[1] ?? annual[2]);
}
