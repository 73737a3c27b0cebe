import { Input, InputNumber, Select } from "antd";
import { useId } from "react";
import { useWords } from "../language.js";
import type { AliasDraft } from "../wording-api.js";
import styles from "./RowForm.module.css";

export type AliasScope = Pick<AliasDraft, "place" | "from_year" | "to_year" | "source">;

const anywhere = "*";

/** Where and when another name holds, and what says so. */
export function AliasFields({
  places,
  everywhere,
  value,
  onChange,
}: {
  readonly places: readonly string[];
  /** Whether it may be said for all places. */
  readonly everywhere: boolean;
  readonly value: AliasScope;
  readonly onChange: (value: AliasScope) => void;
}) {
  const { wording } = useWords();
  const ids = useId();
  return (
    <>
      <div className={styles.field} data-wide="true">
        <label htmlFor={`${ids}-place`}>{wording.place}</label>
        <Select
          id={`${ids}-place`}
          aria-label={wording.place}
          showSearch={{ optionFilterProp: "label" }}
          value={value.place ?? anywhere}
          options={[
            ...places.map((place) => ({ value: place, label: place })),
            ...(everywhere ? [{ value: anywhere, label: wording.everywhere }] : []),
          ]}
          onChange={(place) => onChange({ ...value, place: place === anywhere ? null : place })}
        />
      </div>
      <YearFields value={value} onChange={(years) => onChange({ ...value, ...years })} />
      <SourceField value={value.source} onChange={(source) => onChange({ ...value, source })} />
    </>
  );
}

/** First and last year; empty: no end. */
export function YearFields({
  value,
  onChange,
}: {
  readonly value: Pick<AliasScope, "from_year" | "to_year">;
  readonly onChange: (value: Pick<AliasScope, "from_year" | "to_year">) => void;
}) {
  const { wording } = useWords();
  const ids = useId();
  const year = (key: "from_year" | "to_year", label: string) => (
    <div className={styles.field}>
      <label htmlFor={`${ids}-${key}`}>{label}</label>
      <InputNumber
        id={`${ids}-${key}`}
        style={{ width: "100%" }}
        min={1949}
        max={2100}
        value={value[key]}
        placeholder={wording.noEnd}
        onChange={(given) =>
          onChange({
            from_year: value.from_year,
            to_year: value.to_year,
            [key]: typeof given === "number" ? given : null,
          })
        }
      />
    </div>
  );
  return (
    <>
      {year("from_year", wording.from)}
      {year("to_year", wording.to)}
    </>
  );
}

/** 依据: without it nothing is kept. */
export function SourceField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const words = useWords();
  const id = useId();
  return (
    <div className={styles.field} data-wide="true">
      <label htmlFor={id}>
        {words.wording.source}
        <b>{words.ledger.form.required}</b>
      </label>
      <Input
        id={id}
        value={value}
        maxLength={500}
        placeholder={words.wording.sourceHint}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
