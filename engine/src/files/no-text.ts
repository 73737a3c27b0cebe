import type { Issue } from "../issue.js";
import { issue } from "../issue-codes.js";
import type { ZipTrouble } from "../office/zip-package.js";
import type { RawText } from "../reader.js";

/** What a reader returns for a file that gives no text: the reasons, and nothing else. */
export function noText(...issues: readonly Issue[]): RawText {
  return { text: "", encoding: null, issues, stated: {} };
}

/** Why a package of this format gives no text. */
export function zipIssue(trouble: ZipTrouble, format: string): Issue {
  if (trouble === "encrypted") return issue("reader/encrypted", null, { format });
  return issue(trouble === "too_large" ? "reader/too_large" : "reader/damaged", null, { format });
}
