import { Button, Progress } from "antd";
import { Link } from "react-router";
import { ApiProblem } from "../api.js";
import { fileSize, localTime } from "../format.js";
import { useLanguage, useText, useWords } from "../language.js";
import type { Upload } from "../uploads.js";
import styles from "./UploadList.module.css";

/** What became of each file: taken in, here already, same name with other content, refused with the reason. */
export function UploadList({
  uploads,
  onAgain,
  onClear,
}: {
  readonly uploads: readonly Upload[];
  readonly onAgain: (key: number) => void;
  readonly onClear: () => void;
}) {
  const words = useWords();
  if (uploads.length === 0) return null;
  const finished = uploads.filter(({ state }) => state === "done" || state === "refused").length;
  return (
    <section className={styles.list} aria-label={words.documents.uploads}>
      <header>
        <strong>{words.documents.progress(finished, uploads.length)}</strong>
        <Progress percent={Math.round((finished / uploads.length) * 100)} size="small" showInfo={false} />
        <Button size="small" type="text" onClick={onClear} disabled={finished === 0}>
          {words.documents.clear}
        </Button>
      </header>
      <ul aria-live="polite">
        {uploads.map((upload) => (
          <li key={upload.key} data-state={upload.state}>
            <span className={styles.name} title={upload.name}>
              {upload.name}
            </span>
            <span className={styles.size}>{fileSize(upload.size)}</span>
            <UploadMessage upload={upload} onAgain={() => onAgain(upload.key)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function UploadMessage({ upload, onAgain }: { readonly upload: Upload; readonly onAgain: () => void }) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  if (upload.state === "queued") return <span className={styles.message}>{words.documents.queued}</span>;
  if (upload.state === "sending") return <span className={styles.message}>{words.documents.sending}</span>;
  if (upload.answer !== undefined) {
    const { answer } = upload;
    const open =
      answer.workbook === true ? (
        <Link to={`/documents/${answer.document_id}/import`}>{words.importing.openPlan}</Link>
      ) : (
        <Link to={`/documents/${answer.document_id}`}>{words.documents.open}</Link>
      );
    return (
      <span className={`${styles.message} ${answer.created ? styles.good : styles.same}`}>
        {answer.created ? words.documents.accepted : words.documents.already} {open}
        {answer.same_name.map((other) => (
          <span key={other.document_id} className={styles.warning}>
            {words.documents.sameName(localTime(other.submitted_at))}{" "}
            <Link to={`/documents/${other.document_id}`}>{words.documents.openOther}</Link>
          </span>
        ))}
        {answer.warnings.map((warning) => (
          <span key={warning.en} className={styles.warning}>
            {text(warning)}
          </span>
        ))}
      </span>
    );
  }
  const problem = upload.error instanceof ApiProblem ? upload.error.problem : null;
  const said =
    problem === null
      ? words.problem.fault
      : language === "zh"
        ? `${problem.title}。${problem.detail}`.replace("。。", "。")
        : problem.en;
  return (
    <span className={`${styles.message} ${styles.bad}`} role="alert">
      {said}
      {(problem === null || problem.status === 0 || problem.status === 401 || problem.status >= 500) && (
        <Button size="small" type="link" onClick={onAgain}>
          {words.state.again}
        </Button>
      )}
    </span>
  );
}
