import { fitsCell, sheetForms } from "@shanhai/model";
import { useQuery } from "@tanstack/react-query";
import { Alert, Select } from "antd";
import { api } from "../api.js";
import { useDefinitions } from "../definitions.js";
import { useText, useWords } from "../language.js";
import styles from "./CollectionForm.module.css";
import { ProblemNotice } from "./ProblemNotice.js";

/** The ledger that a task collects: how its rows are parted among units, and what these fill in. */
export interface CollectedLedgerChoice {
  readonly record: string | null;
  readonly field: string | null;
  readonly open: readonly string[];
  /** Units chosen by a person; null while it is all that the ledger names. */
  readonly units: readonly string[] | null;
}

/** Units known here that no ledger needs to name yet. */
export function useKnownUnits(scope: string | null) {
  return useQuery({
    queryKey: ["known-units", scope],
    queryFn: () => api.knownUnits(scope ?? ""),
    enabled: scope !== null,
  });
}

/** A roster is known again by its form; other long ledgers cannot be. */
function isCollectable({
  keeping,
  bulk,
  name,
}: {
  readonly keeping: string;
  readonly bulk?: boolean;
  readonly name: string;
}) {
  return (
    keeping === "scoped" && (bulk !== true || sheetForms.some((one) => one.record === name && one.roster !== undefined))
  );
}

/** Units that the chosen column names, each with its rows. */
export function useLedgerUnits(scope: string | null, { record, field }: CollectedLedgerChoice) {
  return useQuery({
    queryKey: ["collection-units", scope, record, field],
    queryFn: () => api.collectionUnits({ scope: scope ?? "", record: record ?? "", field: field ?? "" }),
    enabled: scope !== null && record !== null && field !== null,
  });
}

/** Chooses the ledger, the column that names units, and the columns to be filled in. */
export function CollectedLedger({
  scope,
  choice,
  onChange,
}: {
  readonly scope: string | null;
  readonly choice: CollectedLedgerChoice;
  readonly onChange: (choice: CollectedLedgerChoice) => void;
}) {
  const words = useWords();
  const text = useText();
  const { form } = words.collect;
  const { list, definitions } = useDefinitions();
  const units = useLedgerUnits(scope, choice);
  const fields = (choice.record === null ? undefined : definitions.get(choice.record))?.fields ?? [];
  const naming = fields.filter(({ type, personal }) => type === "text" && personal !== true);
  const fillable = fields.filter((field) => fitsCell(field) && field.key !== choice.field);
  const known = useKnownUnits(scope);
  const named = (units.data ?? []).map(({ unit }) => unit);
  const rows = (units.data ?? []).reduce((sum, unit) => sum + unit.rows, 0);
  const options = (some: typeof fields) => some.map((field) => ({ value: field.key, label: text(field) }));
  return (
    <div className={styles.fields}>
      <div>
        <span>{form.record}</span>
        <Select
          showSearch
          aria-label={form.record}
          value={choice.record}
          onChange={(record) => onChange({ record, field: null, open: [], units: null })}
          optionFilterProp="label"
          options={list.filter(isCollectable).map((one) => ({ value: one.name, label: text(one) }))}
        />
      </div>
      <div>
        <span>{form.field}</span>
        <Select
          aria-label={form.field}
          value={choice.field}
          disabled={choice.record === null}
          onChange={(field) =>
            onChange({ ...choice, field, open: choice.open.filter((key) => key !== field), units: null })
          }
          options={options(naming)}
        />
      </div>
      <div className={styles.wide}>
        <span>{form.open}</span>
        <Select
          mode="multiple"
          aria-label={form.open}
          value={[...choice.open]}
          disabled={choice.record === null}
          onChange={(open: string[]) => onChange({ ...choice, open })}
          optionFilterProp="label"
          options={options(fillable)}
        />
      </div>
      <div className={styles.wide}>
        <span>{form.chosenUnits}</span>
        <Select
          mode="tags"
          aria-label={form.chosenUnits}
          placeholder={form.chosenUnitsHint}
          value={[...(choice.units ?? named)]}
          disabled={choice.field === null}
          maxTagCount={12}
          onChange={(chosen: string[]) => onChange({ ...choice, units: chosen.map((one) => one.trim()) })}
          options={[
            { label: form.from.ledger, options: named.map((value) => ({ value, label: value })) },
            ...(["region", "organisation", "office"] as const).map((from) => ({
              label: form.from[from],
              options: (known.data ?? [])
                .filter((one) => one.from === from && !named.includes(one.unit))
                .map(({ unit }) => ({ value: unit, label: unit })),
            })),
          ].filter((group) => group.options.length > 0)}
        />
      </div>
      <div className={styles.wide}>
        {units.error !== null && <ProblemNotice error={units.error} />}
        {units.data !== undefined &&
          (units.data.length === 0 ? (
            <Alert type={choice.units === null ? "warning" : "info"} showIcon title={form.noUnits} />
          ) : (
            <Alert
              type="info"
              showIcon
              title={form.found(units.data.length, rows)}
              description={units.data
                .slice(0, 20)
                .map((unit) => `${unit.unit} ${unit.rows}`)
                .join(words.records.and)}
            />
          ))}
      </div>
    </div>
  );
}
