import { type FieldDefinition, type FieldValue, fieldAt, printValue, type RecordDefinition } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Button, Radio } from "antd";
import { useState } from "react";
import { api } from "../api.js";
import { localTime } from "../format.js";
import { useLanguage, useText, useWords } from "../language.js";
import beside from "./BesideTable.module.css";
import { Dialog } from "./Dialog.js";
import { Loading } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";
import styles from "./StaleDialog.module.css";

interface Props {
  readonly definition: RecordDefinition;
  /** The row as it was when one began to type. */
  readonly row: Row;
  /** What one typed. */
  readonly mine: { readonly [field: string]: FieldValue };
  readonly titles: { readonly [id: string]: string };
  readonly onClose: () => void;
  /** The row as it is now, and what of one's own to write over it. */
  readonly onChoose: (now: Row, values: { readonly [field: string]: FieldValue }) => void;
}

/** Two people on one row: who changed what meanwhile, beside what one typed; a choice field by field. Nothing is lost. */
export function StaleDialog({ definition, row, mine, titles, onClose, onChoose }: Props) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const meanwhile = useQuery({
    queryKey: ["meanwhile", row.record, row.scope_id, row.id, row.version],
    queryFn: async () => {
      const steps = await api.history(row.record, row.scope_id, row.id);
      const page = await api.row(row.record, row.scope_id, row.id).catch(() => null);
      const later = steps.filter((step) => step.row === null || BigInt(step.row.version) > BigInt(row.version));
      const before = steps.find((step) => step.row?.version === row.version)?.row ?? row;
      return { now: page, before, last: later.at(-1) ?? steps.at(-1) };
    },
    gcTime: 0,
    staleTime: 0,
  });
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const fields = definition.fields.filter(({ key }) => key in mine);
  const print = (field: FieldDefinition, value: FieldValue | undefined) =>
    printValue(fieldAt(field, definition.year, row.values), value, language, titles);
  const { now = null, before, last } = meanwhile.data ?? {};
  const changed = (field: FieldDefinition) =>
    now !== null && JSON.stringify(now.values[field.key] ?? null) !== JSON.stringify(before?.values[field.key] ?? null);
  const others = definition.fields.filter((field) => !(field.key in mine) && changed(field));
  const same = fields.filter(changed);
  const choose = (key: string, which: "mine" | "theirs") =>
    setTheirs((held) => new Set(which === "theirs" ? [...held, key] : [...held].filter((one) => one !== key)));
  const save = () => {
    if (now === null) return;
    onChoose(now, Object.fromEntries(Object.entries(mine).filter(([key]) => !theirs.has(key))));
  };
  return (
    <Dialog
      width={760}
      title={`${words.ledger.staleTitle} · ${row.title}`}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={onClose}>{words.state.cancel}</Button>
          <Button disabled={now === null} onClick={() => setTheirs(new Set(fields.map(({ key }) => key)))}>
            {words.ledger.staleTakeTheirs}
          </Button>
          <Button disabled={now === null} onClick={() => setTheirs(new Set())}>
            {words.ledger.staleTakeMine}
          </Button>
          <Button type="primary" disabled={now === null} onClick={save}>
            {words.ledger.staleSave}
          </Button>
        </>
      }
    >
      {meanwhile.isPending && <Loading label={words.state.loading} />}
      {meanwhile.error !== null && <ProblemNotice error={meanwhile.error} />}
      {meanwhile.data !== undefined && (
        <>
          <p>{last !== undefined && words.ledger.staleWho(last.who, localTime(last.at))}</p>
          <p className={styles.note}>
            {now === null ? words.ledger.staleGone : same.length > 0 ? words.ledger.staleSame : words.ledger.staleOther}
          </p>
          <table className={beside.table}>
            <thead>
              <tr>
                <th scope="col">{words.ledger.staleField}</th>
                <th scope="col">{words.ledger.staleBefore}</th>
                <th scope="col">{words.ledger.staleTheirs}</th>
                <th scope="col">{words.ledger.staleMine}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <tr key={field.key}>
                  <th scope="row">{text(field)}</th>
                  <td>{print(field, before?.values[field.key])}</td>
                  {now !== null && changed(field) ? (
                    <>
                      <td data-taken={theirs.has(field.key)}>
                        <Radio checked={theirs.has(field.key)} onChange={() => choose(field.key, "theirs")}>
                          {print(field, now.values[field.key])}
                        </Radio>
                      </td>
                      <td data-taken={!theirs.has(field.key)}>
                        <Radio checked={!theirs.has(field.key)} onChange={() => choose(field.key, "mine")}>
                          {print(field, mine[field.key])}
                        </Radio>
                      </td>
                    </>
                  ) : (
                    <>
                      <td>—</td>
                      <td data-taken={!theirs.has(field.key)}>{print(field, mine[field.key])}</td>
                    </>
                  )}
                </tr>
              ))}
              {others.map((field) => (
                <tr key={field.key}>
                  <th scope="row">{text(field)}</th>
                  <td>{print(field, before?.values[field.key])}</td>
                  <td data-taken="true">{print(field, now?.values[field.key])}</td>
                  <td>—</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Dialog>
  );
}
