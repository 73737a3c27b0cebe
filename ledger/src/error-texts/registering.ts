/** Refusals of 登记: steps of a life-cycle, proofs. */
export const registeringCodes = {
  STEP_UNKNOWN: {
    zh: "“{record}”没有这一步（{to}），没有保存。",
    en: "Rows of {record_en} have no step {to}; nothing was saved.",
    advice_zh: "请刷新页面后重试。",
    advice_en: "Reload the page and try again.",
  },
  STEP_NOT_NEXT: {
    zh: "这一条“{record}”现为“{from}”，不能直接转为“{to}”，没有保存。",
    en: "This row of {record_en} is “{from_en}” now and cannot become “{to_en}” at once; nothing was saved.",
    advice_zh: "接下来可以转为：{next}。",
    advice_en: "Next it can become: {next_en}.",
  },
  STEP_INCOMPLETE: {
    zh: "转为“{to}”之前，“{record}”还要填写：{fields}。没有保存。",
    en: "Before it can become “{to_en}”, {record_en} still needs: {fields_en}. Nothing was saved.",
    advice_zh: "请补填后再办理。",
    advice_en: "Fill them in and take the step again.",
  },
  PROOF_USED: {
    zh: "该{what}已用于{uses}。",
    en: "This {what_en} is already a proof of {uses_en}.",
    advice_zh: "可以继续：请在“说明”中写明为什么再次使用，再点上传。",
    advice_en: "It may be used again: say why in the note, then upload it.",
  },
  PROOF_MISSING: {
    zh: "没有这份佐证材料，或它的原件已不在。",
    en: "There is no such proof, or its file is gone.",
    advice_zh: "请刷新后重试；原件缺失的，请用 shanhai verify 校验。",
    advice_en: "Reload and try again; if a file is missing, run shanhai verify.",
  },
} as const;
