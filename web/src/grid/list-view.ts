import type { FieldDefinition, RecordDefinition } from "@shanhai/model";
import type { Condition } from "@shanhai/server";
import { readFilter } from "../record-filter.js";

/** How a list is looked at: which columns, which rows, in what order. It stands in the address, so that a link shows the same. */
export interface ListView {
  readonly columns: readonly string[];
  readonly conditions: readonly Condition[];
  /** `due`, `-due`, or empty for the record's own order. */
  readonly sort: string;
  /** The field whose equal values stand together, or empty. */
  readonly group: string;
  /** Widths of columns that a person chose, in pixels; the others have what their kind needs. */
  readonly widths: { readonly [field: string]: number };
}

/** Between these a column can be read and a screen still holds others. */
const narrowest = 48;
const widest = 800;

/** A width that a column may have. */
export const fitWidth = (width: number): number => Math.round(Math.min(widest, Math.max(narrowest, width)));

/** The view that a record's list has at first. */
export function plainView(definition: RecordDefinition): ListView {
  return { columns: definition.columns, conditions: [], sort: "", group: "", widths: {} };
}

/** What a meeting (调度) looks at: how far it is, why it is behind and what must be coordinated (typed live), what is planned. */
const asked = [
  "owner_unit",
  "owner_name",
  "status",
  "due",
  "progress_percent",
  "progress_text",
  "progress",
  "lag_cause",
  "needs_coordination",
  "coordination",
  "planned_start",
  "planned_end",
];

/** Columns of a record's meeting sheet: its name and what a meeting asks; its usual ones where it has nothing of the kind. */
export function meetingColumns(definition: RecordDefinition): readonly string[] {
  const has = asked.filter((key) => definition.fields.some((field) => field.key === key));
  if (!has.includes("lag_cause")) return definition.columns;
  return [...definition.title, ...has];
}

/** Reads the view of an address; what is no field of the record is left out. `where` is the short form of old links. */
export function readView(search: URLSearchParams, definition: RecordDefinition): ListView {
  const known = (key: string) => definition.fields.some((field) => field.key === key);
  const columns = (search.get("columns") ?? "").split(",").filter(known);
  const sort = search.get("sort") ?? "";
  const group = search.get("group") ?? "";
  const closed = [...readFilter(search.get("where") ?? "", definition)].map(
    ([field, value]): Condition => ({ field, is: "one_of", values: [value] }),
  );
  return {
    columns: columns.length > 0 ? columns : definition.columns,
    conditions: [...closed, ...readConditions(search.get("conditions") ?? "", definition)],
    sort: canSort(definition, sort.replace(/^-/, "")) ? sort : "",
    group: groupFields(definition).some(({ key }) => key === group) ? group : "",
    widths: readWidths(search.get("widths") ?? "", known),
  };
}

/** `name.240,paid.96`. */
function readWidths(text: string, known: (key: string) => boolean): ListView["widths"] {
  const pairs = text.split(",").map((one) => /^(\w+)\.(\d{1,4})$/.exec(one));
  return Object.fromEntries(
    pairs.flatMap((pair) =>
      pair?.[1] !== undefined && known(pair[1]) ? [[pair[1], fitWidth(Number(pair[2]))] as const] : [],
    ),
  );
}

/** Puts a view into an address, leaving its other parts alone. */
export function writeView(search: URLSearchParams, view: ListView, definition: RecordDefinition): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete("where");
  const put = (name: string, value: string) => (value === "" ? next.delete(name) : next.set(name, value));
  put("columns", view.columns.join() === definition.columns.join() ? "" : view.columns.join());
  put("conditions", conditionsText(view.conditions));
  put("sort", view.sort);
  put("group", view.group);
  put(
    "widths",
    Object.entries(view.widths)
      .map(([key, width]) => `${key}.${width}`)
      .join(),
  );
  return next;
}

/** Conditions as the API takes them; empty for none. */
export function conditionsText(conditions: readonly Condition[]): string {
  if (conditions.length === 0) return "";
  return JSON.stringify(conditions.map(({ field, is, values }) => [field, is, ...values]));
}

function readConditions(text: string, definition: RecordDefinition): readonly Condition[] {
  let given: unknown;
  try {
    given = text === "" ? [] : JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(given)) return [];
  return given.flatMap((one: unknown): readonly Condition[] => {
    const parts: readonly unknown[] = Array.isArray(one) ? one : [];
    const [key, is, ...values] = parts;
    const field = definition.fields.find((known) => known.key === key);
    const asked = field === undefined ? undefined : conditionKinds(field).find((kind) => kind === is);
    if (field === undefined || asked === undefined || !values.every((value) => typeof value === "string")) return [];
    return [{ field: field.key, is: asked, values }];
  });
}

/** What can be asked of a field; nothing but whether it is filled in where it is personal: its values stand in no address. */
export function conditionKinds(field: FieldDefinition): readonly Condition["is"][] {
  if (field.inner === true) return [];
  if (field.personal === true) return ["filled", "empty"];
  switch (field.type) {
    case "text":
    case "long_text":
      return ["contains", "filled", "empty"];
    case "code":
    case "texts":
      return field.codes === undefined ? ["filled", "empty"] : ["one_of", "filled", "empty"];
    case "flag":
      return ["one_of", "empty"];
    case "reference":
    case "references":
      return ["one_of", "filled", "empty"];
    case "integer":
    case "decimal":
    case "money":
    case "date":
      return ["from", "to", "filled", "empty"];
    case "list":
      return ["filled", "empty"];
    case "identifier":
      return [];
  }
}

/**
 * Fields that order a list in a way that a person sees: the record's own, days, numbers, choices. Words other than the
 * record's own order would stand by code units, which looks like no order at all.
 */
export function canSort(definition: RecordDefinition, key: string): boolean {
  if (key === definition.order.field) return true;
  // A long list is only ordered by what it has an index of.
  if (definition.bulk === true) return false;
  const field = definition.fields.find((one) => one.key === key);
  if (field === undefined || field.personal === true) return false;
  return ["date", "integer", "decimal", "money", "code", "flag"].includes(field.type);
}

/** Fields by which rows are grouped: those of one value that many rows have in common. */
export function groupFields(definition: RecordDefinition): readonly FieldDefinition[] {
  return definition.fields.filter(
    ({ type, personal, key }) =>
      personal !== true &&
      (definition.bulk !== true || canSort(definition, key)) &&
      (["code", "flag", "reference"].includes(type) || (type === "integer" && /year|month/.test(key))),
  );
}
