import assert from "node:assert/strict";
import { test } from "node:test";
import { type FieldDefinition, type FieldValue, groupRuns, type RecordDefinition } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { fittedColumns, gridColumns } from "./grid-columns.js";
import { gridLines, placesIn } from "./grid-lines.js";
import { moved, rangeOf } from "./grid-range.js";
import { conditionsText, plainView, readView, writeView } from "./list-view.js";
import { planPaste, rowsOfPlan } from "./paste-plan.js";

const field = (key: string, type: FieldDefinition["type"], more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  key,
  zh: key,
  en: key,
  type,
  ...more,
});
const kinds = [
  { code: "a", zh: "甲类", en: "first" },
  { code: "b", zh: "乙类", en: "second" },
];
const project: RecordDefinition = {
  name: "project",
  zh: "项目",
  en: "project",
  keeping: "scoped",
  group: "projects",
  title: ["name"],
  order: { field: "name", descending: false },
  columns: ["no", "name", "kind", "paid"],
  fields: [
    field("no", "text"),
    field("name", "text", { required: true }),
    field("kind", "code", { codes: kinds }),
    field("paid", "money"),
    field("phone", "text", { personal: true }),
    field("places", "list"),
  ],
};
const row = (id: string, values: { readonly [key: string]: FieldValue }): Row => ({
  record: "project",
  scope_id: "s",
  id,
  version: "1",
  title: String(values.name),
  values,
});
const rows = [
  row("1", { name: "一", kind: "a", paid: "100000000" }),
  row("2", { name: "二", kind: "a", paid: null }),
  row("3", { name: "三", kind: null, paid: null }),
];
/** The lines of these rows; of the places in `missing` the rows are still on their way. */
const linesOf = (
  more: boolean,
  group?: FieldDefinition,
  folded: readonly string[] = [],
  missing: readonly number[] = [],
) =>
  gridLines(
    {
      length: rows.length,
      more,
      groups: group === undefined ? [] : groupRuns(rows, group.key, ["paid"]),
      rowAt: (place) => (missing.includes(place) ? undefined : rows[place]),
    },
    group,
    new Set(folded),
  );
const columns = gridColumns(project, [...project.columns, "places"], { large: false, narrow: false, language: "zh" });

test("the column that names a row goes first; what no cell holds is not typed", () => {
  assert.deepEqual(
    columns.map((column) => [column.field.key, column.name, column.typed]),
    [
      ["name", true, true],
      ["no", false, true],
      ["kind", false, true],
      ["paid", false, true],
      ["places", false, false],
    ],
  );
});

test("groups have heads with their counts, folded ones hide their rows, rows keep their numbers", () => {
  const kind = project.fields[2];
  const open = linesOf(true, kind);
  const shape = (lines: ReturnType<typeof gridLines>) =>
    Array.from({ length: lines.length }, (_, at) => {
      const line = lines.at(at);
      return line?.kind === "group" ? [line.value, line.count, line.open] : line?.number;
    });
  assert.deepEqual(shape(open), [["a", 2, false], 1, 2, [null, 1, true], 3]);
  assert.deepEqual(shape(linesOf(false, kind, ["group/a"])), [["a", 2, false], [null, 1, false], 3]);
});

test("keys move within the table, with Ctrl to its edges", () => {
  const bounds = { lines: 3, columns: 4, page: 2 };
  const at = { line: 1, column: 1 };
  assert.deepEqual(moved(at, "ArrowUp", false, bounds), { line: 0, column: 1 });
  assert.deepEqual(moved(at, "PageDown", false, bounds), { line: 2, column: 1 });
  assert.deepEqual(moved(at, "End", true, bounds), { line: 2, column: 3 });
  assert.deepEqual(moved({ line: 0, column: 0 }, "ArrowLeft", false, bounds), { line: 0, column: 0 });
  assert.equal(moved(at, "a", false, bounds), null);
});

test("an address carries a view there and back, and nothing that the record does not know", () => {
  const view = {
    ...plainView(project),
    columns: ["name", "paid"],
    conditions: [
      { field: "paid", is: "from" as const, values: ["100"] },
      { field: "kind", is: "one_of" as const, values: ["a", "b"] },
    ],
    sort: "-paid",
    group: "kind",
  };
  const address = writeView(new URLSearchParams("scope=s&where=kind:b"), view, project);
  assert.equal(address.get("scope"), "s");
  assert.deepEqual(readView(address, project), view);
  assert.deepEqual(readView(new URLSearchParams("where=kind:b"), project).conditions, [
    { field: "kind", is: "one_of", values: ["b"] },
  ]);
  const odd = new URLSearchParams({
    columns: "none",
    sort: "phone",
    group: "paid",
    conditions: '[["phone","contains","139"],["none","empty"],["kind","from","a"]]',
  });
  assert.deepEqual(readView(odd, project), plainView(project));
  assert.equal(conditionsText([]), "");
});

test("a paste: what changes, what does not fit, what is new; equal cells are none", () => {
  const lines = linesOf(false);
  const at = rangeOf({ line: 1, column: 2 }, { line: 1, column: 2 });
  const cells = [
    ["甲类", "1,200"],
    ["丙类", "约5"],
    ["乙类", "7"],
  ];
  const plan = planPaste(cells, at, lines, columns, { money: "万元" }, "zh", [project.fields[1] as FieldDefinition]);
  assert.deepEqual(
    plan.changes.map(({ row: of, field: { key }, value, problem }) => [
      of?.id ?? null,
      key,
      value,
      problem?.code ?? null,
    ]),
    [
      ["2", "paid", "1200000000", null],
      ["3", "kind", null, "value/code-unknown"],
      ["3", "paid", null, "value/money-inexact"],
      [null, "kind", "b", null],
      [null, "paid", "7000000", null],
      [null, "name", null, "value/required"],
    ],
  );
  assert.deepEqual(
    rowsOfPlan(plan).map(({ row: of, values }) => [of?.id ?? null, values]),
    [["2", { paid: "1200000000" }]],
  );
});

test("a paste: what the place of a row calls an item is that item; what another place does is not", () => {
  const aliases = [{ text: "结镇帮镇", place: "乙省云岭州石坎县", from: 2021, to: null }];
  const years = [{ from: null, to: null, zh: "乙类", en: "second" }];
  const named = kinds.map((code) => (code.code === "b" ? { ...code, years, aliases } : { ...code, years: [] }));
  const local = columns.map((one) =>
    one.field.key === "kind" ? { ...one, field: { ...one.field, dictionary: "kinds", codes: named } } : one,
  );
  const lines = linesOf(false);
  const at = rangeOf({ line: 2, column: 2 }, { line: 2, column: 2 });
  const read = (places: readonly string[]) => {
    const form = { money: "万元", placesOf: (scope: string) => (scope === "s" ? places : []) } as const;
    const { changes } = planPaste([["结镇帮镇"], ["结镇帮镇"]], at, lines, local, form, "zh", [], "s");
    return changes.map(({ row: of, value, problem }) => [of?.id ?? null, value, problem?.code ?? null]);
  };
  assert.deepEqual(read(["乙省云岭州石坎县", "甲省临海市望潮区"]), [
    ["3", "b", null],
    [null, "b", null],
  ]);
  assert.deepEqual(read(["乙省云岭州清溪县"]), [
    ["3", null, "value/code-unknown"],
    [null, null, "value/code-unknown"],
  ]);
});

test("one cell fills all that are chosen, and empties them", () => {
  const lines = linesOf(false);
  const range = rangeOf({ line: 0, column: 2 }, { line: 2, column: 3 });
  const plan = planPaste([[""]], range, lines, columns, { money: "万元" }, "zh", []);
  assert.deepEqual(
    plan.changes.map(({ row: of, field: { key }, value }) => [of?.id, key, value]),
    [
      ["1", "kind", null],
      ["1", "paid", null],
      ["2", "kind", null],
    ],
  );
});

test("rows that are not read yet have their lines and numbers; a folded group asks for none of its rows", () => {
  const kind = project.fields[2];
  const lines = linesOf(false, kind, [], [1]);
  assert.deepEqual(lines.at(2), { kind: "waiting", key: "waiting/1", number: 2 });
  assert.deepEqual(placesIn(lines, 0, 99), [0, 1, 2]);
  assert.deepEqual(placesIn(linesOf(false, kind, ["group/a"]), 0, 99), [2]);
  assert.deepEqual(placesIn(linesOf(false), 1, 1), [1]);
  assert.equal(linesOf(false).at(-1), undefined);
  assert.equal(lines.at(lines.length), undefined);
});

test("widths that a person chose stand in the address, within bounds, and are not stretched", () => {
  const search = writeView(new URLSearchParams(), { ...plainView(project), widths: { paid: 96, name: 240 } }, project);
  assert.equal(search.get("widths"), "paid.96,name.240");
  assert.deepEqual(readView(search, project).widths, { paid: 96, name: 240 });
  assert.deepEqual(readView(new URLSearchParams("widths=paid.5,phones.90,name.x,kind.9999"), project).widths, {
    paid: 48,
    kind: 800,
  });
  const [name, no] = fittedColumns(
    gridColumns(project, ["name", "no"], { large: false, narrow: false, language: "zh" }, { name: 240 }),
    900,
  );
  assert.deepEqual([name?.width, no?.width], [240, 660]);
});
