import { useParams } from "react-router";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { RecordKinds } from "../components/RecordKinds.js";
import { TableSheet } from "../components/TableSheet.js";
import { useDefinitions } from "../definitions.js";
import { useText, useWords } from "../language.js";
import { usePageTitle } from "../page-title.js";
import styles from "./RecordsPage.module.css";

/** 台账 of one kind of record: the kinds beside its table. */
export function RecordsPage() {
  const { record = "" } = useParams();
  const words = useWords();
  const text = useText();
  const { list, definitions, isPending, error } = useDefinitions();
  const definition = definitions.get(record);
  usePageTitle(definition === undefined ? words.nav.records : text(definition));
  if (error !== null) return <ProblemNotice error={error} />;
  if (isPending) return <Loading label={words.state.loading} />;
  return (
    <div className={styles.page}>
      <RecordKinds list={list} current={record} />
      {definition === undefined ? (
        <Nothing title={words.records.unknown} advice={words.records.unknownAdvice} />
      ) : (
        <TableSheet key={record} definition={definition} definitions={definitions} />
      )}
    </div>
  );
}
