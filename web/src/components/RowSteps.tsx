import type { LifecycleStep, RecordDefinition } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { api } from "../api.js";
import { localTime } from "../format.js";
import { useText, useWords } from "../language.js";
import { useOutside } from "../outside-view.js";
import styles from "./RowSteps.module.css";
import { StepDialog } from "./StepDialog.js";

interface Props {
  readonly row: Row;
  readonly definition: RecordDefinition;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  /** A past day: nothing can be done. */
  readonly readOnly: boolean;
}

/** The life-cycle of a row as steps: where it is and when it came there, what may follow, and the paper that each step needs. */
export function RowSteps({ row, definition, definitions, readOnly }: Props) {
  const words = useWords();
  const text = useText();
  const [taking, setTaking] = useState<LifecycleStep | null>(null);
  const history = useQuery({
    queryKey: ["history", row.record, row.scope_id, row.id],
    queryFn: () => api.history(row.record, row.scope_id, row.id),
  });
  const proofs = useQuery({
    queryKey: ["proofs", row.record, row.scope_id, row.id],
    queryFn: () => api.proofs(row),
  });
  const proofWords = (step: LifecycleStep) =>
    step.proof === undefined ? words.ledger.steps.noProof : words.ledger.steps.proof(text(step.proof));
  const outside = useOutside(row, definition);
  const { lifecycle, otherSide } = definition;
  if (lifecycle === undefined) return null;
  const { field, steps } = lifecycle;
  const here = steps.find(({ code }) => code === row.values[field]);
  // An office that works alone enters what it learns of the other side's item: that it is done.
  const endings = steps.filter(({ code }) => here === undefined && otherSide?.ended[code] === code);
  if (outside)
    return (
      <section className={styles.steps} aria-label={words.ledger.steps.title}>
        <h2>{words.ledger.steps.title}</h2>
        <p>{here === undefined ? words.followup.lights.moving : text(here)}</p>
        {!readOnly && <Next steps={endings} proof={proofWords} onTake={setTaking} />}
        {taking !== null && (
          <StepDialog {...{ row, definition, definitions }} step={taking} onClose={() => setTaking(null)} />
        )}
      </section>
    );
  const following = here === undefined ? [] : steps.filter(({ code }) => here.next.includes(code));
  const reached = new Map<string, string>();
  for (const { row: then, at } of [...(history.data ?? [])].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    const code = then?.values[field];
    if (typeof code === "string" && !reached.has(code)) reached.set(code, at);
  }
  // The day that is said for the step; where nobody says one, when it was recorded, and that it is this.
  const dayOf = ({ code, day }: LifecycleStep) => {
    const at = reached.get(code);
    const said = day === undefined ? null : row.values[day];
    if (at === undefined) return undefined;
    return typeof said === "string" ? said : words.ledger.steps.recorded(localTime(at).slice(0, 10));
  };
  return (
    <section className={styles.steps} aria-label={words.ledger.steps.title}>
      <h2>{words.ledger.steps.title}</h2>
      <ol>
        {steps.map((step) => {
          const when = dayOf(step);
          const current = step === here;
          return (
            <li
              key={step.code}
              data-reached={when !== undefined || undefined}
              aria-current={current ? "step" : undefined}
              title={proofWords(step)}
            >
              <b>{text(step)}</b>
              {when !== undefined && <time>{when}</time>}
            </li>
          );
        })}
      </ol>
      <p>
        {here === undefined ? words.ledger.steps.none : `${text(here)} · ${proofWords(here)}`}
        {here?.proof !== undefined && proofs.data !== undefined && (
          <span className={styles.held} data-missing={proofs.data.length === 0 || undefined}>
            {words.ledger.steps.held(proofs.data.length)}
          </span>
        )}
        {here !== undefined && following.length === 0 && ` · ${words.ledger.steps.end}`}
      </p>
      {!readOnly && here === undefined && (
        <div className={`${styles.next} screen-only`}>
          <Select
            size="small"
            aria-label={words.ledger.steps.begin}
            placeholder={words.ledger.steps.begin}
            popupMatchSelectWidth={false}
            value={null}
            options={steps.map((step) => ({ value: step.code, label: text(step) }))}
            onChange={(code: string) => setTaking(steps.find((step) => step.code === code) ?? null)}
          />
        </div>
      )}
      {!readOnly && <Next steps={following} proof={proofWords} onTake={setTaking} />}
      {taking !== null && (
        <StepDialog {...{ row, definition, definitions }} step={taking} onClose={() => setTaking(null)} />
      )}
    </section>
  );
}

/** What may follow, a button each. */
function Next({
  steps,
  proof,
  onTake,
}: {
  readonly steps: readonly LifecycleStep[];
  readonly proof: (step: LifecycleStep) => string;
  readonly onTake: (step: LifecycleStep) => void;
}) {
  const words = useWords();
  const text = useText();
  if (steps.length === 0) return null;
  return (
    <div className={`${styles.next} screen-only`}>
      <span>{words.ledger.steps.next}</span>
      {steps.map((step) => (
        <Button key={step.code} size="small" title={proof(step)} onClick={() => onTake(step)}>
          {words.ledger.steps.take(text(step))}
        </Button>
      ))}
    </div>
  );
}
