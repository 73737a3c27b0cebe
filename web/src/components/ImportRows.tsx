import { fieldIn, printValue, type RecordDefinition, rowYear } from "@shanhai/model";
import type { ImportPlan, PlannedSheetRow } from "@shanhai/server";
import { Checkbox, Tabs } from "antd";
import { useLanguage, useText, useWords } from "../language.js";
import styles from "./ImportPart.module.css";
import { ScrollRegion } from "./ScrollRegion.js";

interface Props {
  readonly plan: ImportPlan;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly skip: ReadonlySet<string>;
  readonly onSkip: (skip: ReadonlySet<string>) => void;
}

/** Row by row: what is new, what changes cell by cell, what is skipped and why; then the remarks on the sheets. */
export function ImportRows({ plan, definitions, skip, onSkip }: Props) {
  const words = useWords();
  const text = useText();
  const of = (state: PlannedSheetRow["state"]) => plan.rows.filter((row) => row.state === state);
  const warnings = [...plan.findings].sort((a, b) => Number(a.severity === "note") - Number(b.severity === "note"));
  const tab = (state: "changed" | "added" | "skipped", label: string) => ({
    key: state,
    label: `${label} ${plan.tally[state]}`,
    children: (
      <RowTable
        rows={of(state)}
        of={plan.tally[state]}
        definitions={definitions}
        skip={skip}
        onSkip={onSkip}
        year={plan.year}
      />
    ),
  });
  return (
    <section className={styles.part} aria-label={words.importing.rows}>
      <h2>{words.importing.rows}</h2>
      <Tabs
        size="small"
        defaultActiveKey={plan.tally.changed > 0 ? "changed" : "added"}
        items={[
          tab("changed", words.importing.changed),
          tab("added", words.importing.added),
          tab("skipped", words.importing.skipped),
          {
            key: "findings",
            label: `${words.importing.findings} ${plan.findings.length}`,
            children: (
              <ul className={styles.list}>
                {warnings.map((one, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: remarks have no identity and never move
                  <li key={at} data-severity={one.severity}>
                    {text(one)}
                    {one.place !== null && (
                      <span className={styles.cell}>
                        {" "}
                        {one.sheet}!{cellName(one.place)}
                      </span>
                    )}
                  </li>
                ))}
                {warnings.length === 0 && <li>{words.importing.nothing}</li>}
              </ul>
            ),
          },
        ]}
      />
    </section>
  );
}

function cellName({ row, column }: { readonly row: number; readonly column: number }): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return `${name}${row + 1}`;
}

function RowTable({
  rows,
  of,
  definitions,
  skip,
  onSkip,
  year,
}: Omit<Props, "plan"> & {
  readonly rows: readonly PlannedSheetRow[];
  readonly of: number;
  readonly year: number | null;
}) {
  const words = useWords();
  const text = useText();
  if (rows.length === 0) return <p className={styles.hint}>{words.importing.nothing}</p>;
  const choosable = rows[0]?.state !== "skipped";
  return (
    <ScrollRegion className={styles.scroll} label={words.importing.what}>
      {of > rows.length && <p className={styles.hint}>{words.importing.shownFirst(rows.length)}</p>}
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{words.importing.line}</th>
            <th>{words.importing.row}</th>
            <th>{words.importing.what}</th>
            {choosable && <th>{words.importing.leaveOut}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td className={styles.cell}>
                {row.sheet}!{row.lines.join(words.signs.comma)}
              </td>
              <td>{row.title}</td>
              <td>
                {row.reason === null ? (
                  <Changes row={row} definition={definitions.get(row.record)} year={year} />
                ) : (
                  text(row.reason)
                )}
                {row.findings.map((one, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: remarks have no identity and never move
                  <p key={at} className={styles.hint}>
                    {text(one)}
                  </p>
                ))}
              </td>
              {choosable && (
                <td>
                  <Checkbox
                    checked={skip.has(row.key)}
                    aria-label={`${words.importing.leaveOut} ${row.title}`}
                    onChange={(event) => {
                      const next = new Set(skip);
                      if (event.target.checked) next.add(row.key);
                      else next.delete(row.key);
                      onSkip(next);
                    }}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Each cell with what it was and what it becomes. Names of parties come as the sheet prints them. */
function Changes({
  row,
  definition,
  year: ofFile,
}: {
  readonly row: PlannedSheetRow;
  readonly definition: RecordDefinition | undefined;
  /** The year of the file: its words are told by it where the row says none. */
  readonly year: number | null;
}) {
  const { language } = useLanguage();
  const words = useWords();
  const text = useText();
  const stated = Object.fromEntries(row.changes.map(({ field, after }) => [field, after]));
  const year = (definition === undefined ? null : rowYear(definition, stated)) ?? ofFile;
  const fields = new Map((definition?.fields ?? []).map((field) => [field.key, field]));
  const shown = row.changes.filter(({ field }) => {
    const of = fields.get(field);
    return of?.type !== "identifier" && of?.type !== "list" && of?.inner !== true;
  });
  return (
    <ul className={styles.changes}>
      {shown.map((change) => {
        const field = fields.get(change.field);
        const pointer = field?.type === "reference" || field?.type === "references";
        const print = (value: (typeof change)["before"]) =>
          field === undefined || pointer ? (change.printed ?? "…") : printValue(fieldIn(field, year), value, language);
        return (
          <li key={change.field}>
            {text(change)}{" "}
            {row.state === "changed" && (
              <span className={styles.was}>
                {words.importing.from} {change.before === null ? words.importing.nothing : print(change.before)} →{" "}
              </span>
            )}
            <strong>{print(change.after)}</strong>{" "}
            {change.cell !== null && <span className={styles.cell}>{change.cell}</span>}
          </li>
        );
      })}
    </ul>
  );
}
