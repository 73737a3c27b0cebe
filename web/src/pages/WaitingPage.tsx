import { Button } from "antd";
import { useNavigate } from "react-router";
import { DocumentTable } from "../components/DocumentTable.js";
import { Nothing } from "../components/PageState.js";
import { useSince } from "../documents-overview.js";
import { useWords } from "../language.js";
import { usePageTitle } from "../page-title.js";
import styles from "./DocumentsPage.module.css";

/** 核对: the documents in which something waits. */
export function WaitingPage() {
  const words = useWords();
  usePageTitle(words.nav.check);
  const { since, showAll } = useSince();
  const navigate = useNavigate();
  return (
    <div className={styles.page}>
      <DocumentTable
        waitingOnly
        since={since}
        onAll={showAll}
        empty={
          <Nothing title={words.documents.allChecked} advice={words.documents.allCheckedAdvice}>
            <Button onClick={() => navigate("/records")}>{words.nav.records}</Button>
          </Nothing>
        }
      />
    </div>
  );
}
