import type { Issue } from "../issue.js";
import { issue } from "../issue-codes.js";
import type { RawLines } from "./raw-lines.js";
import { readingLimits } from "./reading-limits.js";

/** What a user should know of the text that a reader gathered: none at all, none in Chinese, or more than is read. */
export function readingIssues(lines: RawLines): readonly Issue[] {
  const { text } = lines.finish();
  const issues: Issue[] = [];
  if (text === "") issues.push(issue("reader/empty"));
  else if (!/\p{Script=Han}/u.test(text)) issues.push(issue("reader/no_chinese"));
  if (lines.full) issues.push(issue("reader/cut_off", null, { count: readingLimits.characters }));
  return issues;
}
