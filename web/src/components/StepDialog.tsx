import type { CellForm, FieldValue, LifecycleStep, RecordDefinition } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { useQueryClient } from "@tanstack/react-query";
import { Input } from "antd";
import { useId, useState } from "react";
import { api, HeldForReview } from "../api.js";
import { today } from "../format.js";
import { useLanguage, useText, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { changedByWriting } from "../queries.js";
import { draftOf, type FormDraft, readForm } from "../row-form.js";
import { useSending } from "../use-sending.js";
import { FieldInput } from "./FieldInput.js";
import styles from "./RowForm.module.css";
import { SendingModal } from "./SendingModal.js";

interface Props {
  readonly row: Row;
  readonly definition: RecordDefinition;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly step: LifecycleStep;
  readonly onClose: () => void;
}

const form: CellForm = { money: "万元" };

/** Takes one step: asks for what it needs, the day, and a note. */
export function StepDialog({ row, definition, definitions, step, onClose }: Props) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const message = useNotices();
  const queries = useQueryClient();
  const ids = useId();
  const keys = [...(step.needs ?? []), ...(step.day === undefined ? [] : [step.day])];
  const asked = definition.fields.filter(({ key }) => keys.includes(key));
  const part: RecordDefinition = {
    ...definition,
    fields: asked.map((field) => ({ ...field, required: step.needs?.includes(field.key) === true })),
  };
  const [draft, setDraft] = useState<FormDraft>(() => {
    const filled = draftOf(part, row.values, form);
    return step.day === undefined ? filled : { ...filled, [step.day]: today() };
  });
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const read = readForm(part, draft, row.values, form);
  const take = useSending({
    send: (values: { readonly [field: string]: FieldValue }, command) =>
      api.stepRow(row, {
        to: step.code,
        version: row.version,
        values,
        command_id: command,
        reason: reason.trim() || words.ledger.steps.take(step.zh),
      }),
    onSuccess: ({ warnings }) => {
      message.success([words.ledger.steps.taken(text(step)), ...warnings.map((one) => one[language])].join(" "));
      queries.invalidateQueries({ predicate: changedByWriting });
      onClose();
    },
    onError: (error) => {
      if (!(error instanceof HeldForReview)) return;
      message.success(words.holding.submitted);
      onClose();
    },
  });
  const submit = () => {
    setTried(true);
    if (read.problems.size === 0) take.mutate(read.values);
  };
  return (
    <SendingModal
      of={take}
      open
      width={620}
      title={`${words.ledger.steps.take(text(step))} · ${row.title}`}
      okText={words.ledger.steps.confirm}
      cancelText={words.state.cancel}
      onOk={submit}
      onCancel={onClose}
    >
      {step.proof !== undefined && <p>{words.ledger.steps.proof(text(step.proof))}</p>}
      <div className={styles.form}>
        {part.fields.map((field) => {
          const wrong = read.problems.get(field.key)?.[language];
          const id = `${ids}-${field.key}`;
          const shown = wrong !== undefined && (tried || (draft[field.key] ?? "") !== "");
          return (
            <div key={field.key} className={styles.field} data-wide={field.type === "long_text"} data-wrong={shown}>
              <label htmlFor={id}>
                {text(field)}
                {field.required === true && <b>{words.ledger.form.required}</b>}
              </label>
              <FieldInput
                {...{ id, field, form, definitions }}
                value={draft[field.key] ?? null}
                scope={row.scope_id}
                wrong={shown}
                describedBy={shown ? `${id}-wrong` : undefined}
                onChange={(value) => setDraft((now) => ({ ...now, [field.key]: value }))}
              />
              {shown && (
                <small id={`${id}-wrong`} role="alert" data-wrong="true">
                  {wrong}
                </small>
              )}
            </div>
          );
        })}
        <div className={styles.field} data-wide="true">
          <label htmlFor={`${ids}-reason`}>{words.ledger.steps.reason}</label>
          <Input id={`${ids}-reason`} value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
      </div>
    </SendingModal>
  );
}
