import type { TextMark } from "@shanhai/model";
import styles from "./Marked.module.css";

/** A text with its hits marked. Marks are in order and apart. */
export function Marked({ text, marks }: { readonly text: string; readonly marks: readonly TextMark[] }) {
  let from = 0;
  const runs = marks.map(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return (
      <span key={start}>
        {before}
        <mark className={styles.hit}>{text.slice(start, end)}</mark>
      </span>
    );
  });
  return (
    <>
      {runs}
      {text.slice(from)}
    </>
  );
}
