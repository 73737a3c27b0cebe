import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { openLedger } from "../open-ledger.js";
import { embeddedDatabase } from "../trial/trial-databases.js";
import { loadSamples } from "./samples.js";

const SAMPLES = fileURLToPath(new URL("../../../samples/", import.meta.url));

embeddedDatabase("the project's samples", (trial) => {
  test("come in whole with their decisions, once; made anew by scripts/review-samples.mjs when the engine changes", async () => {
    const ledger = await openLedger(trial.config);
    try {
      const operator = await ledger.operator();
      const first = await loadSamples(ledger, SAMPLES);
      assert.deepEqual(first.problems, []);
      assert.ok(first.created >= 5 && first.decided > 50, JSON.stringify(first));
      assert.deepEqual(await loadSamples(ledger, SAMPLES), { created: 0, decided: 0, problems: [] });
      const totals = await ledger.summary(operator);
      assert.ok(totals.waiting > 0, "one sample stays unchecked, so that the page is not empty");
      // Two reports of one visit are one record with two sources.
      const visits = (await ledger.list(operator, "visit", { limit: 100 })).rows;
      const documents = await Promise.all(
        visits.map(async ({ record, scope_id, id }) => {
          const sources = await ledger.sources(operator, record, scope_id, id);
          return new Set(sources.map(({ document_id }) => document_id)).size;
        }),
      );
      assert.ok(documents.includes(2), "a visit with two documents");
    } finally {
      await ledger.close();
    }
  });
});
