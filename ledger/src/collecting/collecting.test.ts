import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { numbersOf } from "../reconciling/fill-numbers.js";
import { command, KEEPER, newId } from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { trialDesk } from "../trial/trial-desk.js";
import { formValues, parties, SHIKAN_PAIR, targets } from "../trial/trial-year.js";
import { cellPlace } from "../workbook/book.js";
import type { BookSpec, CellSpec } from "../workbook/book-spec.js";
import { readBook } from "../workbook/read-book.js";
import { writeBook } from "../workbook/write-book.js";
import type { CollectDesk, CollectedUnit, CollectionView } from "./collect-desk.js";
import { collectDesk } from "./collecting.js";
import { collecting } from "./trial-returns.js";

const UNITS = [
  { name: "县人社局", indicators: ["E1", "E1r"] },
  { name: "县卫健局", indicators: ["E1", "E1r"] },
  { name: "县教育局", indicators: ["C3"] },
  { name: "县乡村振兴局", indicators: ["B1"] },
  { name: "县商务局", indicators: ["F1"] },
];

eachDatabase("收表", (trial) => {
  let desk: Desk;
  let door: CollectDesk;
  let task: { scope_id: string; id: string };

  const view = async (): Promise<CollectionView> => {
    const found = await door.collection(KEEPER, task.scope_id, task.id);
    assert.ok(found);
    return found;
  };
  const unit = async (name: string): Promise<CollectedUnit> => {
    const found = (await view()).sheets.find((one) => one.unit === name);
    assert.ok(found, name);
    return found;
  };
  /** The unit's workbook as it was sent, with cells typed into it, as a person in WPS leaves it. */
  const filled = async (name: string, cells: { readonly [cell: string]: string }): Promise<Uint8Array> => {
    const { bytes } = await door.collectionWorkbook(KEEPER, task.scope_id, (await unit(name)).id);
    return collecting(bytes, cells);
  };

  let close: () => Promise<void>;

  before(async () => {
    const made = await trialDesk(trial.config);
    close = () => made.store.close();
    desk = made.desk;
    door = collectDesk(desk);
    await desk.write(KEEPER, command([...parties]));
    await desk.write(KEEPER, command([...targets, ...formValues(10)]));
    const asked = {
      scope: SHIKAN_PAIR,
      title: "11月月报",
      year: 2023,
      month: 11,
      due: "2023-12-05",
      units: UNITS,
      command_id: randomUUID(),
    };
    task = await door.startCollection(KEEPER, asked);
    assert.deepEqual(await door.startCollection(KEEPER, asked), task, "the same command gives the same task");
  });
  after(() => close());

  test("each unit gets a locked workbook, filled in ahead, that says itself whose it is", async () => {
    const { name, bytes } = await door.collectionWorkbook(KEEPER, task.scope_id, (await unit("县人社局")).id);
    assert.equal(name, "11月月报—县人社局.xlsx");
    const book = await readBook(bytes, name);
    assert.deepEqual(
      book.sheets.map(({ hidden }) => hidden),
      [false, true],
    );
    const sheet = book.sheets[0];
    assert.deepEqual(
      [2, 3, 4, 5, 6].map((column) => sheet?.cell(4, column)?.text ?? null),
      ["帮助农村劳动力就业", "人", "90", "88", null],
    );
    const zip = await door.collectionWorkbooks(KEEPER, task.scope_id, task.id);
    assert.match(zip.name, /^11月月报（发表）\.zip$/u);
    assert.equal(Buffer.from(zip.bytes).toString("latin1").split("PK\u0001\u0002").length - 1, 5);
  });

  test("西3: four files come back, under any name: three are taken, one goes back red, one is missing; the reminder says so", async () => {
    const first = await filled("县人社局", { G5: "5", H5: "93", G6: "2", H6: "73" });
    const taken = await door.takeReturned(KEEPER, "新建 Microsoft Excel 工作表(1).xlsx", first);
    assert.deepEqual([taken.unit, taken.status, taken.faults, taken.repeated], ["县人社局", "accepted", [], false]);
    assert.equal((await door.takeReturned(KEEPER, "副本.xlsx", first)).repeated, true);
    const numbers = await numbersOf(
      desk,
      KEEPER,
      { scope: SHIKAN_PAIR, year: 2023, month: 11, line: "west" },
      "reported",
    );
    assert.deepEqual(
      numbers.filter(({ indicator }) => indicator === "E1").map(({ this_month, to_date }) => [this_month, to_date]),
      [["5", "93"]],
    );

    const wrong = await door.takeReturned(
      KEEPER,
      "县卫健局.xlsx",
      await filled("县卫健局", { G5: "5", H5: "10", G6: "约3", H6: "12" }),
    );
    assert.equal(wrong.status, "sent_back");
    assert.deepEqual(wrong.faults.map(({ cell }) => cell).sort(), ["G6", "H5", "H6"]);
    assert.match(wrong.faults.find(({ cell }) => cell === "H6")?.zh ?? "", /12 大于.*10/u);

    await door.takeReturned(KEEPER, "a.xlsx", await filled("县教育局", { G5: "4", H5: "29", I5: "含延期3人" }));
    await door.takeReturned(KEEPER, "b.xlsx", await filled("县乡村振兴局", { G5: "0", H5: "2,560.50万元" }));
    const { sheets, reminder, accepted, sent_back } = await view();
    assert.deepEqual([accepted, sent_back], [3, 1]);
    assert.deepEqual(
      sheets.filter(({ status }) => status === "waiting").map((one) => one.unit),
      ["县商务局"],
    );
    assert.match(reminder ?? "", /县商务局[\s\S]*县卫健局（3处）/u);
    assert.match(reminder ?? "", /2023年12月5日/u);
  });

  test("what goes back is the form as it came, its cells red and explained; put right it is taken", async () => {
    const { name, bytes } = await door.collectionWorkbook(KEEPER, task.scope_id, (await unit("县卫健局")).id);
    assert.match(name, /退回修改/u);
    const sheet = (await readBook(bytes, name)).sheets[0];
    const at = (cell: string) => {
      const place = cellPlace(cell);
      return place === null ? null : (sheet?.cell(place.row, place.column) ?? null);
    };
    assert.deepEqual([at("H6")?.text, at("H6")?.fill, at("G6")?.text], ["12", "FFC7CE", "约3"]);
    assert.match(at("H6")?.comment ?? "", /大于/u);
    assert.equal(at("G5")?.fill, "FFFFE0");
    const again = await door.takeReturned(
      KEEPER,
      "改.xlsx",
      await collecting(bytes, { G6: "3", H6: "8", H5: "10", I5: "核减重复登记", I6: "同上" }),
    );
    assert.deepEqual([again.status, again.faults], ["accepted", []]);
  });

  test("another workbook, another office's task and a reader are refused", async () => {
    const other: BookSpec = { sheets: [{ name: "表", rows: [{ cells: [{ value: "甲" } satisfies CellSpec] }] }] };
    const refused = (code: string) => (error: unknown) => error instanceof LedgerError && error.code === code;
    await assert.rejects(
      door.takeReturned(KEEPER, "a.xlsx", await writeBook(other)),
      refused("COLLECTION_FILE_UNKNOWN"),
    );
    const file = await filled("县商务局", { G5: "1", H5: "2" });
    const stranger: Actor = { ...KEEPER, account_id: newId(), role: "clerk", scopes: [newId()] };
    await assert.rejects(door.takeReturned(stranger, "a.xlsx", file), refused("COLLECTION_FILE_UNKNOWN"));
    await assert.rejects(
      door.takeReturned({ ...KEEPER, role: "inspector" }, "a.xlsx", file),
      refused("ROLE_FORBIDDEN"),
    );
  });
});
