import type { ImportPlan } from "@shanhai/server";
import { Button, Input, InputNumber, Select } from "antd";
import { useId, useState } from "react";
import { api } from "../api.js";
import { useWords } from "../language.js";
import { useSending } from "../use-sending.js";
import styles from "./ImportPart.module.css";
import { SendingNotice } from "./SendingNotice.js";

/** Whose workbook it is, and of which year; a pair that does not stand yet is set up here. */
export function ImportWhose({
  plan,
  onChange,
}: {
  readonly plan: ImportPlan;
  readonly onChange: (more: { readonly scope?: string; readonly year?: number }) => void;
}) {
  const words = useWords();
  const [making, setMaking] = useState(plan.scopes.length === 0);
  return (
    <section className={styles.part} data-tone={plan.scope === null || plan.year_assumed ? "doubt" : undefined}>
      <div className={styles.fields}>
        <div className={styles.field}>
          {words.importing.pair}
          <Select
            style={{ minWidth: 240 }}
            value={plan.scope?.id ?? null}
            placeholder={words.importing.choosePair}
            aria-label={words.importing.pair}
            onChange={(scope) => scope !== null && onChange({ scope })}
            options={plan.scopes.map(({ id, label }) => ({ value: id, label }))}
          />
        </div>
        <div className={styles.field}>
          {words.importing.year}
          <InputNumber
            style={{ width: 110 }}
            min={1996}
            max={2100}
            value={plan.year}
            aria-label={words.importing.year}
            onChange={(year) => typeof year === "number" && year >= 1996 && onChange({ year })}
          />
        </div>
        {!making && <Button onClick={() => setMaking(true)}>{words.importing.newPair}</Button>}
      </div>
      {plan.scope === null && !making && <p className={styles.hint}>{words.importing.choosePair}</p>}
      {plan.year_assumed && (
        <p className={styles.hint}>
          {words.importing.yearAssumed}{" "}
          {plan.year !== null && (
            <Button size="small" onClick={() => plan.year !== null && onChange({ year: plan.year })}>
              {words.importing.confirmYear(plan.year)}
            </Button>
          )}
        </p>
      )}
      {making && (
        <NewPair
          onMade={(scope) => {
            setMaking(false);
            onChange({ scope });
          }}
        />
      )}
    </section>
  );
}

function NewPair({ onMade }: { readonly onMade: (id: string) => void }) {
  const words = useWords();
  const form = useId();
  const [east, setEast] = useState({ path: "", adcode: "" });
  const [west, setWest] = useState({ path: "", adcode: "" });
  const making = useSending({
    send: () =>
      api.openPair({ path: east.path, adcode: east.adcode || null }, { path: west.path, adcode: west.adcode || null }),
    onSuccess: ({ id }) => onMade(id),
  });
  const sides = [
    { side: "east", given: east, set: setEast, label: words.importing.east, example: words.importing.eastExample },
    { side: "west", given: west, set: setWest, label: words.importing.west, example: words.importing.westExample },
  ];
  return (
    <form
      className={styles.fields}
      aria-label={words.importing.newPair}
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate();
      }}
    >
      {sides.map(({ side, given, set, label, example }) => (
        <div key={label} className={styles.fields}>
          <label htmlFor={`${form} ${side} path`}>
            {label}
            <Input
              id={`${form} ${side} path`}
              value={given.path}
              placeholder={example}
              onChange={(event) => set({ ...given, path: event.target.value })}
            />
          </label>
          <label htmlFor={`${form} ${side} code`}>
            {words.importing.code}
            <Input
              id={`${form} ${side} code`}
              value={given.adcode}
              inputMode="numeric"
              onChange={(event) => set({ ...given, adcode: event.target.value })}
            />
          </label>
        </div>
      ))}
      <Button
        htmlType="submit"
        loading={making.isPending}
        disabled={east.path.trim() === "" || west.path.trim() === ""}
      >
        {words.importing.create}
      </Button>
      <SendingNotice of={making} />
    </form>
  );
}
