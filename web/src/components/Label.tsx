import type { ReactNode } from "react";
import styles from "./Label.module.css";

/** What a label says beside its word: done or ours to do, moving, in doubt, late or wrong on our own side, or nothing of the kind. */
export type Tone = "mountain" | "sea" | "doubt" | "late" | "plain";

/** A short word in a coloured box. The word alone says it; the colour only helps. */
export function Label({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={styles.label} data-tone={tone}>
      {children}
    </span>
  );
}
