/** Refusals of 指标、数据核对: boards, reported numbers, closed months. */
export const countingCodes = {
  FRAME_UNKNOWN: {
    zh: "没有这对协作双方、单位或地区的指标，或当前身份不管理。",
    en: "There is no board of this pair, party or region, or the post in which you act does not keep it.",
    advice_zh: "请从列表中重新选择。",
    advice_en: "Choose again from the list.",
  },
  INDICATOR_NO_LEDGER: {
    zh: "指标 {code} 没有对应的台账，或当前身份不分管，不能列出明细。",
    en: "No ledger counts indicator {code}, or it is not yours to read; there are no rows to list.",
    advice_zh: "这类指标请看部门报送数及其盖章表。",
    advice_en: "For such an indicator see the number that the bureau reported, with its stamped sheet.",
  },
  MONTH_CLOSED: {
    zh: "{year} 年 {month} 月已封账（第 {version} 版），定稿数不能修改。",
    en: "The month {year}-{month} is closed (version {version}); its final numbers are not changed.",
    advice_zh:
      "请在台账中更正明细，差额会标注“与盖章件不一致”，计入下月；确需重报的，由有封账权限的人员“重新定稿”形成新版本。",
    advice_en:
      "Correct the rows in the ledger: the difference is shown beside the stamped number and goes into the next month; where it must be reported again, whoever closes months makes a new version.",
  },
  MONTH_NOT_READY: {
    zh: "没有可以定稿的指标数，{year} 年 {month} 月没有封账。",
    en: "There is no number to close; the month {year}-{month} stays open.",
    advice_zh: "请先填报，或核对台账是否已登记。",
    advice_en: "Enter numbers first, or look whether the ledgers have rows.",
  },
  INDICATOR_UNKNOWN: {
    zh: "{year} 年没有指标 {code}，没有保存。",
    en: "There is no indicator {code} in {year}; nothing was saved.",
    advice_zh: "请从指标目录中选择。",
    advice_en: "Choose one of the catalogue.",
  },
  WINDOW_INVALID: {
    zh: "指标 {code} 的统计期或截止日不是有效日期，或起始晚于截止，没有保存。",
    en: "The window or cut-off of {code} is no date, or it ends before it begins; nothing was saved.",
    advice_zh: "请按“月-日”填写，例如上年 10-01 至本年 09-20。",
    advice_en: "Give month and day, for example 10-01 of the year before to 09-20.",
  },
  UNIT_FIXED: {
    zh: "指标 {code} 只能以 {unit} 计，没有保存。",
    en: "Indicator {code} can only be told in {unit}; nothing was saved.",
    advice_zh: "上级表要用亿元的，在模板填报中按亿元填出即可，不必改口径。",
    advice_en: "Where a form asks for hundreds of millions, filling it in converts; the definition need not change.",
  },
  MEASURE_UNFIT: {
    zh: "指标 {code} 不分按人、按人次计，没有保存。",
    en: "Indicator {code} is not counted by persons or jobs; nothing was saved.",
    advice_zh: "请把计数方式留空。",
    advice_en: "Leave the way of counting empty.",
  },
  PACE_INVALID: {
    zh: "序时参数应为 0 至 100 的百分点和 0 至 12 个月，没有保存。",
    en: "The pace rule takes 0 to 100 points and 0 to 12 months; nothing was saved.",
    advice_zh: "请填写数字，例如 15 个百分点、2 个月。",
    advice_en: "Enter numbers, for example 15 points and 2 months.",
  },
  NUMBER_UNREADABLE: {
    zh: "指标 {code} 填写的不是数，没有保存。",
    en: "What was filled in for {code} is no number; nothing was saved.",
    advice_zh: "请只填写数字；未填请留空，不要填 0。",
    advice_en: "Enter digits only; leave it empty where there is none, which is not 0.",
  },
  SETTLEMENT_UNFIT: {
    zh: "指标 {code} 的核对结果与两边数据不符，或缺少备注，没有保存。",
    en: "The way {code} was settled does not fit the two numbers, or its note is missing; nothing was saved.",
    advice_zh: "请刷新后重新核对：一致的选“一致”，不一致的选“同意对方”“维持”或填写备注。",
    advice_en: "Reload and compare again: equal lines are equal; for others take theirs, keep ours, or write a note.",
  },
  COMPARISON_FOREIGN: {
    zh: "这个工作簿不是本系统发出的数据核对单，没有读取。",
    en: "This workbook is no comparison sheet that was sent from here; it was not read.",
    advice_zh: "请对方在发出的原件上填写后发回；其他表格请用“台账导入”。",
    advice_en: "Ask for the sheet that was sent, filled in; other workbooks go through the import of ledgers.",
  },
  NOTE_NEEDED: {
    zh: "指标 {code} 的定稿数与所选来源不一致，需要填写差异说明，没有保存。",
    en: "The final number of {code} differs from the source chosen; a note is needed and nothing was saved.",
    advice_zh: "请填写差异说明，或改选与定稿数一致的来源。",
    advice_en: "Say why, or choose the source that it agrees with.",
  },
} as const;
