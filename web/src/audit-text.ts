import { recordDefinitions } from "@shanhai/model";
import type { AuditEntry } from "@shanhai/server";
import type { Language, Words } from "./words/index.js";

/** What else is known of an entry of the audit log, in the words of the office: `方式：登录链接；行数：12`. */
export function auditDetail({ detail }: Pick<AuditEntry, "detail">, words: Words, language: Language): string {
  const { details, values } = words.settings.audit;
  const { colon, semicolon } = words.signs;
  const labels: { readonly [key: string]: string } = details;
  const said: { readonly [value: string]: string } = { ...words.settings.roles, ...values };
  return Object.entries(detail)
    .flatMap(([key, value]) => {
      if (value === null || value === undefined || value === "") return [];
      const text = String(value);
      // Several ledgers are named one by one.
      const named = text.split(",").map((one) => said[one] ?? recordName(one, language) ?? one);
      return [`${labels[key] ?? key}${colon}${named.join(words.signs.comma)}`];
    })
    .join(semicolon);
}

/** What an entry is about: the name of a ledger where it is one. */
export function auditTarget({ target }: Pick<AuditEntry, "target">, language: Language): string {
  return target === null ? "" : (recordName(target, language) ?? target);
}

function recordName(name: string, language: Language): string | null {
  return recordDefinitions.find((one) => one.name === name)?.[language] ?? null;
}
