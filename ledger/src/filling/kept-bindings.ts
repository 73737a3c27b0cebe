import {
  type BoundUnit,
  boundMeasures,
  boundPeriods,
  boundUnits,
  type CellBinding,
  type LedgerBinding,
} from "./template-desk.js";

/** A binding as the layout's row keeps it: its place (`附件3!F12`) and what belongs there (`E1 to_date 万元`, or a ledger's field). */
export interface KeptBinding {
  readonly [key: string]: unknown;
  readonly letter: string;
  readonly key: string;
  readonly ledger?: Omit<LedgerBinding, "sheet" | "cell" | "unit">;
}

export function keptBinding(binding: CellBinding): KeptBinding {
  const { sheet, cell, unit } = binding;
  const letter = `${sheet}!${cell}`;
  if ("indicator" in binding) return { letter, key: [binding.indicator, binding.measure, unit ?? ""].join(" ").trim() };
  const { record, field, period, filter, row, rows } = binding;
  return { letter, key: unit ?? "", ledger: { record, field, period, filter, row, rows } };
}

/** What was kept, read back; nothing for what makes no sense (a place of a newer program). */
export function bindingsIn(list: unknown): CellBinding[] {
  return (Array.isArray(list) ? list : []).flatMap((item: unknown) => bindingIn(item) ?? []);
}

function bindingIn(item: unknown): CellBinding | null {
  if (typeof item !== "object" || item === null) return null;
  const { letter, key, ledger } = item as Partial<KeptBinding>;
  const mark = typeof letter === "string" ? letter.lastIndexOf("!") : -1;
  if (typeof letter !== "string" || typeof key !== "string" || mark < 1) return null;
  const place = { sheet: letter.slice(0, mark), cell: letter.slice(mark + 1) };
  if (ledger !== undefined) return ledgerIn(place, unitIn(key), ledger);
  const [indicator = "", measure = "", unit = ""] = key.split(" ");
  const known = boundMeasures.find((one) => one === measure);
  return known === undefined ? null : { ...place, indicator, measure: known, unit: unitIn(unit) };
}

function ledgerIn(
  place: { readonly sheet: string; readonly cell: string },
  unit: BoundUnit | null,
  kept: NonNullable<KeptBinding["ledger"]>,
): CellBinding | null {
  const { record, field, filter } = kept;
  const period = boundPeriods.find((one) => one === kept.period);
  if (typeof record !== "string" || typeof field !== "string" || period === undefined) return null;
  const values = Object.entries(filter ?? {}).map(([one, value]) => [one, String(value)] as const);
  const count = (number: unknown) => (typeof number === "number" && number > 0 ? number : null);
  return {
    ...place,
    ...{ record, field, period, unit },
    filter: Object.fromEntries(values),
    ...{ row: count(kept.row), rows: count(kept.rows) },
  };
}

function unitIn(text: string): BoundUnit | null {
  return boundUnits.find((one) => one === text) ?? null;
}
