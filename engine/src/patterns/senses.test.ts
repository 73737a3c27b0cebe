import assert from "node:assert/strict";
import { test } from "node:test";
import { ASKING, PROMISING } from "../commitments/promise-words.js";
import { COURSE_HELD } from "../events/course-words.js";
import { GIVING } from "../events/giving-words.js";
import { CEREMONY, STAGE } from "../events/opening-words.js";
import { SIGNING } from "../events/signing-words.js";
import { ARRIVING, CARING, SEEING_OFF, SETTING_OUT } from "../events/staff-words.js";
import { LEADS } from "../projects/name-leads.js";
import { anySense } from "./senses.js";

const tables = {
  ASKING,
  PROMISING,
  COURSE_HELD,
  GIVING,
  SIGNING,
  ARRIVING,
  CARING,
  SEEING_OFF,
  SETTING_OUT,
  CEREMONY,
  STAGE,
  LEADS,
};

test("every sense finds the words that it is there for, and no sense before it does", () => {
  for (const [table, senses] of Object.entries(tables)) {
    const pattern = anySense(senses);
    for (const [name, [words, regex]] of Object.entries(senses)) {
      const own = regex.exec(words);
      assert.ok(own !== null, `${table}.${name} does not find “${words}”`);
      const first = pattern.exec({ document: words, start: 0, text: words });
      assert.deepEqual([first?.index, first?.[0]], [own.index, own[0]], `${table}.${name}: another finds “${words}”`);
    }
  }
});
