import assert from "node:assert/strict";
import { test } from "node:test";
import { dueOf, ownerNames, suggested, taskOf } from "./break-down.js";

const statement = {
  scope_id: "s",
  id: "i",
  version: "1",
  text: "由县教育局、县人社局负责，11月底前完成。",
  grade: "agreed",
  side: "both",
  said_on: "2023-10-12",
  meeting: null,
  drafts: [
    {
      title: "由县教育局、县人社局负责，11月底前完成。",
      side: "west" as const,
      owner_name: "县教育局、县人社局",
      owners: ["县教育局", "县人社局"],
      due: "2023-11",
      quantity: null,
      unit: null,
    },
  ],
};

test("what the words suggest is what is sent, units apart", () => {
  assert.deepEqual(taskOf(suggested(statement)), {
    title: statement.text,
    side: "west",
    owner_name: "县教育局、县人社局",
    owners: ["县教育局", "县人社局"],
    due: "2023-11",
  });
});

test("units are set apart as offices write them", () => {
  assert.deepEqual(ownerNames(" 县教育局，县人社局; 、县卫健局"), ["县教育局", "县人社局", "县卫健局"]);
  assert.equal(taskOf({ title: "开工", owners: "", due: "", side: "east" })?.owner_name, null);
});

test("a date is read as offices write it; one without a year or that does not exist is none", () => {
  assert.equal(dueOf("2023年12月15日"), "2023-12-15");
  assert.equal(dueOf(""), null);
  for (const wrong of ["12月15日", "2023-04-31", "年内"]) {
    assert.equal(dueOf(wrong), undefined, wrong);
    assert.equal(taskOf({ title: "开工", owners: "县卫健局", due: wrong, side: "west" }), null, wrong);
  }
});
