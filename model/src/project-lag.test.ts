import assert from "node:assert/strict";
import { test } from "node:test";
import { projectLag } from "./project-lag.js";

const today = "2023-12-01";

test("days behind the plan: a start that passed unbegun, an end that passed unfinished, the longer of both", () => {
  const cases = [
    // users.md 前3: SK-05, planned for 1 October, is 61 days behind on 1 December.
    [
      { planned_start: "2023-10-01", stage: "approved" },
      { by: "planned_start", days: 61 },
    ],
    [{ planned_start: "2023-10-01", started: "2023-11-20", stage: "started" }, null],
    [{ planned_start: "2023-10-01", stage: "in_progress" }, null],
    [
      { planned_start: "2023-10", stage: "approved" },
      { by: "planned_start", days: 31 },
    ],
    [
      { planned_end: "2023-11-30", started: "2023-05", stage: "in_progress" },
      { by: "planned_end", days: 1 },
    ],
    [{ planned_end: "2023-12-01", stage: "in_progress" }, null],
    [
      { planned_start: "2023-05-01", planned_end: "2023-11-01" },
      { by: "planned_start", days: 214 },
    ],
    [{ planned_end: "2023-10-01", completed: "2023-10-20", stage: "in_progress" }, null],
    [{ planned_end: "2023-10-01", stage: "accepted" }, null],
    [{ planned_start: "2023-10-01", stage: "cancelled" }, null],
    [{ planned_start: "--10-01" }, null],
    [{ planned_start: null, planned_end: "年底" }, null],
  ] as const;
  for (const [values, expected] of cases) assert.deepEqual(projectLag(values, today), expected, JSON.stringify(values));
});
