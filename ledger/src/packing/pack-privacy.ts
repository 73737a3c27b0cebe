import type { FieldValue, RecordDefinition } from "@shanhai/model";
import { maskNumber } from "../account/mask-numbers.js";
import type { Row } from "../row.js";

/** What is hidden in a pack's tables: numbers, and names of persons where the actor takes no real-name lists out. */
export interface PackPrivacy {
  readonly numbers: boolean;
  readonly names: boolean;
}

const NAME = /(?:^|_)name$/;

/** 张三丰 → 张**, so that rows are still told apart by place and day. */
function cutName(name: string): string {
  const [first = "", ...rest] = [...name];
  return first + "*".repeat(Math.max(1, rest.length));
}

/** A row as it may leave, and how texts about it (its title, a quoted cell) are made to say no more than the row. */
export function hiddenRow(
  definition: RecordDefinition,
  row: Row,
  privacy: PackPrivacy,
): { readonly row: Row; readonly plain: (text: string) => string } {
  const values: { [field: string]: FieldValue } = { ...row.values };
  const hidden = new Map<string, string>();
  for (const { key, personal, type } of definition.fields) {
    const value = values[key];
    if (personal !== true || type !== "text" || typeof value !== "string" || value === "") continue;
    const isName = NAME.test(key);
    const shown = isName ? (privacy.names ? cutName(value) : value) : privacy.numbers ? maskNumber(value) : value;
    if (shown === value) continue;
    values[key] = shown;
    hidden.set(value, shown);
  }
  const plain = (text: string) => {
    let said = text;
    for (const [value, shown] of hidden) said = said.replaceAll(value, shown);
    return privacy.numbers && definition.fields.some(({ personal }) => personal === true) ? maskNumber(said) : said;
  };
  return { row: { ...row, values, title: plain(row.title) }, plain };
}
