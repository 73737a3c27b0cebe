import type { ImportOptions, ImportPlan } from "@shanhai/server";
import { Button, Select } from "antd";
import { useState } from "react";
import { useText, useWords } from "../language.js";
import styles from "./ImportPart.module.css";
import { Label } from "./Label.js";

type Sheet = ImportPlan["sheets"][number];
type Table = Sheet["tables"][number];
type Change = (next: (now: ImportOptions) => ImportOptions) => void;

/** The sheets of the workbook, what each is, and the columns of its tables, all of which may be chosen otherwise. */
export function ImportSheets({
  plan,
  options,
  onChange,
}: {
  readonly plan: ImportPlan;
  readonly options: ImportOptions;
  readonly onChange: Change;
}) {
  const words = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const choose = (sheet: string, read: "read" | "skip") =>
    onChange((now) => ({ ...now, sheets: { ...now.sheets, [sheet]: read } }));
  return (
    <section className={styles.part} aria-label={words.importing.sheets}>
      <h2>{words.importing.sheets}</h2>
      <ul className={styles.list}>
        {plan.sheets.map((sheet) => (
          <li key={sheet.name}>
            <div className={styles.line}>
              <span>
                <strong>{sheet.name}</strong>{" "}
                <Label tone={sheet.state === "read" ? "mountain" : sheet.state === "unknown" ? "doubt" : "plain"}>
                  {words.importing.states[sheet.state]}
                </Label>{" "}
                <span className={styles.hint}>
                  {[
                    sheet.title,
                    sheet.reporter,
                    sheet.as_of,
                    sheet.unit === null ? null : words.importing.unit(sheet.unit),
                  ]
                    .filter((one) => one !== null)
                    .join(" · ")}
                </span>
              </span>
              <span className={styles.fields}>
                {sheet.tables.length > 0 && (
                  <Button
                    size="small"
                    aria-expanded={open === sheet.name}
                    onClick={() => setOpen(open === sheet.name ? null : sheet.name)}
                  >
                    {words.importing.columns}
                  </Button>
                )}
                {sheet.state === "read" || sheet.state === "unknown" ? (
                  <Button size="small" type="text" onClick={() => choose(sheet.name, "skip")}>
                    {words.importing.skipSheet}
                  </Button>
                ) : (
                  sheet.state !== "empty" && (
                    <Button size="small" type="text" onClick={() => choose(sheet.name, "read")}>
                      {words.importing.readSheet}
                    </Button>
                  )
                )}
              </span>
            </div>
            {open === sheet.name &&
              sheet.tables.map((table) => (
                <Columns key={table.key} plan={plan} table={table} options={options} onChange={onChange} />
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Columns({
  plan,
  table,
  options,
  onChange,
}: {
  readonly plan: ImportPlan;
  readonly table: Table;
  readonly options: ImportOptions;
  readonly onChange: Change;
}) {
  const words = useWords();
  const text = useText();
  const form = plan.forms.find(({ key }) => key === table.form);
  const set = (key: string, columns: { readonly [letter: string]: string | null }) =>
    onChange((now) => ({ ...now, columns: { ...now.columns, [table.key]: { form: key, columns } } }));
  const given = options.columns?.[table.key];
  return (
    <div className={styles.part}>
      <div className={styles.fields}>
        <div className={styles.field}>
          {table.caption ?? words.importing.form}
          <Select
            style={{ minWidth: 180 }}
            value={table.form}
            aria-label={words.importing.form}
            onChange={(key) => key !== null && set(key, {})}
            options={plan.forms.map((one) => ({ value: one.key, label: text(one) }))}
          />
        </div>
        <span className={styles.hint}>
          {words.importing.rowsOf(table.rows)}{" "}
          {table.remembered && <Label tone="sea">{words.importing.remembered}</Label>}
        </span>
      </div>
      <ul className={styles.list}>
        {table.columns.map((column) => (
          <li key={column.letter} className={styles.line}>
            <span>
              <span className={styles.cell}>{column.letter}</span> {column.label}
            </span>
            <Select
              size="small"
              style={{ minWidth: 200 }}
              showSearch
              optionFilterProp="label"
              value={column.key ?? ""}
              aria-label={`${column.letter} ${column.label}`}
              disabled={form === undefined}
              onChange={(key) =>
                form !== undefined && set(form.key, { ...given?.columns, [column.letter]: key === "" ? null : key })
              }
              options={[
                { value: "", label: words.importing.unread },
                ...(form?.columns ?? []).map((one) => ({ value: one.key, label: text(one) })),
              ]}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
