import { type CellForm, cellText, fieldAt } from "@shanhai/model";
import type { GridColumn } from "../grid/grid-columns.js";
import type { GridLines } from "../grid/grid-lines.js";
import { useLanguage, useText, useWords } from "../language.js";
import styles from "./TableSheet.module.css";

interface Props {
  readonly title: string;
  readonly lines: GridLines;
  /** The lines are all that the list has. */
  readonly counted: boolean;
  readonly columns: readonly GridColumn[];
  readonly form: CellForm;
  readonly asOf: string;
}

/** The rows that were read from the first on as a table on paper: A4 across, black on white, its head on every sheet. */
export function PaperTable({ title, lines, counted, columns, form, asOf }: Props) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const body: React.ReactNode[] = [];
  let waiting = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines.at(at);
    waiting = line?.kind === "waiting";
    if (waiting) break;
    if (line?.kind !== "row") continue;
    body.push(
      <tr key={line.key}>
        <td>{line.number}</td>
        {columns.map(({ field, right }) => (
          <td key={field.key} data-right={right || undefined}>
            {cellText(fieldAt(field, form.yearBy, line.row.values), line.row.values[field.key], language, form)}
          </td>
        ))}
      </tr>,
    );
  }
  const unit = (field: GridColumn["field"]) =>
    field.type === "money" ? words.ledger.moneyUnits[form.money] : field.unit;
  return (
    <section className={styles.paper}>
      <h1>{title}</h1>
      {asOf !== "" && <p>{words.records.asOfNotice(asOf)}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{words.ledger.number}</th>
            {columns.map(({ field }) => (
              <th key={field.key} scope="col">
                {text(field)}
                {unit(field) === undefined ? "" : `（${unit(field)}）`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{body}</tbody>
      </table>
      <p>{words.ledger.printed(body.length, !counted || waiting)}</p>
    </section>
  );
}
