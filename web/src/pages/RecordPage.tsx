import { type CellForm, definitionIn, rowYear } from "@shanhai/model";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useState } from "react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { ApiProblem, api } from "../api.js";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { ReasonDialog } from "../components/ReasonDialog.js";
import { RowFields } from "../components/RowFields.js";
import { RowForm } from "../components/RowForm.js";
import { RowHistory } from "../components/RowHistory.js";
import { RowNotes } from "../components/RowNotes.js";
import { RowProofs } from "../components/RowProofs.js";
import { RowReferring } from "../components/RowReferring.js";
import { RowSides } from "../components/RowSides.js";
import { RowSteps } from "../components/RowSteps.js";
import { RowTimeline } from "../components/RowTimeline.js";
import { RowWordHits } from "../components/RowWordHits.js";
import { useDefinitions } from "../definitions.js";
import { useHeldMarks } from "../holding-api.js";
import { useKeys } from "../keys.js";
import { useText, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { usePageTitle } from "../page-title.js";
import { changedByWriting } from "../queries.js";
import { useScopeName } from "../scope-name.js";
import { useMay, useMayWrite } from "../session.js";
import styles from "./RecordPage.module.css";

const form: CellForm = { money: "万元" };

/** One row: every value with the sentence it came from, its parts, what it points to, and how it became what it is. */
export function RecordPage() {
  const { record = "", scope = "", id = "" } = useParams();
  const [search, setSearch] = useSearchParams();
  const asOf = search.get("as_of") ?? undefined;
  const words = useWords();
  const text = useText();
  const navigate = useNavigate();
  const message = useNotices();
  const queries = useQueryClient();
  const { list, definitions, isPending, error } = useDefinitions();
  const row = useQuery({
    queryKey: ["row", record, scope, id, asOf ?? null],
    queryFn: () => api.row(record, scope, id, asOf),
  });
  const definition = definitions.get(record);
  const whose = useScopeName(scope);
  const mark = useHeldMarks(record, { record, scope_id: scope, id }).get(`${scope}/${id}`);
  const [editing, setEditing] = useState(false);
  const [proving, setProving] = useState(false);
  const [removing, setRemoving] = useState(false);
  const mayWrite = useMayWrite(record);
  const readOnly = asOf !== undefined || !mayWrite;
  // What proves a row may be brought by who writes no value of it: an owner's photographs of a project.
  // Regions, units and people are no claim of anybody's: what proves one of them belongs to the row that says it.
  const provable = definition?.keeping === "scoped";
  const mayProve = useMay("write") && asOf === undefined && provable;
  useKeys([["e", () => !readOnly && row.data !== undefined && setEditing(true)]]);
  usePageTitle(row.data?.title ?? null);
  if (isPending || row.isPending) return <Loading label={words.state.loading} />;
  const failure = error ?? row.error;
  const back = (
    <Button onClick={() => navigate(`/records/${record}`)}>
      {words.records.back(definition === undefined ? words.nav.records : text(definition))}
    </Button>
  );
  if (definition === undefined || row.data === undefined) {
    const missing = failure instanceof ApiProblem && [400, 404].includes(failure.problem.status);
    return missing || failure === null ? (
      <Nothing title={words.records.missing} advice={words.records.missingAdvice}>
        {back}
      </Nothing>
    ) : (
      <div className="page-state">
        <ProblemNotice error={failure} action={<Button onClick={() => row.refetch()}>{words.state.again}</Button>} />
        {back}
      </div>
    );
  }
  // A row is told in the words of its year.
  const told = definitionIn(definition, rowYear(definition, row.data.values));
  return (
    <div className={styles.page}>
      <nav className={`${styles.path} screen-only`}>
        <Link to="/records">{words.records.title}</Link> / <Link to={`/records/${record}`}>{text(definition)}</Link>
        {whose !== null && (
          <>
            {" · "}
            <Link to={whose.address}>{whose.title}</Link>
          </>
        )}
      </nav>
      <header className={styles.head}>
        <h1>{row.data.title}</h1>
        {mayProve && (
          <Button className={`${styles.proving} screen-only`} onClick={() => setProving(true)}>
            {words.ledger.proofs.onSite}
          </Button>
        )}
        {!readOnly && (
          <Button className="screen-only" onClick={() => setEditing(true)}>
            {words.ledger.form.edit} <kbd>e</kbd>
          </Button>
        )}
        {!readOnly && (
          <Button className="screen-only" onClick={() => setRemoving(true)}>
            {words.ledger.form.remove}
          </Button>
        )}
      </header>
      {mark !== undefined && asOf === undefined && (
        <Alert
          type="info"
          showIcon
          title={mark.maker === null ? words.holding.pendingOther : words.holding.pending(mark.maker)}
          action={mark.held !== null && <Link to={`/review/${mark.held}`}>{words.holding.open}</Link>}
        />
      )}
      {asOf !== undefined && (
        <Alert
          type="info"
          showIcon
          title={words.records.asOfNotice(asOf)}
          action={
            <Button size="small" onClick={() => setSearch({})}>
              {words.records.backToNow}
            </Button>
          }
        />
      )}
      <RowWordHits row={row.data} definition={definition} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <RowSteps row={row.data} definition={told} definitions={definitions} readOnly={readOnly} />
          <RowFields row={row.data} definition={told} definitions={definitions} asOf={asOf} />
          <RowSides row={row.data} definition={told} />
          {provable && (
            <RowProofs
              {...{ row: row.data, definition: told, readOnly, mayProve }}
              adding={proving}
              onAdding={setProving}
            />
          )}
          <RowNotes row={row.data} definition={told} readOnly={readOnly} />
          <RowReferring row={row.data} definitions={definitions} asOf={asOf} />
          {(record === "pair" || record === "party") && (
            <section className={styles.within}>
              <h2>{words.records.within}</h2>
              {list
                .filter(({ keeping, parent }) => keeping === "scoped" && parent === undefined)
                .map((one) => (
                  <Link key={one.name} to={`/records/${one.name}?scope=${id}`}>
                    {text(one)}
                  </Link>
                ))}
            </section>
          )}
        </div>
        <div className={styles.side}>
          <RowTimeline row={row.data} definition={told} definitions={definitions} asOf={asOf} />
          <RowHistory row={row.data} definition={told} />
        </div>
      </div>
      {editing && (
        <RowForm
          {...{ definition, definitions, form }}
          row={row.data}
          onClose={() => setEditing(false)}
          onSaved={() => row.refetch()}
        />
      )}
      {removing && (
        <ReasonDialog
          asked={{
            title: words.ledger.form.removeOf(row.data.title),
            label: words.ledger.form.removeWhy,
            run: async (reason, command_id) => {
              const { version } = row.data;
              await api.removeRow({ record, scope_id: scope, id }, { version, reason, command_id });
              message.success(words.ledger.form.removed);
              // Before its queries are asked anew: it is there no more.
              await navigate(`/records/${record}`);
              queries.invalidateQueries({ predicate: changedByWriting });
            },
          }}
          close={() => setRemoving(false)}
        />
      )}
    </div>
  );
}
