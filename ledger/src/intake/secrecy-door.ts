import type { SecrecyMark } from "@shanhai/engine";
import { LedgerError } from "../error-codes.js";

/**
 * The secrecy door (保密关): between reading in memory and storing the first byte. 绝密, 机密 and 秘密 are refused;
 * 工作秘密 and 内部 pass with a mark that keeps them from ever being published. The engine says what is a mark
 * (`Reading.secrecy`); this file says what follows. A refusal carries the level only, never words of the file or its
 * name: it reaches logs.
 */
type Level = SecrecyMark["level"];

const REFUSED: readonly Level[] = ["绝密", "机密", "秘密"];
const MARKED: readonly Level[] = ["工作秘密", "内部"];

/**
 * A level at the head of a file name, set off as offices do: `机密★关于…`, `【秘密】…`, `(绝密)…`. Not 机密级文件管理办法
 * or 商业秘密保护…, which name a subject.
 */
const MARK_IN_NAME = /^\s*(?:[[【〔（(](绝密|机密|秘密)(?:级)?[\]】〕）)]|(绝密|机密|秘密)(?:级)?\s*[★☆*＊])/u;

/** Throws DOCUMENT_SECRET for a file name that is a mark, before the file is even read. */
export function refuseSecretName(name: string): void {
  const found = MARK_IN_NAME.exec(name);
  const level = found?.[1] ?? found?.[2];
  if (level !== undefined) throw new LedgerError("DOCUMENT_SECRET", { level });
}

/** Throws DOCUMENT_SECRET for a marked document; else gives the mark to keep with it, the stricter of several. */
export function passSecrecyDoor(reading: { readonly secrecy: readonly Pick<SecrecyMark, "level">[] }): Level | null {
  const levels = new Set(reading.secrecy.map((mark) => mark.level));
  const refused = REFUSED.find((level) => levels.has(level));
  if (refused !== undefined) throw new LedgerError("DOCUMENT_SECRET", { level: refused });
  return MARKED.find((level) => levels.has(level)) ?? null;
}

/** What the user is told of a mark that passes. */
export function markWarning(mark: string): { readonly zh: string; readonly en: string } {
  return {
    zh: `材料带有“${mark}”标志：可以在本单位核对使用，已作标记，不会进入任何公开件。`,
    en: `The document is marked as ${mark === "内部" ? "internal" : "a work secret"} (${mark}): it may be worked with in this office, is marked, and never enters anything public.`,
  };
}
