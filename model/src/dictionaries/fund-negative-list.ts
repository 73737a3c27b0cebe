import type { DictionaryDefinition } from "../dictionary.js";

/**
 * 资金负面清单: what the measure on 衔接资金 (财农〔2021〕19号) keeps aid from being spent on; provinces' measures on 协作资金 follow it, and
 * an office adds what its own province says. The aliases are words by which a text is found to speak of it; with the 科目 that
 * 财预〔2023〕83号 keeps for 基本支出. A word tells, it does not decide.
 */
export const fundNegativeList: DictionaryDefinition = {
  name: "fund_negative_list",
  zh: "资金负面清单",
  en: "what aid may not pay for",
  open: true,
  entries: [
    {
      code: "basic_expenditure",
      from: 2021,
      to: null,
      zh: "单位基本支出",
      en: "running costs of units",
      successor: null,
      source:
        "财政部等六部门 财农〔2021〕19号《中央财政衔接推进乡村振兴补助资金管理办法》；协作资金参照，各省另有规定的由本单位补充",
    },
    {
      code: "vehicles",
      from: 2021,
      to: null,
      zh: "交通工具及通讯设备",
      en: "vehicles and communication equipment",
      successor: null,
      source:
        "财政部等六部门 财农〔2021〕19号《中央财政衔接推进乡村振兴补助资金管理办法》；协作资金参照，各省另有规定的由本单位补充",
    },
    {
      code: "buildings",
      from: 2021,
      to: null,
      zh: "修建楼堂馆所",
      en: "office buildings, halls and guesthouses",
      successor: null,
      source:
        "财政部等六部门 财农〔2021〕19号《中央财政衔接推进乡村振兴补助资金管理办法》；协作资金参照，各省另有规定的由本单位补充",
    },
    {
      code: "allowances",
      from: 2021,
      to: null,
      zh: "各种奖金津贴和福利补助",
      en: "bonuses, allowances and benefits",
      successor: null,
      source:
        "财政部等六部门 财农〔2021〕19号《中央财政衔接推进乡村振兴补助资金管理办法》；协作资金参照，各省另有规定的由本单位补充",
    },
    {
      code: "debts",
      from: 2021,
      to: null,
      zh: "偿还债务和垫资",
      en: "paying off debts and sums advanced",
      successor: null,
      source:
        "财政部等六部门 财农〔2021〕19号《中央财政衔接推进乡村振兴补助资金管理办法》；协作资金参照，各省另有规定的由本单位补充",
    },
  ],
  aliases: (
    [
      ["basic_expenditure", "人员经费", "公用经费", "办公经费", "工作经费", "2130501", "2130503", "2130550"],
      ["vehicles", "购车", "车辆购置", "购置车辆", "公务用车", "交通工具", "通讯设备"],
      ["buildings", "楼堂馆所", "办公楼", "办公用房", "招待所"],
      ["allowances", "奖金", "津贴", "福利补助", "福利费"],
      ["debts", "偿还债务", "偿还贷款", "归还贷款", "债务化解", "化解债务", "垫资"],
    ] as const
  ).flatMap(([code, ...words]) =>
    words.map((text) => ({
      ...{ text, code, place: null, from: null, to: null },
      source: /^\d/.test(text) ? "财预〔2023〕83号：基本支出科目" : "常见表述",
    })),
  ),
};
