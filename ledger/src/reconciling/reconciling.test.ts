import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Actor } from "../actor.js";
import { board } from "../counting/board.js";
import { boardRows } from "../counting/board-rows.js";
import type { Desk } from "../desk.js";
import { command, KEEPER, newId } from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { trialDesk } from "../trial/trial-desk.js";
import { FORM, jobs, parties, row, SHIKAN, SHIKAN_PAIR, sales, targets, WANGCHAO, wan } from "../trial/trial-year.js";
import type { RowSpec } from "../workbook/book-spec.js";
import { readBook } from "../workbook/read-book.js";
import { writeBook } from "../workbook/write-book.js";
import type { MonthOfPair, ReconcileDesk } from "./reconcile-desk.js";
import { reconcileDesk } from "./reconciling.js";

const office = (side: "east" | "west") => ({
  id: newId(),
  name: side === "west" ? "石坎县农业农村局" : "望潮区对口办",
  kind: "cooperation" as const,
  party: side === "west" ? SHIKAN : WANGCHAO,
  side,
  place: null,
  maker_checker: false,
});
const WEST: Actor = {
  ...KEEPER,
  account_id: newId(),
  name: "李示例",
  role: "reviewer",
  scopes: [SHIKAN_PAIR, SHIKAN],
  office: office("west"),
};
const EAST: Actor = {
  ...KEEPER,
  account_id: newId(),
  name: "周示例",
  role: "clerk",
  scopes: [SHIKAN_PAIR, WANGCHAO],
  office: office("east"),
};
const CITY: Actor = {
  ...KEEPER,
  account_id: newId(),
  name: "郑示例",
  role: "inspector",
  scopes: [SHIKAN_PAIR],
  office: { ...office("west"), kind: "inspection", side: null },
};

const november: MonthOfPair = { scope: SHIKAN_PAIR, year: 2023, month: 11, line: "west" };

/** What 望潮区 has (L4): four lines differ. */
const EASTERN = new Map([
  ["B1", "2660.50"],
  ["B1b", "760"],
  ["E1", "96"],
  ["F1", "1598.15"],
]);

eachDatabase("数据核对 and closed months", (trial) => {
  let desk: Desk;
  let door: ReconcileDesk;
  let scanned: Uint8Array;
  const fill = (
    kind: "reported" | "other_side",
    month: number,
    numbers: readonly (readonly [string, string | null, string])[],
    more = {},
  ) =>
    door.fillNumbers(WEST, {
      ...november,
      month,
      kind,
      numbers: numbers.map(([indicator, this_month, to_date]) => ({ indicator, this_month, to_date })),
      command_id: randomUUID(),
      ...more,
    });
  const line = async (code: string, actor: Actor = WEST) => {
    const found = (await board(desk, actor, november)).lines.find((one) => one.code === code);
    assert.ok(found, code);
    return found;
  };

  let close: () => Promise<void>;

  before(async () => {
    const made = await trialDesk(trial.config);
    close = () => made.store.close();
    desk = made.desk;
    scanned = made.reads("石坎县11月月报（盖章）", []).bytes;
    door = reconcileDesk(desk);
    await desk.write(KEEPER, command(parties));
    const district = newId();
    const sources = (step: string, on: string, amount: string) =>
      row("fund_tranche", { source: district, step, on, amount: wan(amount) });
    // L6 as the office saw it when it reported: nothing left out, nothing returned yet.
    const asPrinted = sales(false).map((one) =>
      one.op === "create" ? { ...one, values: { ...one.values, counted: true, exclusion: null } } : one,
    );
    await desk.write(KEEPER, command([...targets, ...jobs(), ...asPrinted]));
    await desk.write(
      KEEPER,
      command([
        row(
          "fund_source",
          { giver_name: "望潮区财政局", giver_level: "county", kind: "fiscal", year: 2023 },
          SHIKAN_PAIR,
          district,
        ),
        sources("sent", "2023-05-11", "660"),
        sources("received", "2023-05-20", "660"),
        sources("sent", "2023-11-28", "100"),
        sources("received", "2023-12-04", "100"),
      ]),
    );
  });
  after(() => close());

  test("西5: filling in the form warns of row 4 and of nothing else; the same form again changes nothing", async () => {
    await fill("reported", 10, [
      ["B2", null, "145"],
      ["F1", null, "1502.4"],
      ["E1", null, "88"],
    ]);
    const form = FORM.map(([code, , month, toDate]) => [code, month, toDate] as const);
    const { receipt, warnings } = await fill("reported", 11, form);
    assert.ok(receipt);
    assert.deepEqual(
      warnings.map(({ indicator, code }) => [indicator, code]),
      [["B2", "cumulative_differs"]],
    );
    assert.equal((await fill("reported", 11, form)).receipt, null);
    await assert.rejects(fill("reported", 11, [["Z9", null, "1"]]), { code: "INDICATOR_UNKNOWN" });
    await assert.rejects(fill("reported", 11, [["F1", null, "约1600"]]), { code: "NUMBER_UNREADABLE" });
    const part = await fill("reported", 9, [
      ["E1", "0", "10"],
      ["E1r", "0", "12"],
    ]);
    assert.deepEqual(
      part.warnings.map(({ code }) => code),
      ["part_exceeds"],
      "其中 12 > 总数 10",
    );
  });

  test("drafts are their author's, own numbers the office's; the other side sees them when they are handed over", async () => {
    assert.equal((await line("E1", WEST)).reported?.toDate, "93");
    assert.equal((await line("E1", EAST)).reported, null);
    const colleague: Actor = { ...WEST, name: "王示例" };
    await fill("reported", 8, [["E1", null, "70"]], { draft: true });
    const august = async (actor: Actor) =>
      (await board(desk, actor, { ...november, month: 8 })).lines.find(({ code }) => code === "E1")?.reported?.toDate;
    assert.deepEqual([await august(WEST), await august(colleague)], ["70", undefined]);
    const ofAugust = { ...november, month: 8 } as const;
    await assert.rejects(door.handOn(WEST, ofAugust, "reported", randomUUID()), { code: "MONTH_NOT_READY" });
    await door.handOn(WEST, ofAugust, "office", randomUUID());
    assert.deepEqual([await august(colleague), await august(EAST), await august(CITY)], ["70", undefined, undefined]);
    await assert.rejects(door.handOn(EAST, ofAugust, "reported", randomUUID()), { code: "SIDE_FORBIDDEN" });
    await door.handOn(WEST, ofAugust, "reported", randomUUID());
    assert.deepEqual([await august(EAST), await august(CITY)], ["70", "70"], "上报: who stands above sees it");
    await fill("reported", 8, [["E1", null, "71"]]);
    assert.deepEqual([await august(EAST), await august(CITY)], ["71", undefined], "another number is not reported yet");
    await door.handOn(WEST, november, "submitted", randomUUID());
    assert.equal((await line("E1", EAST)).reported?.toDate, "93");
    assert.equal((await line("E1", CITY)).reported, null, "who stands above sees what is reported only");
    await assert.rejects(door.handOn(WEST, november, "submitted", randomUUID()), { code: "MONTH_NOT_READY" });
  });

  test("西6: a closed month is a version; the stamped scan hangs on it; a later return changes nothing in it", async () => {
    await door.closeMonth(WEST, november, {
      submitted_to: "云岭州农业农村局",
      choices: [
        { indicator: "B1", source: "reported" },
        { indicator: "B1b", source: "reported" },
      ],
      command_id: randomUUID(),
    });
    const [closed] = await door.closings(WEST, SHIKAN_PAIR, 2023);
    assert.ok(closed);
    assert.deepEqual([closed.version, closed.figures.length, closed.differing, closed.stamped_file], [1, 16, 0, null]);
    assert.equal(closed.figures.find(({ indicator }) => indicator === "F1")?.source, "ledger");
    const scan = await door.stampMonth(WEST, SHIKAN_PAIR, closed.id, {
      name: "11月月报盖章.pdf",
      bytes: scanned,
      command_id: randomUUID(),
    });
    const [stamped] = await door.closings(WEST, SHIKAN_PAIR, 2023);
    assert.equal(stamped?.stamped_file, scan.proof.file);
    const stampedRow = await desk.get(WEST, "month_close", SHIKAN_PAIR, closed.id);
    assert.equal(stampedRow?.version, scan.receipt.links[0]?.seq, "the scan and its version in one write");
    assert.equal(closed.check_kind, "self_checked", "who entered the numbers closed them: allowed, and shown");

    await desk.write(
      KEEPER,
      command([
        row("sale", {
          seller: "石坎县辣椒合作社",
          year: 2023,
          month: 11,
          sold_on: "2023-11-20",
          amount: `-${wan("2.6")}`,
          mode: "purchase",
          counted: true,
          note: "退货2.6万",
        }),
      ]),
    );
    const [after] = await door.closings(WEST, SHIKAN_PAIR, 2023);
    const sale = after?.figures.find(({ indicator }) => indicator === "F1");
    assert.deepEqual([sale?.to_date, sale?.now, after?.differing], ["1632.4", "1629.8", 1], "与盖章件不一致 1 处");
    const now = await line("F1");
    assert.deepEqual([now.final?.toDate, now.ledger?.toDate, now.source], ["1632.4", "1629.8", "final"]);
  });

  test("a closed month refuses changes by every door and says what to do instead", async () => {
    await assert.rejects(
      fill("reported", 11, [["F1", "127.4", "1629.8"]]),
      (error: Error & { code?: string; zh?: string }) => {
        assert.equal(error.code, "MONTH_CLOSED");
        assert.match(error.zh ?? "", /2023 年 11 月已封账（第 1 版）.*重新定稿/u);
        return true;
      },
    );
    const [closed] = await door.closings(WEST, SHIKAN_PAIR, 2023);
    const close = await desk.get(WEST, "month_close", SHIKAN_PAIR, closed?.id ?? "");
    assert.ok(close);
    const of = { record: "month_close", scope_id: SHIKAN_PAIR, id: close.id, version: close.version };
    for (const change of [
      { op: "change" as const, ...of, values: { figures: [] } },
      { op: "change" as const, ...of, values: { stamped_file: "0".repeat(64) } },
      { op: "remove" as const, ...of },
    ])
      await assert.rejects(desk.write(KEEPER, command([change])), { code: "MONTH_CLOSED" });
    const finals = (await desk.list(KEEPER, "indicator_value", { scope: SHIKAN_PAIR, filter: { kind: "final" } })).rows;
    const [final] = finals;
    assert.ok(final);
    const it = { record: "indicator_value", scope_id: SHIKAN_PAIR, id: final.id, version: final.version };
    await assert.rejects(desk.write(KEEPER, command([{ op: "change", ...it, values: { to_date: "1" } }])), {
      code: "MONTH_CLOSED",
    });
    await assert.rejects(desk.write(KEEPER, command([{ op: "remove", ...it }])), { code: "MONTH_CLOSED" });
    await assert.rejects(
      desk.write(
        KEEPER,
        command([
          row("indicator_value", {
            indicator: "F1",
            year: 2023,
            month: 11,
            kind: "final",
            line: "west",
            state: "closed",
            to_date: "1",
          }),
        ]),
      ),
      { code: "MONTH_CLOSED" },
    );
    assert.equal((await line("F1")).final?.toDate, "1632.4");
    await assert.rejects(door.closeMonth(EAST, { ...november, line: "east" }, { command_id: randomUUID() }), {
      code: "ROLE_FORBIDDEN",
    });
  });

  test("a final number that differs from its source asks for a note; closing again makes the next version beside the first", async () => {
    const choices = [{ indicator: "F1", source: "ledger" as const, to_date: "1600" }];
    await assert.rejects(door.closeMonth(WEST, november, { choices, command_id: randomUUID() }), {
      code: "NOTE_NEEDED",
    });
    // 经办、审核分开: who entered them closes nothing; a colleague does.
    const apart = { ...WEST, office: { ...office("west"), maker_checker: true } };
    const given = { choices: [{ ...choices[0], indicator: "F1", source: "ledger" as const, note: "按市级口径取整" }] };
    await assert.rejects(door.closeMonth(apart, november, { ...given, command_id: randomUUID() }), {
      code: "MAKER_IS_CHECKER",
    });
    const colleague = { ...apart, account_id: newId(), name: "王示例" };
    await door.closeMonth(colleague, november, { ...given, command_id: randomUUID() });
    assert.equal((await door.closings(WEST, SHIKAN_PAIR, 2023))[0]?.check_kind, "checked");
    const closed = await door.closings(WEST, SHIKAN_PAIR, 2023);
    assert.deepEqual(
      closed.map(({ version }) => version),
      [2, 1],
    );
    assert.equal(closed[1]?.figures.find(({ indicator }) => indicator === "F1")?.to_date, "1632.4");
    assert.equal((await line("F1")).final?.toDate, "1600");
    // Back to what was sent: the scenes go on with 1,632.40.
    await door.closeMonth(WEST, november, {
      choices: [
        { indicator: "F1", source: "reported" },
        { indicator: "B1", source: "reported" },
        { indicator: "B1b", source: "reported" },
      ],
      command_id: randomUUID(),
    });
    assert.equal((await line("F1")).final?.toDate, "1632.40");
  });

  test("东3 and 西7: the sheet comes back filled in by WPS; on screen the same numbers would have the same effect", async () => {
    // By now the ledger knows which sales do not count.
    const { rows } = await desk.list(KEEPER, "sale", { scope: SHIKAN_PAIR, limit: 500 });
    const twice = rows.find(({ values }) => values.invoice_no === "00382915" && values.mode === "assisted");
    const early = rows.find(({ values }) => values.sold_on === "2022-12-28");
    assert.ok(twice && early);
    const out = (of: typeof twice, exclusion: string) =>
      ({
        op: "change",
        record: "sale",
        scope_id: SHIKAN_PAIR,
        id: of.id,
        version: of.version,
        values: { counted: false, exclusion },
      }) as const;
    await desk.write(KEEPER, command([out(twice, "重复票"), out(early, "上年发票")]));

    const sheet = await door.comparisonSheet(WEST, november);
    assert.match(sheet.name, /望潮区—石坎县2023年11月数据核对单\.xlsx/u);
    const returned = await filledByHand(
      sheet.bytes,
      (code) => EASTERN.get(code) ?? FORM.find(([one]) => one === code)?.[3] ?? null,
    );
    const said = await door.readReturned(WEST, "核对单（望潮）.xlsx", returned);
    assert.deepEqual(
      [said.scope, said.year, said.month, said.line, said.numbers.length, said.problems],
      [SHIKAN_PAIR, 2023, 11, "west", 16, []],
    );
    await fill(
      "other_side",
      11,
      said.numbers.map(({ indicator, to_date }) => [indicator, null, to_date ?? ""] as const),
    );
    const bySheet = await door.comparison(WEST, november);
    const again = await fill(
      "other_side",
      11,
      FORM.map(([code, , , toDate]) => [code, null, EASTERN.get(code) ?? toDate] as const),
    );
    assert.equal(again.receipt, null, "typed on screen they are what the sheet brought");

    assert.deepEqual([bySheet.equal, bySheet.different, bySheet.waiting], [12, 4, 0]);
    const differing = bySheet.lines.filter(({ difference }) => difference !== null && difference !== "0");
    assert.deepEqual(
      differing.map(({ code, difference, rest, causes }) => [
        code,
        difference,
        rest,
        causes.map(({ cause, amount }) => `${cause} ${amount}`).sort(),
      ]),
      [
        ["B1", "-100", "0", ["in_transit -100"]],
        ["B1b", "-100", "0", ["in_transit -100"]],
        ["E1", "-3", "0", ["persons_or_times -3"]],
        ["F1", "34.25", "0", ["duplicate_invoice 25.65", "other_year 6", "returned 2.6"]],
      ],
    );
    assert.match(
      differing[0]?.causes[0]?.zh ?? "",
      /望潮区财政局 2023-11-28 拨出 100 万元/u,
      "东2: the November sheet says 在途 in December too",
    );
    assert.equal(differing[3]?.causes[0]?.rows[0]?.record, "sale");
    assert.equal(
      new Set(differing.map(({ causes }) => causes.map(({ cause }) => cause).join())).size,
      3,
      "three causes for four lines",
    );
  });

  test("a cell that is no number is named with its place; a workbook that is not ours is refused", async () => {
    const sheet = await door.comparisonSheet(WEST, november);
    const returned = await filledByHand(sheet.bytes, (code) =>
      code === "F1" ? "一千六百" : code === "E1" ? "—" : "1,560.5",
    );
    const said = await door.readReturned(WEST, "核对单.xlsx", returned);
    assert.deepEqual([said.problems.length, said.empty, said.numbers[0]?.to_date], [1, ["E1"], "1560.5"]);
    assert.match(said.problems[0]?.zh ?? "", /^F\d+“一千六百”不是数/u);
    const other = await writeBook({ sheets: [{ name: "数据核对单", rows: [{ cells: [{ value: "F1" }] }] }] });
    await assert.rejects(door.readReturned(WEST, "别的表.xlsx", other), { code: "COMPARISON_FOREIGN" });
    const stranger: Actor = { ...WEST, scopes: [WANGCHAO] };
    await assert.rejects(door.readReturned(stranger, "核对单.xlsx", sheet.bytes), { code: "FRAME_UNKNOWN" });
  });

  test("确认函.docx names the month, the numbers and the differences", async () => {
    const letter = await door.confirmationLetter(WEST, november);
    assert.match(letter.name, /确认函\.docx$/);
    const bytes = Buffer.from(letter.bytes);
    assert.equal(bytes.subarray(0, 2).toString(), "PK");
    assert.ok(bytes.includes("word/document.xml"));
  });

  test("西7: 12 equal lines at once, four one by one; then all 16 are confirmed by both – and only by who speaks for the side", async () => {
    // A closed month's numbers are not touched: settling is done in a month that is open. October has the same form.
    const october = { ...november, month: 10 };
    await fill(
      "reported",
      10,
      FORM.map(([code, , , toDate]) => [code, null, toDate] as const),
    );
    await fill(
      "other_side",
      10,
      FORM.map(([code, , , toDate]) => [code, null, EASTERN.get(code) ?? toDate] as const),
    );
    const compared = await door.comparison(WEST, october);
    assert.deepEqual([compared.equal, compared.different], [12, 4]);
    const equal = compared.lines
      .filter(({ difference }) => difference === "0")
      .map(({ code }) => ({ indicator: code, how: "equal" as const }));
    await assert.rejects(door.settle(EAST, october, equal, randomUUID()), { code: "SIDE_FORBIDDEN" });
    await door.settle(WEST, october, equal, randomUUID());
    await assert.rejects(door.settle(WEST, october, [{ indicator: "F1", how: "equal" }], randomUUID()), {
      code: "SETTLEMENT_UNFIT",
    });
    await assert.rejects(door.settle(WEST, october, [{ indicator: "E1", how: "noted" }], randomUUID()), {
      code: "SETTLEMENT_UNFIT",
    });
    await door.settle(
      WEST,
      october,
      [
        { indicator: "F1", how: "agreed" },
        { indicator: "E1", how: "noted", note: "对方按人次" },
        { indicator: "B1", how: "kept" },
        { indicator: "B1b", how: "kept" },
      ],
      randomUUID(),
    );
    const settled = await door.comparison(WEST, october);
    assert.equal(settled.confirmed, 16);
    const [sale] = settled.lines.filter(({ code }) => code === "F1");
    assert.deepEqual([sale?.ours, sale?.settled, sale?.difference], ["1598.15", "agreed", "0"]);
    // A number that changes afterwards is no longer confirmed.
    await fill("reported", 10, [["E1", null, "92"]]);
    assert.equal((await door.comparison(WEST, october)).confirmed, 15);
  });

  test("in a closed month a difference is settled without a number moving; taking theirs asks for a new version", async () => {
    const before = await line("E1");
    await door.settle(WEST, november, [{ indicator: "E1", how: "kept" }], randomUUID());
    const after = await line("E1");
    assert.deepEqual(
      [after.reported?.toDate, after.reported?.state],
      [before.reported?.toDate, before.reported?.state],
    );
    const told = (await door.comparison(WEST, november)).lines.find(({ code }) => code === "E1");
    assert.equal(told?.settled, "kept");
    await assert.rejects(door.settle(WEST, november, [{ indicator: "F1", how: "agreed" }], randomUUID()), {
      code: "MONTH_CLOSED",
    });
  });

  test("领4: 1,598 and 1,632 differ by three rows that make 34.25, each of which opens", async () => {
    const found = await door.comparison(WEST, november);
    const sale = found.lines.find(({ code }) => code === "F1");
    assert.deepEqual(
      [sale?.ours, sale?.theirs, sale?.difference, sale?.causes.length],
      ["1632.40", "1598.15", "34.25", 3],
    );
    for (const { rows } of sale?.causes ?? [])
      for (const { record, scope_id, id } of rows) assert.ok(await desk.get(WEST, record, scope_id, id));
    const behind = await boardRows(desk, WEST, { ...november, code: "F1" });
    assert.deepEqual([behind.total, behind.count], ["1598.15", 65]);
  });
});

/** The sheet as somebody with WPS sends it back: column F filled in, everything else as it came. */
async function filledByHand(bytes: Uint8Array, theirs: (code: string) => string | null): Promise<Uint8Array> {
  const book = await readBook(bytes, "核对单.xlsx");
  return writeBook({
    sheets: book.sheets.map((sheet) => ({
      name: sheet.name,
      ...(sheet.hidden ? { hidden: "hidden" as const } : {}),
      rows: Array.from({ length: sheet.rows }, (_, at): RowSpec => {
        const code = sheet.cell(at, 1)?.text ?? "";
        return {
          cells: Array.from({ length: sheet.columns }, (_, column) => {
            const typed = column === 5 && /^[A-I]\d/.test(code) ? theirs(code) : null;
            if (typed !== null) return { value: /^[\d.]+$/.test(typed) ? { decimal: typed } : typed };
            return { value: sheet.cell(at, column)?.text ?? null };
          }),
        };
      }),
    })),
  });
}
