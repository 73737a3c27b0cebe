import type { ImportChoices, ImportOptions, MissingChoice } from "@shanhai/server";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { ApiProblem, api } from "../api.js";
import { DoubtfulButton } from "../components/DoubtfulButton.js";
import { ImportMissing } from "../components/ImportMissing.js";
import { ImportQuestions } from "../components/ImportQuestions.js";
import { ImportRows } from "../components/ImportRows.js";
import { ImportRun } from "../components/ImportRun.js";
import { ImportSheets } from "../components/ImportSheets.js";
import { ImportTotals } from "../components/ImportTotals.js";
import { ImportWhose } from "../components/ImportWhose.js";
import { ImportWords } from "../components/ImportWords.js";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { useDefinitions } from "../definitions.js";
import { useWords } from "../language.js";
import { usePageTitle } from "../page-title.js";
import styles from "./ImportPage.module.css";

/** 导入预演: what a workbook would write, row by row, with everything that may be chosen; then its writing and undoing. */
export function ImportPage() {
  const { id = "" } = useParams();
  const words = useWords();
  const navigate = useNavigate();
  const [options, setOptions] = useState<ImportOptions>({});
  const [missing, setMissing] = useState<{ readonly [key: string]: MissingChoice }>({});
  const [skip, setSkip] = useState<ReadonlySet<string>>(new Set());
  const { definitions } = useDefinitions();
  const answer = useQuery({
    queryKey: ["import-plan", id, options],
    queryFn: () => api.importPlan(id, options),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const plan = answer.data;
  usePageTitle(plan === undefined ? words.importing.title : `${words.importing.title} · ${plan.document.name}`);
  if (plan === undefined) {
    if (answer.isPending) return <Loading label={words.importing.opening} />;
    const back = <Button onClick={() => navigate("/documents")}>{words.importing.back}</Button>;
    const gone = answer.error instanceof ApiProblem && [400, 404].includes(answer.error.problem.status);
    return gone ? (
      <Nothing title={words.importing.missing} advice={words.importing.missingAdvice}>
        {back}
      </Nothing>
    ) : (
      <div className="page-state">
        <ProblemNotice
          error={answer.error}
          action={<Button onClick={() => answer.refetch()}>{words.state.again}</Button>}
        />
        {back}
      </div>
    );
  }
  const choices: ImportChoices = { missing, skip: [...skip] };
  return (
    <div className={styles.page} aria-busy={answer.isFetching}>
      <nav className={styles.path}>
        <Link to="/documents">{words.nav.documents}</Link> / {words.importing.title}
      </nav>
      <h1>{plan.document.name}</h1>
      <p className={styles.lead}>{words.importing.lead}</p>
      {answer.error !== null && <ProblemNotice error={answer.error} />}
      <ImportWhose plan={plan} onChange={(more) => setOptions((now) => ({ ...now, ...more }))} />
      <dl className={styles.tally} aria-label={words.importing.tally}>
        <Tally term={words.importing.added} count={plan.tally.added} />
        <Tally
          term={words.importing.changed}
          count={plan.tally.changed}
          more={plan.tally.cells > 0 ? words.importing.cells(plan.tally.cells) : null}
        />
        <Tally term={words.importing.gone} count={plan.tally.missing} />
        <Tally term={words.importing.skipped} count={plan.tally.skipped} />
        <Tally term={words.importing.same} count={plan.tally.same} />
      </dl>
      <DoubtfulButton plan={plan} options={options} />
      <ImportWords
        plan={plan}
        onAnswer={(key, code) => setOptions((now) => ({ ...now, answers: { ...now.answers, [key]: code } }))}
        onRecorded={() => void answer.refetch()}
      />
      <ImportMissing plan={plan} chosen={missing} onChange={setMissing} />
      <ImportTotals plan={plan} />
      <ImportRows plan={plan} definitions={definitions} skip={skip} onSkip={setSkip} />
      <ImportQuestions
        plan={plan}
        answers={options.answers ?? {}}
        onAnswer={(key, text) => setOptions((now) => ({ ...now, answers: { ...now.answers, [key]: text } }))}
      />
      <ImportSheets plan={plan} options={options} onChange={setOptions} />
      <ImportRun
        plan={plan}
        options={options}
        choices={choices}
        fresh={!answer.isFetching && !answer.isPlaceholderData}
        onChanged={() => void answer.refetch()}
      />
    </div>
  );
}

function Tally({
  term,
  count,
  more = null,
}: {
  readonly term: string;
  readonly count: number;
  readonly more?: string | null;
}) {
  return (
    <div data-none={count === 0}>
      <dt>{term}</dt>
      <dd>
        {count}
        {more !== null && <small> {more}</small>}
      </dd>
    </div>
  );
}
