import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { markWarning, passSecrecyDoor, refuseSecretName } from "../intake/secrecy-door.js";

export interface PassedFile {
  /** 工作秘密 or 内部, where the file says so. */
  readonly mark: string | null;
  readonly warnings: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
}

/**
 * The secrecy door for a file that is kept whole (佐证材料): read in the worker's memory for its marks, before a byte of it
 * is stored. A photo, a scan or a film has no text to look at: it passes, and the person is told that nobody looked.
 */
export async function passFile(
  desk: Pick<Desk, "read">,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<PassedFile> {
  refuseSecretName(file.name);
  if (file.bytes.byteLength === 0) throw new LedgerError("DOCUMENT_EMPTY");
  const reading = await desk.read(file).catch((error: unknown) => {
    if (error instanceof LedgerError && UNREAD.has(error.code)) return null;
    throw error;
  });
  if (reading === null || reading.raw.trim() === "") return { mark: null, warnings: [UNSEEN] };
  const mark = passSecrecyDoor(reading);
  return { mark, warnings: mark === null ? [] : [{ code: "PROOF_MARKED", ...markWarning(mark) }] };
}

/** Refusals that only say that there is no text here. */
const UNREAD: ReadonlySet<string> = new Set([
  "DOCUMENT_UNREADABLE",
  "DOCUMENT_BINARY",
  "DOCUMENT_NO_CHINESE",
  "DOCUMENT_TOO_LARGE",
  "READING_TIMED_OUT",
  "READING_OUT_OF_MEMORY",
  "READING_CRASHED",
]);

const UNSEEN = {
  code: "PROOF_UNREAD",
  zh: "这份文件没有可检查的文字（照片、扫描件等），请自行确认不含涉密内容。",
  en: "This file has no text that could be looked at (a photo, a scan); please make sure yourself that it holds no secrets.",
};
