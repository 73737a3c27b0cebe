import type { IndicatorDefinition } from "../counting/indicator-definition.js";
import { unchanged } from "../counting/single-version.js";

/** A 组织领导: who met, how often, and what the year began with. */
export const leadership: readonly IndicatorDefinition[] = [
  {
    code: "A1",
    group: "A",
    zh: "党委常委会、政府常务会专题研究",
    en: "standing committee and executive meetings on the cooperation",
    unit: "次",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(
      ["本年度召开的会议，按次计；一次会议有两个议题的计 1 次", "meetings held this year; one with two topics is one"],
      ["会议纪要、通知", "minutes, notice"],
      { basis: "inferred" },
    ),
  },
  {
    code: "A2",
    group: "A",
    zh: "党政主要负责同志互访（东→西）",
    en: "visits of principal leaders, east to west",
    unit: "次",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(
      [
        "由党政主要负责同志带队的东部赴西部考察，按次计；方向不同不相加",
        "led by a principal leader; directions are kept apart",
      ],
      ["工作方案、行程、报道、照片", "plan, itinerary, press, photographs"],
    ),
  },
  {
    code: "A2a",
    group: "A",
    zh: "党政主要负责同志互访（西→东）",
    en: "visits of principal leaders, west to east",
    unit: "次",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(
      [
        "由党政主要负责同志带队的西部赴东部考察，按次计；方向不同不相加",
        "led by a principal leader; directions are kept apart",
      ],
      ["工作方案、行程、报道、照片", "plan, itinerary, press, photographs"],
    ),
  },
  {
    code: "A3",
    group: "A",
    zh: "党政联席会议",
    en: "joint meetings of party and government",
    unit: "次",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(
      ["每对协作双方各计；一次出访开三场计三次；座谈会、推进会不计", "per pair, not per trip; symposia do not count"],
      ["会议纪要、议程、签到表", "minutes, agenda, attendance"],
    ),
  },
  {
    code: "A4",
    group: "A",
    zh: "互访交流批次",
    en: "visits, both directions",
    unit: "批次",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(
      [
        "一次出访到几个县，本方计 1 批次，每个县各计 1 批次",
        "one tour to several counties is one for the visitor, one for each host",
      ],
      ["公函、人员名单", "letter, list of names"],
    ),
  },
  {
    code: "A4a",
    group: "A",
    zh: "互访交流人次",
    en: "people on visits",
    unit: "人次",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(
      ["按公函或名单的人数计；未登记人数的批次不估算", "as in the letter or list; not estimated where none is kept"],
      ["公函、人员名单", "letter, list of names"],
    ),
  },
  {
    code: "A5",
    group: "A",
    zh: "年度协议签订",
    en: "annual agreements signed",
    unit: "份",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(
      ["每对协作双方每年一份，以签订日期计", "one per pair and year, by the day of signing"],
      ["盖章协议、任务分解表、工作要点", "stamped agreement, breakdown, work plan"],
    ),
  },
  {
    code: "A6",
    group: "A",
    zh: "工作调度会、例会",
    en: "dispatch meetings",
    unit: "次",
    kind: "flow",
    aggregation: "sum",
    versions: unchanged(
      ["按会议次数计，原则上每月一次", "by meeting, usually monthly"],
      ["会议纪要、通报", "minutes, circular"],
    ),
  },
];
