import { useEffect, useRef, useSyncExternalStore } from "react";
import { api } from "../api.js";
import { connection } from "../connection.js";
import { useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { queries } from "../queries.js";
import styles from "../Shell.module.css";

/** How often a server that does not answer is asked again, in milliseconds. */
const pause = 3000;

/** 连接中断: says so above the page until the server answers again; then what failed is asked anew. */
export function ConnectionNotice() {
  const { offline } = useWords().settings;
  const notices = useNotices();
  const lost = useSyncExternalStore(connection.subscribe, connection.isLost);
  const was = useRef(false);
  useEffect(() => {
    if (lost) {
      was.current = true;
      const again = () => void api.session().catch(() => undefined);
      const timer = setInterval(again, pause);
      window.addEventListener("online", again);
      return () => {
        clearInterval(timer);
        window.removeEventListener("online", again);
      };
    }
    if (!was.current) return;
    was.current = false;
    notices.info(offline.back);
    queries.invalidateQueries({ predicate: ({ state }) => state.status === "error" || state.isInvalidated });
  }, [lost, notices, offline]);
  return (
    <div role="status" className={styles.lost}>
      {lost && offline.lost}
    </div>
  );
}
