import type { Row } from "../row.js";

/** A ledger that is collected: the rows of each unit go out filled in ahead and come back through 导入预演. */
export interface LedgerTask {
  readonly record: string;
  /** The column that names the unit of a row. */
  readonly field: string;
  /** Columns that the unit fills in; the others are locked. */
  readonly open: readonly string[];
}

/** As the task's row keeps it (`record`, `layout`); null for a task that collects indicators. */
export function ledgerTaskOf({ values }: Pick<Row, "values">): LedgerTask | null {
  const { record, layout } = values;
  const items = (Array.isArray(layout) ? layout : []) as readonly { readonly [key: string]: unknown }[];
  const field = items.find(({ column }) => column === "unit")?.field;
  if (typeof record !== "string" || record === "" || typeof field !== "string") return null;
  const open = items.flatMap((item) => (item.column === "open" && typeof item.field === "string" ? [item.field] : []));
  return { record, field, open };
}

export function layoutOf({ field, open }: LedgerTask): readonly { readonly [key: string]: unknown }[] {
  return [{ column: "unit", field }, ...open.map((one) => ({ column: "open", field: one }))];
}
