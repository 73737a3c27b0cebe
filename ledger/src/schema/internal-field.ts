import type { FieldDefinition } from "@shanhai/model";

/** One field of an internal record (内部表), with what its own kind needs in `more`. */
export function internalField(
  key: string,
  type: FieldDefinition["type"],
  zh: string,
  en: string,
  more: Partial<FieldDefinition> = {},
) {
  return { key, type, zh, en, ...more } satisfies FieldDefinition;
}

/** One code of such a field, with its name in both languages. */
export const internalCode = (code: string, zh: string, en: string) => ({ code, zh, en });
