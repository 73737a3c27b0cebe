/** Refusals of 核查 and of 佐证材料包. */
export const inspectingCodes = {
  SPOT_CHECK_OTHERS: {
    zh: "这次抽查不是本人（本单位）抽取的，核查结果没有保存。",
    en: "This spot check was drawn by somebody else; the result was not saved.",
    advice_zh: "考核组抽取的由考核组登记结果；如需自查，请另抽一次。",
    advice_en: "Who drew it writes its results down; draw another one for a check of your own.",
  },
  SAMPLE_EMPTY: {
    zh: "指标 {code} 这个月没有台账行，抽不出样本。",
    en: "No row makes indicator {code} in that month; there is nothing to draw.",
    advice_zh: "请换一个月份或指标，或先登记台账。",
    advice_en: "Choose another month or indicator, or enter the rows first.",
  },
  PACK_EMPTY: {
    zh: "没有选中可以收入材料包的指标。",
    en: "None of the chosen indicators can go into a pack.",
    advice_zh: "请在指标表中至少选择一项。",
    advice_en: "Choose at least one line of the board.",
  },
  PACK_MISSING: {
    zh: "没有这个材料包，或已经取走、过期。",
    en: "There is no such pack, or it was fetched or has expired.",
    advice_zh: "请重新制作。",
    advice_en: "Prepare it again.",
  },
  PACK_CHANGED: {
    zh: "制作期间指标 {code} 的台账有变动，材料包没有完成。",
    en: "The rows of indicator {code} changed while the pack was being made; it was not finished.",
    advice_zh: "请重新制作；有人正在导入时稍后再试。",
    advice_en: "Prepare it again, later if somebody is importing.",
  },
  PACK_FILE_DAMAGED: {
    zh: "佐证原件“{name}”与登记时的内容不一致，材料包没有完成。",
    en: "The original file “{name}” is not what was registered; the pack was not finished.",
    advice_zh: "请先运行校验，用备份还原该文件后再制作。",
    advice_en: "Verify the ledger, restore the file from a backup, then prepare the pack again.",
  },
  PACK_STOPPED: {
    zh: "材料包的制作已取消。",
    en: "The making of the pack was cancelled.",
    advice_zh: "需要时请重新制作。",
    advice_en: "Prepare it again when you need it.",
  },
  PACK_UNREADABLE: {
    zh: "“{path}”不是佐证材料包，找不到校验清单。",
    en: "There is no evidence pack at “{path}”: no list to check against.",
    advice_zh: "请给出解压后的材料包文件夹，或原来的 .zip 文件。",
    advice_en: "Name the unpacked folder, or the .zip as it was fetched.",
  },
} as const;
