import type { CellForm } from "@shanhai/model";
import { useRef } from "react";
import type { GridColumn } from "../grid/grid-columns.js";
import { useLanguage, useText, useWords } from "../language.js";
import styles from "./LedgerGrid.module.css";

interface Props {
  readonly columns: readonly GridColumn[];
  readonly form: CellForm;
  readonly sort: string;
  readonly sortable: (key: string) => boolean;
  readonly onSort: (key: string) => void;
  /** While a column's edge is pulled. */
  readonly onPull: (pulled: Pulled) => void;
  /** Null: as wide as its kind needs again. */
  readonly onWidth: (key: string, width: number | null) => void;
}

/** A column on its way to another width, in pixels. */
export interface Pulled {
  readonly key: string;
  readonly width: number;
}

/** The head of a table: names of the columns with their units; those that can order the list are buttons. */
export function GridHead({ columns, form, sort, sortable, onSort, onPull, onWidth }: Props) {
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
                <span className={styles.told}>{title}</span>
              )}
              <Edge column={column} onPull={onPull} onWidth={onWidth} />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** The right edge of a column, to be pulled; by keyboard the widths are set in 栏目. */
function Edge({ column, onPull, onWidth }: Pick<Props, "onPull" | "onWidth"> & { readonly column: GridColumn }) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const { key } = column.field;
  const widthAt = (x: number) => (from.current === null ? null : Math.max(24, from.current.width + x - from.current.x));
  return (
    <span
      aria-hidden="true"
      data-edge={key}
      className={styles.edge}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width: column.width };
      }}
      onPointerMove={(event) => {
        const width = widthAt(event.clientX);
        if (width !== null) onPull({ key, width });
      }}
      onPointerUp={(event) => {
        const width = widthAt(event.clientX);
        const moved = from.current !== null && event.clientX !== from.current.x;
        from.current = null;
        if (width !== null && moved) onWidth(key, width);
      }}
      onDoubleClick={() => onWidth(key, null)}
    />
  );
}
