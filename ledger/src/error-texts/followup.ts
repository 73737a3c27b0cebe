/** Refusals of 督办. */
export const followupCodes = {
  BREAKDOWN_EMPTY: {
    zh: "“{text}”没有分解出任何事项，没有保存。",
    en: "No task was entered for “{text}”; nothing was saved.",
    advice_zh: "请至少填写一个事项；确实不需要分解的，请标为“留存（不分解）”。",
    advice_en: "Enter at least one task, or keep the statement as said.",
  },
  URGE_OTHER_SIDE: {
    zh: "这一事项的责任方是对方，不能催办，没有保存。",
    en: "This task is the other side's and cannot be urged; nothing was saved.",
    advice_zh: "可以发商请函（函件台账），或在联席会议上会商。",
    advice_en: "Send a letter of request, or raise it at a joint meeting.",
  },
} as const;
