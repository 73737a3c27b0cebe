import { type FieldDefinition, recordDefinitions } from "@shanhai/model";

const KINDS: { readonly [type in FieldDefinition["type"]]: string } = {
  text: "文字",
  long_text: "长文字",
  integer: "整数",
  decimal: "数字",
  money: "金额",
  date: "日期",
  code: "选项",
  flag: "是否",
  identifier: "标识",
  reference: "关联",
  references: "关联（可多项）",
  texts: "文字（可多项）",
  list: "明细",
};

/** A field's kind in an office's words. */
export function fieldKind({ type }: FieldDefinition): string {
  return KINDS[type];
}

/** What may be chosen, or which ledger is meant: 可选：…。 对应台账：…。 Empty where anything may be written. */
export function fieldWords(field: FieldDefinition): string {
  if (field.codes !== undefined && field.type !== "text")
    return `可选：${field.codes.map(({ zh }) => zh).join("、")}。`;
  const other = recordDefinitions.find(({ name }) => name === field.record);
  return other === undefined ? "" : `对应台账：${other.zh}。`;
}
