import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { command, KEEPER } from "../trial/trial-cooperation.js";
import { embeddedDatabase } from "../trial/trial-databases.js";
import { trialDesk } from "../trial/trial-desk.js";
import { formValues, parties, SHIKAN_PAIR, targets } from "../trial/trial-year.js";
import { readBook } from "../workbook/read-book.js";
import { writeBook } from "../workbook/write-book.js";
import type { BoundMeasure, CellBinding } from "./template-desk.js";
import { templateDesk } from "./templates.js";

embeddedDatabase("模板填报", (trial) => {
  let desk: Desk;
  const form = (month: number) =>
    writeBook({
      sheets: [
        {
          name: "附件3",
          merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
          widths: [30, 12, 12, 12],
          rows: [
            { cells: [{ value: `2023年${month}月东西部协作情况表` }] },
            { cells: ["指标", "目标", "累计", "完成率"].map((value) => ({ value })) },
            {
              cells: [
                { value: "帮助就业（人）" },
                { style: { border: true } },
                { style: { border: true } },
                { formula: "C3/B3", value: { decimal: "0" }, style: { format: "0.00%" } },
              ],
            },
            { cells: [{ value: "财政援助资金（亿元）" }, null, null, { style: { format: "0.00%" } }] },
          ],
        },
      ],
    });
  const bind = (
    cell: string,
    indicator: string,
    measure: BoundMeasure,
    unit: CellBinding["unit"] = null,
  ): CellBinding => ({ sheet: "附件3", cell, indicator, measure, unit });

  let close: () => Promise<void>;

  before(async () => {
    const made = await trialDesk(trial.config);
    close = () => made.store.close();
    desk = made.desk;
    await desk.write(KEEPER, command([...parties]));
    await desk.write(KEEPER, command([...targets, ...formValues(10), ...formValues(11)]));
  });
  after(() => close());

  test("西4: cells are bound once; the form fills, and next month's copy is known and fills by itself", async () => {
    const door = templateDesk(desk);
    const november = await form(11);
    const opened = await door.openTemplate(KEEPER, "附件3.xlsx", november);
    assert.deepEqual([opened.bindings, opened.sheets[0]?.cells[2]?.[3]], [[], { text: "0.00%", formula: true }]);
    const of = { scope: SHIKAN_PAIR, year: 2023, month: 11 };
    await assert.rejects(
      door.fillTemplate(KEEPER, "附件3.xlsx", november, of),
      (error) => error instanceof LedgerError && error.code === "TEMPLATE_UNBOUND",
    );
    const bindings = [
      bind("B3", "E1", "target"),
      bind("C3", "E1", "to_date"),
      bind("D3", "E1", "rate"),
      bind("C4", "B1", "to_date", "亿元"),
      bind("D4", "B1", "rate"),
      bind("B4", "C5", "to_date"),
    ];
    await door.bindTemplate(KEEPER, opened.fingerprint, bindings, randomUUID());
    const filled = await door.fillTemplate(KEEPER, "附件3.xlsx", november, of);
    assert.deepEqual([filled.name, filled.filled], ["附件3（2023年11月）.xlsx", 4]);
    assert.deepEqual(filled.empty, [
      { sheet: "附件3", cell: "D3" },
      { sheet: "附件3", cell: "B4" },
    ]);
    const sheet = (await readBook(filled.bytes, filled.name)).sheets[0];
    assert.deepEqual(
      [
        [2, 1],
        [2, 2],
        [3, 2],
        [3, 3],
      ].map(([row = 0, column = 0]) => sheet?.cell(row, column)?.raw),
      ["90", "93", "0.25605", "1.0242"],
    );
    assert.equal(sheet?.cell(2, 3)?.formula, "C3/B3");
    const december = await door.openTemplate(KEEPER, "12月附件3（1）.xlsx", await form(12));
    assert.deepEqual(december.bindings, bindings);
    await assert.rejects(
      door.bindTemplate(KEEPER, opened.fingerprint, [bind("B3", "E9", "rate")], randomUUID()),
      (error) => error instanceof LedgerError && error.code === "TEMPLATE_BINDING",
    );
    await assert.rejects(
      door.openTemplate(KEEPER, "a.csv", new TextEncoder().encode("指标,目标")),
      (error) => error instanceof LedgerError && error.code === "TEMPLATE_FORMAT",
    );
  });
});
