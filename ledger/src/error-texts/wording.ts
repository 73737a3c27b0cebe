/** Refusals of 字典. */
export const wordingCodes = {
  DICTIONARY_UNKNOWN: {
    zh: "没有这部字典。",
    en: "There is no such dictionary.",
    advice_zh: "请在“设置 · 字典”中重新选择。",
    advice_en: "Choose it again under settings, dictionaries.",
  },
  DICTIONARY_SHEET: {
    zh: "表里没有认出“{dictionary}”的各项，没有导入。",
    en: "No items of “{dictionary_en}” were recognised in the sheet; nothing was imported.",
    advice_zh: "请在数据上方留一行表头，至少有“名称”一列；可另有“科目编码”“起始年度”“截止年度”“依据”“别名”。",
    advice_en:
      "Put a header above the rows with at least a column of names; numbers, first and last years, papers and other names are read too.",
  },
  DICTIONARY_NAME: {
    zh: "没有写名称，没有保存。",
    en: "No name was given; nothing was saved.",
    advice_zh: "请填写文件上印的名称。",
    advice_en: "Enter the name as it is printed.",
  },
  DICTIONARY_SOURCE: {
    zh: "没有写依据，没有保存。",
    en: "No paper was named; nothing was saved.",
    advice_zh: "请写明文号或来源，例如“乙财农〔2026〕3号”；依据会随字典一起留存。",
    advice_en: "Name the circular or where the word comes from; it is kept with the dictionary.",
  },
  DICTIONARY_YEARS: {
    zh: "年度不对，或起始晚于截止，没有保存。",
    en: "A year is none, or it ends before it begins; nothing was saved.",
    advice_zh: "请填写四位年度；一直有效的留空。",
    advice_en: "Enter years of four digits; leave empty what has no end.",
  },
  DICTIONARY_CLOSED: {
    zh: "“{dictionary}”的各项是指标计数的依据，不能增加新项，没有保存。",
    en: "Indicators are counted by the items of “{dictionary_en}”; none can be added. Nothing was saved.",
    advice_zh: "新的叫法请记为其中一项的别名，或从某一年度起给该项改名。",
    advice_en: "Record a new word as another name of one of them, or rename one from a year on.",
  },
  DICTIONARY_CODE: {
    zh: "“{text}”对应的字典项不存在，没有保存。",
    en: "The item meant by “{text}” does not stand; nothing was saved.",
    advice_zh: "请从列表中选择一项；接续项不能是它自己。",
    advice_en: "Choose one of the list; nothing goes on as itself.",
  },
  DICTIONARY_TAKEN: {
    zh: "这些年度里“{text}”已经是字典中的名称或别名，没有保存。",
    en: "This dictionary has “{text}” already in those years; nothing was saved.",
    advice_zh: "请先修改或撤销原来那一条，或换一段年度、地区。",
    advice_en: "Change or take back the other one first, or choose other years or another place.",
  },
  DICTIONARY_PLACE: {
    zh: "“{place}”不在当前身份管理的地区内，没有保存。",
    en: "The place “{place}” is not among the regions of this post; nothing was saved.",
    advice_zh: "请从列表中选择地区；各地通用的叫法请汇总单位或系统管理员登记。",
    advice_en:
      "Choose a region of the list; what holds everywhere a consolidating office or the system administrator records.",
  },
  DICTIONARY_USED: {
    zh: "已有台账使用“{text}”，不能撤销这一项。",
    en: "Rows of the ledgers say “{text}”; it is not taken back.",
    advice_zh: "不再使用的，请填写截止年度；已有的行照旧显示。",
    advice_en: "Give it a last year instead; the rows that there are keep it.",
  },
} as const;
