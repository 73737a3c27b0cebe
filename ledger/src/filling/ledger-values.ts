import {
  cellText,
  type FieldDefinition,
  fieldIn,
  type MoneyUnit,
  type RecordDefinition,
  rowYear,
} from "@shanhai/model";
import { isNameList } from "../account/name-lists.js";
import { requireReadable, requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { Condition, Query, Row } from "../ledger.js";
import { worded } from "../wording/dictionary-set.js";
import type { CellFill } from "../workbook/edit-cells.js";
import type { BoundPeriod, LedgerBinding, TemplateMonth } from "./template-desk.js";

/** So many rows a form is filled with; of a longer list it is said how many there are, and it is exported. */
const mostRows = 1000;
/** Of still more it is only said that there are. */
const mostCounted = 100_000;
const pageSize = 500;

/** Reads the rows of ledgers that bindings ask for; the same list is read once, however many of its fields are bound. */
export class LedgerValues {
  readonly #desk: Desk;
  readonly #actor: Actor;
  readonly #of: TemplateMonth;
  readonly #lists = new Map<string, Promise<Listed>>();
  readonly #taken = new Set<string>();
  /** Lists of which a form takes the first rows only. */
  readonly cut: CutList[] = [];

  constructor(desk: Desk, actor: Actor, of: TemplateMonth) {
    this.#desk = desk;
    this.#actor = actor;
    this.#of = of;
  }

  /** The field of each row, in the ledger's order; null where it is not filled in. */
  async of(binding: LedgerBinding): Promise<readonly (CellFill | null)[]> {
    const { record, period, filter } = binding;
    const definition = await worded(this.#desk.database, this.#desk.records.get(record).definition);
    const field = definition.fields.find(({ key }) => key === binding.field);
    if (field === undefined) return [];
    await this.#letOut(definition);
    const key = JSON.stringify([record, period, Object.entries(filter).sort()]);
    const listed = this.#lists.get(key) ?? this.#read(definition, binding);
    this.#lists.set(key, listed);
    const { rows, titles } = await listed;
    return rows.map(({ values }) =>
      filled(fieldIn(field, rowYear(definition, values)), values[field.key], binding.unit, titles),
    );
  }

  async #count({ name }: RecordDefinition, query: Query, read: number, next: string): Promise<void> {
    let [rows, after]: [number, string | null] = [read, next];
    while (after !== null && rows < mostCounted) {
      const page: Awaited<ReturnType<Desk["list"]>> = await this.#desk.list(this.#actor, name, {
        ...query,
        ...{ titles: false, after },
      });
      rows += page.rows.length;
      after = page.next;
    }
    this.cut.push({ record: name, rows, more: after !== null, taken: mostRows });
  }

  /** A list of people leaves with its mark in the audit log, as it does when it is exported. */
  async #letOut(definition: RecordDefinition): Promise<void> {
    requireReadable(this.#actor, definition);
    if (!isNameList(definition) || this.#taken.has(definition.name)) return;
    requireRight(this.#actor, "name_lists");
    this.#taken.add(definition.name);
    await this.#desk.takeNameList?.(this.#actor, definition);
  }

  async #read(definition: RecordDefinition, { period, filter }: LedgerBinding): Promise<Listed> {
    const { scope } = this.#of;
    const query: Query = {
      ...(definition.keeping === "scoped" ? { scope } : {}),
      conditions: [...periodConditions(definition, period, this.#of), ...chosen(filter)],
      limit: pageSize,
      titles: true,
    };
    const rows: Row[] = [];
    let titles: { readonly [id: string]: string } = {};
    for (let after: string | null | undefined; after !== null && rows.length < mostRows; ) {
      const page = await this.#desk.list(this.#actor, definition.name, {
        ...query,
        ...(after === undefined ? {} : { after }),
      });
      rows.push(...page.rows);
      titles = { ...titles, ...page.titles };
      after = page.next;
      if (after !== null && rows.length >= mostRows) await this.#count(definition, query, rows.length, after);
    }
    return { rows: rows.slice(0, mostRows), titles };
  }
}

/** A list that is longer than what a form takes. */
export interface CutList {
  readonly record: string;
  /** How many rows it has; at least so many where `more`. */
  readonly rows: number;
  readonly more: boolean;
  readonly taken: number;
}

interface Listed {
  readonly rows: readonly Row[];
  readonly titles: { readonly [id: string]: string };
}

function chosen(filter: LedgerBinding["filter"]): Condition[] {
  return Object.entries(filter).map(([field, value]) => ({ field, is: "one_of", values: [value] }));
}

/** Rows of the month or the year: by the ledger's own year and month, else by the day that it is ordered by. */
export function periodConditions(
  { fields, order }: RecordDefinition,
  period: BoundPeriod,
  { year, month }: Pick<TemplateMonth, "year" | "month">,
): Condition[] {
  const has = (key: string, type: FieldDefinition["type"]) =>
    fields.some((one) => one.key === key && one.type === type);
  const is = (field: string, value: number): Condition => ({ field, is: "one_of", values: [String(value)] });
  if (period === "all") return [];
  const yearly = ["year", "plan_year"].find((key) => has(key, "integer"));
  if (yearly !== undefined && period === "year") return [is(yearly, year)];
  if (yearly !== undefined && has("month", "integer")) return [is(yearly, year), is("month", month)];
  if (!has(order.field, "date")) return yearly === undefined ? [] : [is(yearly, year)];
  const first = period === "year" ? 1 : month;
  const last = period === "year" ? 12 : month;
  const end = new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10);
  return [
    { field: order.field, is: "from", values: [`${year}-${String(first).padStart(2, "0")}-01`] },
    { field: order.field, is: "to", values: [end] },
  ];
}

function filled(
  field: FieldDefinition,
  value: Row["values"][string] | undefined,
  unit: MoneyUnit | null,
  titles: { readonly [id: string]: string },
): CellFill | null {
  if (value === null || value === undefined || value === "") return null;
  const { unit: _, ...bare } = field;
  const text = cellText(bare, value, "zh", { money: unit ?? "万元", titles });
  const decimal = text.replaceAll(",", "");
  const counted = field.type === "money" || field.type === "integer" || field.type === "decimal";
  if (counted && /^-?\d+(?:\.\d+)?$/.test(decimal) && decimal.replace(/\D/g, "").length <= 15) return { decimal };
  if (field.type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(String(value))) return { day: String(value) };
  return { text };
}
