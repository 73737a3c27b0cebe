import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useNavigate } from "react-router";
import { api } from "../api.js";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { useDefinitions } from "../definitions.js";
import { useText, useWords } from "../language.js";
import { usePageTitle } from "../page-title.js";
import { kindsByGroup } from "../record-kinds.js";
import { saveFile } from "../save-file.js";
import styles from "./RecordKindsPage.module.css";

/** 记录: the kinds of record with how many rows each holds. Parts are reached through what they are part of. */
export function RecordKindsPage() {
  const words = useWords();
  usePageTitle(words.nav.records);
  const text = useText();
  const navigate = useNavigate();
  const { list, isPending, error } = useDefinitions();
  const summary = useQuery({ queryKey: ["summary"], queryFn: api.summary });
  const dictionary = useMutation({ mutationFn: api.dictionary, onSuccess: saveFile });
  if (error !== null) return <ProblemNotice error={error} />;
  if (isPending || summary.isPending) return <Loading label={words.state.loading} />;
  const counts = summary.data?.records ?? {};
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{words.records.title}</h1>
        <Button loading={dictionary.isPending} title={words.sheets.dictionaryHint} onClick={() => dictionary.mutate()}>
          {words.sheets.dictionary}
        </Button>
      </header>
      {summary.data !== undefined && total > 0 && (
        <dl className={styles.figures}>
          {[
            [words.records.figureDocuments, summary.data.documents],
            [words.records.figureRows, total],
            [words.records.figureWaiting, summary.data.waiting],
            [words.records.figureStatements, summary.data.statements_open],
          ].map(([name, figure]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{figure}</dd>
            </div>
          ))}
        </dl>
      )}
      {total === 0 && (
        <Nothing title={words.records.emptyTitle(words.nav.records)} advice={words.records.emptyAdvice}>
          <Button type="primary" onClick={() => navigate("/check")}>
            {words.records.goCheck}
          </Button>
        </Nothing>
      )}
      {kindsByGroup(list).map(({ group, kinds }) => (
        <section key={group.code} className={styles.group}>
          <h2>{text(group)}</h2>
          <ul className={styles.kinds}>
            {kinds.map((definition) => (
              <li key={definition.name} data-empty={(counts[definition.name] ?? 0) === 0}>
                <Link to={`/records/${definition.name}`}>
                  <b>{text(definition)}</b>
                  <span>{counts[definition.name] ?? 0}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
