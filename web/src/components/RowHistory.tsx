import { printReason, printValue, type RecordDefinition } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { api, type HistoryStep } from "../api.js";
import { localTime } from "../format.js";
import { useLanguage, useText, useWords } from "../language.js";
import { Label } from "./Label.js";
import { ProblemNotice } from "./ProblemNotice.js";
import styles from "./RowHistory.module.css";

/** How a row became what it is, newest first: who, when, why, and which fields changed from what. */
export function RowHistory({ row, definition }: { readonly row: Row; readonly definition: RecordDefinition }) {
  const words = useWords();
  const history = useQuery({
    queryKey: ["history", row.record, row.scope_id, row.id],
    queryFn: () => api.history(row.record, row.scope_id, row.id),
  });
  if (history.error !== null) return <ProblemNotice error={history.error} />;
  const steps = [...(history.data ?? [])].sort((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <aside className={styles.history}>
      <h2>{words.records.history}</h2>
      <ol>
        {steps
          .map((step, index) => (
            <Step
              key={`${step.at}-${step.row?.version ?? ""}`}
              step={step}
              before={steps[index - 1]?.row ?? null}
              definition={definition}
            />
          ))
          .reverse()}
      </ol>
    </aside>
  );
}

function Step({
  step,
  before,
  definition,
}: {
  readonly step: HistoryStep;
  readonly before: Row | null;
  readonly definition: RecordDefinition;
}) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const what =
    step.row === null
      ? words.records.historyRemoved
      : before === null
        ? words.records.historyMade
        : words.records.historyChanged;
  const now = step.row;
  const changed =
    now === null || before === null
      ? []
      : definition.fields.filter(({ key }) => JSON.stringify(now.values[key]) !== JSON.stringify(before.values[key]));
  return (
    <li>
      <b>{what}</b> {step.maker === null ? step.who : words.holding.history(step.maker, step.who)}
      {step.self_checked && (
        <>
          {" "}
          <Label tone="sea">{words.holding.sameperson}</Label>
        </>
      )}
      <time>{localTime(step.at)}</time>
      {step.reason !== "" && <p>{printReason(step.reason, language)}</p>}
      {changed.map((field) => (
        <p key={field.key} className={styles.change}>
          {text(field)}
          {words.signs.colon}
          {printValue(field, now?.values[field.key], language)}
          <del>
            {words.records.was} {printValue(field, before?.values[field.key], language)}
          </del>
        </p>
      ))}
    </li>
  );
}
