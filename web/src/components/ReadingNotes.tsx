import type { Issue } from "@shanhai/engine";
import { useText, useWords } from "../language.js";
import styles from "./ReadingNotes.module.css";

/** What reading the document gave rise to: trouble in the input, in words. */
export function ReadingNotes({ issues }: { readonly issues: readonly Issue[] }) {
  const words = useWords();
  const text = useText();
  if (issues.length === 0) return null;
  const open = issues.some(({ severity }) => severity !== "note");
  return (
    <details className={styles.notes} open={open && issues.length < 4}>
      <summary>{words.check.issues(issues.length)}</summary>
      <ul>
        {issues.map((issue) => (
          <li key={`${issue.code}-${issue.span?.start ?? ""}`} data-severity={issue.severity}>
            {text(issue.message)}
          </li>
        ))}
      </ul>
    </details>
  );
}
