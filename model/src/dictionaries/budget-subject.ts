import type { DictionaryDefinition } from "../dictionary.js";

/**
 * 预算科目: 类款项 of 政府收支分类科目 under which money from the East is booked in the West. The ministry prints them anew each
 * year; delivered is what is public of 款 21305, an office adds the 科目 of its own budget. The codes stand before the names
 * because offices write both. 21305 was 扶贫 until 2021 (赤壁市财政局 2021-05-25 下达通知); 2022 and 2023 are not delivered.
 */
export const budgetSubject: DictionaryDefinition = {
  name: "budget_subject",
  zh: "预算科目",
  en: "budget subject",
  open: true,
  entries: [
    {
      code: "s21305",
      from: null,
      to: 2021,
      zh: "21305 扶贫",
      en: "21305 poverty relief",
      successor: null,
      source: "2021年政府收支分类科目，见赤壁市财政局2021年5月25日衔接资金下达通知",
    },
    {
      code: "s21305",
      from: 2024,
      to: null,
      zh: "21305 巩固脱贫攻坚成果衔接乡村振兴",
      en: "21305 consolidating poverty relief with rural revitalisation",
      successor: null,
      source: "财政部 财预〔2023〕83号：2024年政府收支分类科目，一般公共预算支出功能分类",
    },
    {
      code: "s2130504",
      from: 2024,
      to: null,
      zh: "2130504 农村基础设施建设",
      en: "2130504 rural infrastructure",
      successor: null,
      source: "财政部 财预〔2023〕83号：2024年政府收支分类科目，一般公共预算支出功能分类",
    },
    {
      code: "s2130505",
      from: 2024,
      to: null,
      zh: "2130505 生产发展",
      en: "2130505 development of production",
      successor: null,
      source: "财政部 财预〔2023〕83号：2024年政府收支分类科目，一般公共预算支出功能分类",
    },
    {
      code: "s2130506",
      from: 2024,
      to: null,
      zh: "2130506 社会发展",
      en: "2130506 social development",
      successor: null,
      source: "财政部 财预〔2023〕83号：2024年政府收支分类科目，一般公共预算支出功能分类",
    },
    {
      code: "s2130507",
      from: 2024,
      to: null,
      zh: "2130507 贷款奖补和贴息",
      en: "2130507 loan subsidies and interest",
      successor: null,
      source: "财政部 财预〔2023〕83号：2024年政府收支分类科目，一般公共预算支出功能分类",
    },
    {
      code: "s2130508",
      from: 2024,
      to: null,
      zh: "2130508 “三西”农业建设专项补助",
      en: "2130508 special aid for farming in the Three Wests",
      successor: null,
      source: "财政部 财预〔2023〕83号：2024年政府收支分类科目，一般公共预算支出功能分类",
    },
  ],
};
