/** Refusals of 台账: rows, commands, queries. */
export const recordsCodes = {
  RECORD_UNKNOWN: {
    zh: "没有“{record}”这种台账。",
    en: "There is no record named {record}.",
    advice_zh: "请刷新页面后重试。",
    advice_en: "Reload the page and try again.",
  },
  FIELD_UNKNOWN: {
    zh: "“{record}”没有要素“{field}”。",
    en: "The record {record_en} has no field {field}.",
    advice_zh: "请刷新页面后重试。",
    advice_en: "Reload the page and try again.",
  },
  VALUE_INVALID: {
    zh: "“{record}”的“{field}”填写的内容不符合格式，没有保存。",
    en: "The value of {field_en} in {record_en} does not have the right form; nothing was saved.",
    advice_zh: "请检查“{field}”后重新填写。",
    advice_en: "Check {field_en} and enter it again.",
  },
  VALUE_REQUIRED: {
    zh: "“{record}”的“{field}”必须填写，没有保存。",
    en: "The field {field_en} of {record_en} must not be empty; nothing was saved.",
    advice_zh: "请补填“{field}”。",
    advice_en: "Fill in {field_en}.",
  },
  ROW_EXISTS: {
    zh: "“{record}”已有这一条（{id}），没有重复保存。",
    en: "This row of {record_en} exists already ({id}); it was not saved twice.",
    advice_zh: "请刷新后在原有的一条上修改或并入。",
    advice_en: "Reload and change the row that exists, or merge into it.",
  },
  ROW_MISSING: {
    zh: "“{record}”没有这一条（{id}），没有保存。",
    en: "There is no such row of {record_en} ({id}); nothing was saved.",
    advice_zh: "请刷新后重试。",
    advice_en: "Reload and try again.",
  },
  VERSION_STALE: {
    zh: "您打开以后，{who}于 {at} 已修改了这一条“{record}”{what}，您的修改没有保存。",
    en: "This row of {record_en} was changed by {who} at {at} (Beijing time){what_en}, after you opened it; your change was not saved.",
    advice_zh: "请刷新，看过对方的修改后再改。",
    advice_en: "Reload, look at that change and make yours again.",
  },
  COMMAND_MALFORMED: {
    zh: "保存请求不完整或不合规则（{part}），没有保存。",
    en: "The request to save is incomplete or malformed ({part}); nothing was saved.",
    advice_zh: "请刷新页面后重试。",
    advice_en: "Reload the page and try again.",
  },
  COMMAND_REUSED: {
    zh: "这次保存用了另一次保存的编号（{command}），没有保存。",
    en: "This request used the number of another one ({command}); nothing was saved.",
    advice_zh: "请刷新页面后重试。",
    advice_en: "Reload the page and try again.",
  },
  COMMAND_TOO_LARGE: {
    zh: "一次保存 {rows} 条，超过 {limit} 条的上限，没有保存。",
    en: "A request of {rows} rows is beyond the limit of {limit}; nothing was saved.",
    advice_zh: "请分几次保存。",
    advice_en: "Save them in several parts.",
  },
  SOURCE_MISSING: {
    zh: "要撤回的出处已不在台账中，没有保存。",
    en: "A source to be taken back is not in the ledger any more; nothing was saved.",
    advice_zh: "请刷新后重试。",
    advice_en: "Reload and try again.",
  },
  SOURCE_WITHOUT_ROW: {
    zh: "出处所属的“{record}”条目不存在，没有保存。",
    en: "The row of {record_en} that a source belongs to does not exist; nothing was saved.",
    advice_zh: "请刷新后重试。",
    advice_en: "Reload and try again.",
  },
  REFERENCE_MISSING: {
    zh: "“{record}”的“{field}”所指的“{target}”条目不存在，没有保存。",
    en: "The row of {target_en} that {field_en} of {record_en} points to does not exist; nothing was saved.",
    advice_zh: "请刷新后重新选择；该条目可能已被删除。",
    advice_en: "Reload and choose again; that row may have been removed.",
  },
  ROW_NEEDED: {
    zh: "这一条“{record}”还被“{from}”的“{field}”引用，没有删除。",
    en: "This row of {record_en} is still pointed to by {field_en} of {from_en}; it was not removed.",
    advice_zh: "请先更改引用它的条目，再删除。",
    advice_en: "Change the rows that point to it first, then remove it.",
  },
  SCOPE_UNKNOWN: {
    zh: "没有这对协作双方或主体（{scope}），没有保存。",
    en: "There is no such pair or party ({scope}); nothing was saved.",
    advice_zh: "请先建立协作双方，再保存属于它们的内容。",
    advice_en: "Set up the pair first, then save what belongs to it.",
  },
  QUERY_INVALID: {
    zh: "查询条件不合规则（{part}）。",
    en: "The query is malformed ({part}).",
    advice_zh: "请刷新页面后重新查询。",
    advice_en: "Reload the page and query again.",
  },
} as const;
