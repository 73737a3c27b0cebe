import { useWords } from "../language.js";
import { useProofSending, useWaitingProofs } from "../proof-queue.js";
import styles from "./WaitingFiles.module.css";

/** Files that wait in this browser for a connection, and how far their sending is: one line under the head of every page. */
export function WaitingFiles() {
  const { waitingFiles } = useWords().ledger.proofs;
  const waiting = useWaitingProofs().filter(({ refused }) => refused === undefined).length;
  const { done, of } = useProofSending();
  if (waiting === 0 && of === 0) return null;
  const on = done < of;
  return (
    <div className={`${styles.line} screen-only`} role="status">
      {/* The browser's own bar: this line is on every page, and the first one carries no library for it. */}
      {on && <progress className={styles.bar} aria-hidden="true" value={done} max={of} />}
      {on ? waitingFiles.sending(done, of) : waiting > 0 ? waitingFiles.kept(waiting) : waitingFiles.sent(of)}
    </div>
  );
}
