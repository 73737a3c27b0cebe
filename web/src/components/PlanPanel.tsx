import {
  type Decision,
  type FieldDefinition,
  NIL_SCOPE,
  type PlannedRow,
  type PlannedValue,
  printValue,
  type RecordDefinition,
  type WritePlan,
} from "@shanhai/model";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useEffect, useRef } from "react";
import { api } from "../api.js";
import { useLanguage, useText, useWords } from "../language.js";
import { useSending } from "../use-sending.js";
import { Label, type Tone } from "./Label.js";
import { Loading } from "./PageState.js";
import styles from "./PlanPanel.module.css";
import { ProblemNotice } from "./ProblemNotice.js";
import { ScrollRegion } from "./ScrollRegion.js";
import { SendingNotice } from "./SendingNotice.js";
import { SideSheet } from "./SideSheet.js";

interface Props {
  readonly documentId: string;
  readonly decisions: readonly Decision[];
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  /** Name of a fact for people. */
  readonly nameOf: (fact: string) => string;
  readonly onClose: () => void;
  readonly onWritten: (decisions: readonly Decision[]) => void;
}

/** Shows exactly what will be written, before it is. Enter confirms; a refusal keeps every decision and says what to do. */
export function PlanPanel({ documentId, decisions, definitions, nameOf, onClose, onWritten }: Props) {
  const words = useWords();
  const queries = useQueryClient();
  const confirm = useRef<HTMLButtonElement>(null);
  const plan = useQuery({
    queryKey: ["plan", documentId, decisions],
    queryFn: () => api.plan(documentId, decisions),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const write = useSending({
    send: ({ hash }: WritePlan, command) => api.decide(documentId, decisions, hash, command),
    onSuccess: () => onWritten(decisions),
    onError: () => queries.invalidateQueries({ queryKey: ["document", documentId] }),
  });
  const ready = plan.data !== undefined && !plan.isFetching && plan.error === null;
  useEffect(() => {
    if (ready) confirm.current?.focus();
  }, [ready]);
  const again = () => {
    write.reset();
    plan.refetch();
  };
  return (
    <SideSheet
      title={words.check.previewTitle}
      size={760}
      onClose={onClose}
      classNames={{ body: styles.body ?? "" }}
      footer={
        <div className={styles.footer}>
          <span className={styles.hint}>{words.check.previewHint}</span>
          <Button onClick={onClose}>{words.state.cancel}</Button>
          <Button
            ref={confirm}
            type="primary"
            disabled={!ready}
            loading={write.isPending}
            onKeyDown={(event) => {
              // A key still held from opening the panel must not write.
              if (event.key === "Enter" && event.repeat) event.preventDefault();
            }}
            onClick={() => plan.data !== undefined && write.mutate(plan.data)}
          >
            {write.isPending ? words.check.writing : words.check.confirm} <kbd>Enter</kbd>
          </Button>
        </div>
      }
    >
      <ScrollRegion className={styles.scroll} label={words.check.previewTitle}>
        {write.waits && <SendingNotice of={write} />}
        {write.error !== null && (
          <div className={styles.problem}>
            <ProblemNotice
              error={write.error}
              action={
                <Button size="small" onClick={again}>
                  {words.check.planAgain}
                </Button>
              }
            />
          </div>
        )}
        {plan.isFetching && <Loading label={words.check.previewLoading} />}
        {plan.error !== null && (
          <ProblemNotice
            error={plan.error}
            action={
              <Button size="small" onClick={again}>
                {words.check.planAgain}
              </Button>
            }
          />
        )}
        {ready && <Plan plan={plan.data} definitions={definitions} nameOf={nameOf} />}
      </ScrollRegion>
    </SideSheet>
  );
}

function Plan({ plan, definitions, nameOf }: { readonly plan: WritePlan } & Pick<Props, "definitions" | "nameOf">) {
  const words = useWords();
  const text = useText();
  const written = new Set(plan.rows.flatMap((row) => row.facts));
  const decided = new Set(plan.decisions.map(({ fact }) => fact));
  const asked = plan.rows.filter((row) => row.facts.some((fact) => decided.has(fact)));
  const along = plan.rows.filter((row) => !asked.includes(row));
  const only = plan.decisions.filter(({ fact }) => !written.has(fact));
  return (
    <>
      <p className={styles.summary}>
        {plan.rows.length === 0
          ? words.check.previewNothing
          : words.check.previewSummary(plan.rows.length, plan.decisions.length)}
      </p>
      {plan.warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className={styles.warning ?? ""}
          title={plan.warnings.length === 1 ? plan.warnings.map(text) : words.check.warnings(plan.warnings.length)}
          description={
            plan.warnings.length > 1 && (
              <ul className={styles.warnings}>
                {plan.warnings.map((warning) => (
                  <li key={warning.en}>{text(warning)}</li>
                ))}
              </ul>
            )
          }
        />
      )}
      {asked.map((row) => (
        <PlanRow key={row.key} row={row} definition={definitions.get(row.record)} />
      ))}
      {along.length > 0 && <h3 className={styles.along}>{words.check.alongRows(along.length)}</h3>}
      {along.map((row) => (
        <PlanRow key={row.key} row={row} definition={definitions.get(row.record)} />
      ))}
      {only.length > 0 && (
        <section className={styles.only}>
          <h3>{words.check.decisionsOnly}</h3>
          <ul>
            {only.map(({ fact, verdict }) => (
              <li key={fact}>
                <span>{words.check.staged[verdict]}</span>
                {nameOf(fact)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const actionTones: { readonly [action in PlannedRow["action"]]: Tone } = {
  create: "mountain",
  change: "sea",
  source: "plain",
};

function PlanRow({ row, definition }: { readonly row: PlannedRow; readonly definition: RecordDefinition | undefined }) {
  const words = useWords();
  const text = useText();
  // Keys that only the machine reads are no content that a person checks.
  const hidden = new Set(
    definition?.fields.flatMap(({ key, type, inner }) => (type === "identifier" || inner === true ? [key] : [])),
  );
  const values = row.values.filter(({ field }) => !hidden.has(field));
  return (
    <section className={styles.row}>
      <header>
        <Label tone={actionTones[row.action]}>{words.check.actions[row.action]}</Label>
        <b>{definition === undefined ? row.record : text(definition)}</b>
        <span className={styles.title}>{row.title}</span>
        <span className={styles.scope}>{row.scope.id === NIL_SCOPE ? words.check.directory : row.scope.zh}</span>
      </header>
      <table>
        <colgroup>
          <col className={styles.narrow} />
          <col className={styles.wide} />
          <col />
        </colgroup>
        <thead className="visually-hidden">
          <tr>
            <th>{words.check.planField}</th>
            <th>{words.check.planValue}</th>
            <th>{words.check.planSource}</th>
          </tr>
        </thead>
        <tbody>
          {values.map((value, index) => (
            <PlanValue
              key={`${value.field}-${value.fact ?? ""}-${value.place?.start ?? ""}-${value.shown}`}
              value={value}
              field={definition?.fields.find(({ key }) => key === value.field)}
              above={values[index - 1]}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** `above`: the value in the line before; the same sentence is not printed again. */
function PlanValue({
  value,
  field,
  above,
}: {
  readonly value: PlannedValue;
  readonly field: FieldDefinition | undefined;
  readonly above: PlannedValue | undefined;
}) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  // What is shown comes in Chinese; names of rows are the same in every language.
  const named = field === undefined || field.type === "reference" || field.type === "references";
  const shown = language === "zh" || named ? value.shown : printValue(field, value.value, language);
  const repeated = above?.place?.start === value.place?.start && above?.place?.end === value.place?.end;
  return (
    <tr data-chosen={value.chosen}>
      <th scope="row">{text(value)}</th>
      <td>
        {shown}
        {value.was !== undefined && value.was !== null && <del>{words.check.planWas(String(value.was))}</del>}
        {!value.chosen && <small>{words.check.planSecond}</small>}
      </td>
      <td className={styles.quote}>
        {value.quote === null && <i>{words.check.planDerived}</i>}
        {value.quote !== null && (repeated ? <i>{words.records.sameSource}</i> : `「${value.quote}」`)}
      </td>
    </tr>
  );
}
