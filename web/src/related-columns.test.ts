import assert from "node:assert/strict";
import { test } from "node:test";
import { recordDefinitions } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { relatedColumns } from "./related-columns.js";

const cases: readonly {
  readonly title: string;
  readonly record: string;
  readonly pointing: string;
  readonly values: Row["values"];
  readonly columns: readonly string[];
}[] = [
  {
    title: "a person's attendances say at what",
    record: "attendance",
    pointing: "person",
    values: { visit: "v1", meeting: null, name: "乐知微" },
    columns: ["name", "visit", "title", "side", "part"],
  },
  {
    title: "a visit's attendances do not repeat the visit",
    record: "attendance",
    pointing: "visit",
    values: { visit: "v1", meeting: null, name: "乐知微", person: "p1" },
    columns: ["name", "person", "title", "side", "part"],
  },
  {
    title: "a project's milestones",
    record: "milestone",
    pointing: "project",
    values: { project: "x" },
    columns: definitionOf("milestone").columns.filter((key) => key !== "project"),
  },
];

function definitionOf(name: string) {
  const definition = recordDefinitions.find((one) => one.name === name);
  assert.ok(definition !== undefined);
  return definition;
}

for (const { title, record, pointing, values, columns } of cases) {
  test(title, () => {
    const rows = [{ record, scope_id: "s", id: "r", version: "1", title: "", values }];
    assert.deepEqual(
      relatedColumns(definitionOf(record), pointing, rows).map(({ field }) => field.key),
      columns,
    );
  });
}

test("of no record a list lacks its name", () => {
  for (const definition of recordDefinitions) {
    const columns = relatedColumns(definition, "none", []);
    assert.equal(columns.filter(({ name }) => name).length, 1, definition.name);
  }
});
