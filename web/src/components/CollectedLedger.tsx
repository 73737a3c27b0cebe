import { fitsCell } from "@shanhai/model";
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
          onChange={(record) => onChange({ record, field: null, open: [] })}
          optionFilterProp="label"
          options={list
            .filter(({ keeping, bulk }) => keeping === "scoped" && bulk !== true)
            .map((one) => ({ value: one.name, label: text(one) }))}
        />
      </div>
      <div>
        <span>{form.field}</span>
        <Select
          aria-label={form.field}
          value={choice.field}
          disabled={choice.record === null}
          onChange={(field) => onChange({ ...choice, field, open: choice.open.filter((key) => key !== field) })}
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
        {units.error !== null && <ProblemNotice error={units.error} />}
        {units.data !== undefined &&
          (units.data.length === 0 ? (
            <Alert type="warning" showIcon title={form.noUnits} />
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
