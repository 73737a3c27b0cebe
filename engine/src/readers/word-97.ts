import { noText } from "../files/no-text.js";
import { RawLines } from "../files/raw-lines.js";
import { readingIssues } from "../files/reading-issues.js";
import type { Issue } from "../issue.js";
import { issue } from "../issue-codes.js";
import { type CompoundFile, isCompoundFile, openCompoundFile } from "../office/compound-file.js";
import { readWordBinary, type WordText } from "../office/word-binary.js";
import { writeWordText } from "../office/word-lines.js";
import type { Reader } from "../reader.js";

const format = "Word 97–2003 / WPS (.doc .wps)";
const target = ".docx";

/**
 * .doc and .wps: the text by the piece table, with tables, notes, text boxes, headers and footers. Automatic numbers are
 * not printed. Older and locked files, and other formats in the same container, are named with what to do.
 */
export const word97: Reader = {
  id: "word-97",
  version: 1,
  takes: ({ bytes }) => isCompoundFile(bytes),
  read({ bytes }) {
    const file = openCompoundFile(bytes);
    if (file === null) return noText(issue("reader/damaged", null, { format }));
    const other = otherKind(file);
    if (other !== null) return noText(other);
    const text = readWordBinary(file);
    if (text === "older") return noText(issue("reader/save_as", null, { format, target }));
    if (typeof text === "string")
      return noText(issue(text === "encrypted" ? "reader/encrypted" : "reader/damaged", null, { format }));
    return lines(text);
  },
};

function lines(text: WordText) {
  const gathered = new RawLines();
  writeWordText(gathered, text);
  const issues: Issue[] = [...readingIssues(gathered)];
  if (text.incomplete) issues.push(issue("reader/incomplete", null, { format }));
  return { ...gathered.finish(), encoding: null, issues, stated: {} };
}

/** What else lies in such a container: locked .docx, workbooks, presentations, mails of Outlook. */
function otherKind(file: CompoundFile): Issue | null {
  const names = new Set(file.names.map((name) => name.toLowerCase()));
  if (names.has("encryptedpackage")) return issue("reader/encrypted", null, { format: "Word (.docx)" });
  if (names.has("worddocument")) return null;
  if (names.has("workbook") || names.has("book"))
    return issue("reader/save_as", null, { format: "Excel 97–2003 (.xls .et)", target: ".xlsx" });
  if (names.has("powerpoint document"))
    return issue("reader/save_as", null, { format: "PowerPoint (.ppt .dps)", target });
  if ([...names].some((name) => name.startsWith("__substg1.0_")))
    return issue("reader/save_as", null, { format: "Outlook (.msg)", target: ".eml" });
  return issue("reader/save_as", null, { format, target });
}
