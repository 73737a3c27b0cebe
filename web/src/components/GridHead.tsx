import type { CellForm } from "@shanhai/model";
import type { GridColumn } from "../grid/grid-columns.js";
import { useLanguage, useText, useWords } from "../language.js";
import styles from "./LedgerGrid.module.css";

interface Props {
  readonly columns: readonly GridColumn[];
  readonly form: CellForm;
  readonly sort: string;
  readonly sortable: (key: string) => boolean;
  readonly onSort: (key: string) => void;
}

/** The head of a table: names of the columns with their units; those that can order the list are buttons. */
export function GridHead({ columns, form, sort, sortable, onSort }: Props) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const unitOf = ({ field }: GridColumn) =>
    field.type === "money" ? words.ledger.moneyUnits[form.money] : field.type === "date" ? undefined : field.unit;
  return (
    <thead>
      <tr aria-rowindex={1} className={styles.head}>
        <th scope="col" className={styles.number}>
          {words.ledger.number}
        </th>
        {columns.map((column) => {
          const { field } = column;
          const unit = unitOf(column);
          const named = text(field);
          const told = unit === undefined || named.endsWith(`（${unit}）`) || named.endsWith("percent");
          const title = told ? named : `${named}${language === "zh" ? `（${unit}）` : ` (${unit})`}`;
          const way = sort === field.key ? "ascending" : sort === `-${field.key}` ? "descending" : undefined;
          return (
            <th
              key={field.key}
              scope="col"
              aria-sort={way ?? "none"}
              className={column.name ? styles.name : undefined}
              data-right={column.right || undefined}
              title={title}
            >
              {sortable(field.key) ? (
                <button type="button" onClick={() => onSort(field.key)} title={words.ledger.sortHint(title)}>
                  {title} <b aria-hidden="true">{way === undefined ? "" : way === "ascending" ? "↑" : "↓"}</b>
                </button>
              ) : (
                title
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
