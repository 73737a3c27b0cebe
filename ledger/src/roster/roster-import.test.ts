import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readdir, rename } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { after, before, test } from "node:test";
import { sheetForms } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { LineDigest, lineColumns, lineShape } from "../chain/line-digest.js";
import { rowDigest } from "../chain/row-digest.js";
import type { Change } from "../command.js";
import { rollupDifferences } from "../counting/rebuild-rollups.js";
import { eraseImport } from "../erasure/erase.js";
import { importsToErase } from "../erasure/imports-to-erase.js";
import { sheetDesk } from "../importing/make-sheet-desk.js";
import { Books } from "../importing/open-book.js";
import type { ImportPlan, SheetDesk } from "../importing/sheet-desk.js";
import { type ComparedFile, storedRows } from "../importing/stored-rows.js";
import { submitWorkbook } from "../importing/workbook-document.js";
import { loadDocumentRow } from "../intake/stored-document.js";
import { personKey } from "../person-key.js";
import { printingDesk } from "../printing/print-ledger.js";
import { searchDesk } from "../searching/search.js";
import { type WalkedWord, walkWords } from "../searching/walk-words.js";
import { newId } from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { SHEET_CLERK, sampleWorkbook } from "../trial/trial-sheets.js";
import { DigestThreads } from "../verification/digest-threads.js";
import { sameAsLinks } from "../verification/same-as-links.js";
import { verify } from "../verification/verify.js";
import { bulkLines, bulkRecordOf } from "../verification/verify-bulk.js";
import type { StoredLink } from "../verification/verify-tally.js";
import { cellName } from "../workbook/book.js";
import { readBook } from "../workbook/read-book.js";
import { trialWorkbook } from "../workbook/trial-package.js";
import { streamBook, writeBook } from "../workbook/write-book.js";
import { standingRow } from "../writing/standing-row.js";

const HEADER = "序号 乡镇 村 姓名 身份证号码 联系电话 人员类别 省 务工单位 外出时间 月数 月均收入".split(" ");
const NAME = "石坎县2023年务工花名册.xlsx";

/**
 * A roll of so many rows: one in ten a second job of the person before, a few of one far above, one in fifty told twice; a page header inside; a village
 * merged over three rows, far below what is looked at first.
 */
async function roll(rows: number, pay = 4000): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const cells = function* () {
    yield { cells: [{ value: "石坎县2023年务工花名册" }] };
    yield { cells: [{ value: "单位：人、元/月" }] };
    yield { cells: HEADER.map((value) => ({ value })) };
    for (let at = 0; at < rows; at += 1) {
      const told = at % 50 === 49 ? at - 9 : at;
      const far = told === 559 || told === 659 ? 200 : 0;
      const who = told % 10 === 9 ? told - 1 - far : told;
      const said = [
        String(at + 1),
        who % 2 === 0 ? "平坝镇" : "福泉镇",
        `第${who % 7}村`,
        `张示例${who}`,
        `98010119900101${String(1000 + who)}`,
        `139${String(who).padStart(8, "0")}`,
        who % 3 === 0 ? "脱贫户" : "一般户",
        ["甲省", "乙省", "丁省"][told % 3] ?? "",
        `某公司${told % 40}`,
        `2023-0${1 + (told % 9)}-10`,
        `${1 + (told % 11)}`,
        `${pay + (told % 100)}`,
      ];
      yield { cells: said.map((value) => ({ value })) };
      if (at === 700) yield { cells: HEADER.map((value) => ({ value })) };
    }
    yield { cells: [{ value: "以上情况属实 村支书签字：" }] };
  };
  const merges = rows > 150 ? [{ top: 103, left: 2, bottom: 105, right: 2 }] : [];
  await streamBook({ sheets: [{ name: "务工", rows: cells(), merges }] }, (bytes) => void pieces.push(bytes));
  return new Uint8Array(Buffer.concat(pieces));
}

const SALE_HEADER =
  "序号 日期 销售主体 统一社会信用代码 产品 数量 单位 单价 金额 采购方 采购方所在地 类别(采购/帮助销售) 发票号码 备注".split(
    " ",
  );

/** Which sale a row tells of: one in twenty the one before it, one in seventy the one without an invoice. */
function saleOf(at: number): number {
  const told = at % 20 === 19 ? at - 1 : at;
  return told % 70 === 34 ? told - 1 : told;
}

function amountOf(at: number): number {
  return 1000 + saleOf(at);
}

/**
 * A sales ledger in two months: one invoice in twenty told again as the other mode, before or behind its purchase; one row in
 * seventy without an invoice and told twice; one in ninety with goods that came back; a total on top, groups and subtotals
 * between, some of them wrong, and a summary of both months.
 */
async function salesLedger(rows: number, price: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const sums: [name: string, fen: number][] = [];
  const month = function* (name: string, from: number, to: number) {
    yield { cells: [{ value: `石坎县2023年${name}消费帮扶台账` }] };
    yield { cells: [{ value: "单位：元" }] };
    yield { cells: SALE_HEADER.map((value) => ({ value })) };
    const figures = (label: string, value: number) => ({
      cells: SALE_HEADER.map((_, at) => (at === 0 ? { value: label } : at === 8 ? { value: String(value) } : null)),
    });
    const amounts = Array.from({ length: to - from }, (_, at) => amountOf(from + at));
    const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0);
    yield figures("合　计", sum(amounts) + (name === "4月" ? 7.5 : 0));
    sums.push([name, sum(amounts)]);
    for (let at = from; at < to; at += 1) {
      const nth = at - from;
      if (nth % 90 === 0)
        yield figures(
          `${"一二三四五六七"[nth / 90] ?? "八"}、合作社`,
          sum(amounts.slice(nth, nth + 90)) + (nth === 90 ? 1 : 0),
        );
      const doubled = at % 20 === 19;
      const of = saleOf(at);
      const bare = of % 70 === 33;
      const said = [
        String(at + 1),
        `2023-${name === "3月" ? "03" : "04"}-${String(1 + (of % 28)).padStart(2, "0")}`,
        `某合作社${of % 12}`,
        "",
        `辣椒${of % 5}`,
        "10",
        "件",
        String(price),
        String(amountOf(at)),
        `某单位${of % 9}`,
        of % 11 === 0 ? "" : "甲省临海市",
        (at % 3 === 0) !== doubled ? "采购" : "帮助销售",
        bare ? "" : `2${String(of).padStart(7, "0")}`,
        of % 90 === 45 ? "退货100元" : "",
      ];
      yield { cells: said.map((value) => ({ value })) };
      if (nth % 45 === 44) yield figures("小计", sum(amounts.slice(nth - 44, nth + 1)) - (nth === 89 ? 0.25 : 0));
    }
    yield { cells: [{ value: "以上情况属实" }] };
  };
  const summary = function* () {
    yield { cells: [{ value: "单位：万元" }] };
    yield { cells: ["月份", "销售额"].map((value) => ({ value })) };
    for (const [name, yuan] of sums) yield { cells: [{ value: name }, { value: String(yuan / 10_000) }] };
    yield { cells: [{ value: "合计" }, { value: "1" }] };
  };
  const half = Math.floor(rows / 2) + 1;
  const sheets = [
    { name: "3月", rows: month("3月", 0, half) },
    { name: "4月", rows: month("4月", half, rows), merges: [{ top: 3, left: 0, bottom: 3, right: 3 }] },
    { name: "汇总", rows: summary() },
  ];
  await streamBook({ sheets }, (bytes) => void pieces.push(bytes));
  return new Uint8Array(Buffer.concat(pieces));
}

const byPlace = (a: ImportPlan["totals"][number], b: ImportPlan["totals"][number]) =>
  `${a.sheet}!${a.cell}` < `${b.sheet}!${b.cell}` ? -1 : 1;

eachDatabase("rosters too large to be held", (trial) => {
  let trialed: TrialDesk;
  let sheets: SheetDesk;
  let held: SheetDesk;
  let large: Books;
  const actor: Actor = SHEET_CLERK;
  let pair = "";
  const submitted = async (bytes: Uint8Array, name = NAME) =>
    (await submitWorkbook(trialed.desk, large, actor, { name, bytes })).document_id;
  const accepted = (plan: ImportPlan, id: string = randomUUID()) => ({
    options: {},
    choices: { missing: Object.fromEntries(plan.missing.map(({ key }) => [key, "omitted" as const])) },
    hash: plan.hash,
    id,
  });
  const count = async () => {
    const { rows } = await trialed.store.db.query<{ rows: string; persons: string; marked: string; pay: string }>(
      `select count(*)::text as rows, count(distinct person_key)::text as persons,
         (count(*) filter (where longest))::text as marked, sum(monthly_pay)::text as pay from labour_record`,
    );
    return rows[0];
  };
  const whole = async () => {
    const found = await verify(trialed.store, actor);
    assert.deepEqual(found.broken, null);
    assert.deepEqual(await rollupDifferences(trialed.store.db, trialed.desk.records), []);
  };

  before(async () => {
    trialed = await trialDesk(trial.config);
    large = new Books(0);
    sheets = sheetDesk(trialed.desk, large);
    held = sheetDesk(trialed.desk, new Books());
    ({ id: pair } = await sheets.openPair(
      actor,
      { path: "甲省临海市望潮区", adcode: "990101" },
      { path: "乙省云岭州石坎县", adcode: "980101" },
    ));
  });
  after(() => trialed.store.close());

  test("read row by row a roll is what it is in memory; cut short it goes on behind the last batch; the same again changes nothing", async () => {
    const document = await submitted(await roll(1200));
    const inMemory = await held.planImport(actor, document);
    const plan = await sheets.planImport(actor, document);
    assert.equal(plan.scope?.id, pair);
    assert.deepEqual(plan.tally, inMemory.tally);
    assert.deepEqual(plan.tally, { added: 1176, changed: 0, cells: 0, same: 0, skipped: 24, missing: 0 });
    assert.deepEqual(plan.counts, inMemory.counts);
    assert.equal(plan.rows.filter(({ state }) => state === "added").length, 400, "the first ones are shown");
    const villages = ({ rows }: ImportPlan) =>
      rows
        .filter(({ lines: [line = 0] }) => line > 103 && line < 107)
        .map(({ changes }) => changes.find(({ field }) => field === "village")?.after);
    assert.deepEqual(villages(plan), ["第2村", "第2村", "第2村"], "merged over three rows");
    assert.deepEqual(villages(inMemory), villages(plan));

    // As if the plug were pulled behind the third batch, before which a colleague writes of somebody who is in it.
    const stop = new AbortController();
    const id = randomUUID();
    const byHand = { record: "labour_record", scope_id: pair, id: randomUUID() };
    const colleague = async (change: Change) =>
      trialed.desk.write(actor, { command_id: randomUUID(), reason: "补登", changes: [change] });
    let batches = 0;
    const beside = sheetDesk(
      {
        ...trialed.desk,
        writeBatch: async (...batch) => {
          batches += 1;
          const person_key = personKey(trialed.desk.personSecret, `98010119900101${1000 + 620}`);
          const values = { year: "2023", person_name: "张示例620", person_key, started: "2023-01-05" };
          if (batches === 3) await colleague({ op: "create", ...byHand, values });
          return trialed.desk.writeBatch(...batch);
        },
      },
      large,
    );
    const shown = await beside.planImport(actor, document);
    const cut = await beside.importSheet(actor, document, accepted(shown, id), {
      signal: stop.signal,
      progress: (done) => {
        if (done > 600) stop.abort();
      },
    });
    assert.deepEqual([cut.state, cut.total], ["interrupted", 1200]);
    const before = await count();
    assert.ok(cut.position >= 750 && cut.position < 1200, String(cut.position));
    assert.equal(Number(before?.rows), 751, "what was confirmed is there, no half batch");
    await whole();
    const written = await trialed.desk.get(actor, "labour_record", pair, byHand.id);
    await colleague({ op: "remove", ...byHand, version: written?.version ?? "" });
    const done = await sheets.resumeImport(actor, id);
    assert.deepEqual([done.state, done.position, done.total], ["done", 1200, 1200]);
    assert.equal((await count())?.rows, "1176");
    assert.equal((await count())?.marked, (await count())?.persons, "one row counts for each person");
    await whole();

    const again = await sheets.planImport(actor, document);
    assert.deepEqual(again.tally, { added: 0, changed: 0, cells: 0, same: 1176, skipped: 24, missing: 0 });
    const links = (await verify(trialed.store, actor)).rows;
    await sheets.importSheet(actor, document, accepted(again));
    assert.equal((await verify(trialed.store, actor)).rows, links + 1, "the import's own row only");
    const [row] = (await trialed.desk.list(actor, "labour_record", { scope: pair, limit: 1 })).rows;
    assert.ok(row);
    const sources = await trialed.desk.sources(actor, "labour_record", row.scope_id, row.id);
    const place = sources.find(({ field }) => field === "id_number")?.place;
    assert.deepEqual(place, { sheet: "务工", cell: `E${row.values.sheet_row}` });
    const window = await sheets.sheetWindow(actor, document, "务工", `E${row.values.sheet_row}`);
    const opened = window.rows.find((one) => one.row === Number(row.values.sheet_row) - 1);
    assert.equal(opened?.cells[4]?.text, row.values.id_number);

    // Its words are the same from one to the next by the indexes as out of all its rows, and are kept.
    const record = trialed.desk.records.get("labour_record");
    const words = ["township", "village", "employer"].map(
      (field) =>
        `select distinct '${field}' as field, ${field} as word, true as known from labour_record where scope_id = $1`,
    );
    const { rows: all } = await trialed.store.db.query<WalkedWord>(words.join(" union all "), [pair]);
    const listed = (some: readonly WalkedWord[] | null) =>
      some?.map(({ field, word, known }) => `${field} ${word} ${known}`).toSorted();
    assert.ok(all.length > 45);
    assert.deepEqual(listed(await walkWords(trialed.store.db, record, pair)), listed(all));
    assert.equal(await walkWords(trialed.store.db, record, pair, all.length), null, "too many at once");

    // 检索 finds a name of the roll, and opens the cell that holds it.
    const { groups } = await searchDesk(trialed.desk).search(actor, { text: "张示例1141 第0村" });
    const [hit, ...more] = groups.find(({ group }) => group === "labour_record")?.hits ?? [];
    assert.deepEqual(more, []);
    const { field, text, document_id, cell } = hit?.sentence ?? {};
    assert.deepEqual([field, text, document_id], ["person_name", "张示例1141", document]);
    const named = await sheets.sheetWindow(actor, document, cell?.sheet ?? "", cell?.cell ?? "");
    const line = named.rows.find((one) => `D${one.row + 1}` === cell?.cell);
    assert.equal(line?.cells[3]?.text, "张示例1141");
  });

  test("its doubtful rows go back as a small file, the same rows as of one in memory, and come back through the preview", async () => {
    const bytes = await roll(300, 3900);
    const document = await submitted(bytes);
    const given = await sheets.doubtfulRows(actor, document, { scope: pair });
    const inMemory = await held.doubtfulRows(actor, document, { scope: pair });
    assert.equal(given.rows, inMemory.rows);
    assert.ok(given.rows > 200 && given.rows < 300, `wrong check digits and what stands twice: ${given.rows}`);
    const [mine, theirs] = await Promise.all([given, inMemory].map((file) => readBook(file.bytes, file.name)));
    const reds = (book: typeof mine) => {
      const sheet = book?.sheets[0];
      const found: string[] = [];
      for (let row = 0; row < (sheet?.rows ?? 0); row += 1)
        for (let column = 0; column < 14; column += 1) {
          const cell = sheet?.cell(row, column);
          if (cell?.comment !== undefined) found.push(`${cellName(row, column)} ${sheet?.cell(row, 3)?.text}`);
        }
      return found;
    };
    assert.deepEqual(reds(mine), reds(theirs));
    assert.match(mine?.sheets[0]?.cell(3, HEADER.length)?.text ?? "", /^[0-9a-f]{16,}/u, "its key goes with it");
    const { document_id: back } = await submitWorkbook(trialed.desk, new Books(), actor, given);
    const plan = await held.planImport(actor, back, { scope: pair });
    assert.deepEqual([plan.missing, plan.tally.added], [[], 0], "some rows, not all that there are");
  });

  test("next month's roll changes what differs, adds what is new, names what is missing; a stale preview is refused", async () => {
    const document = await submitted(await roll(900, 4100));
    const stale = await sheets.planImport(actor, document);
    assert.equal(stale.tally.changed, 882);
    assert.equal(stale.tally.added, 0);
    assert.equal(stale.tally.missing, 294);
    await assert.rejects(
      sheets.importSheet(actor, document, { ...accepted(stale), hash: "0".repeat(64) }),
      (error: { readonly code?: string }) => error.code === "SHEET_PLAN_STALE",
    );
    await assert.rejects(
      sheets.importSheet(actor, document, { ...accepted(stale), choices: {} }),
      (error: { readonly code?: string }) => error.code === "SHEET_MISSING_UNDECIDED",
    );
    const [first] = stale.missing;
    assert.ok(first);
    const done = await sheets.importSheet(actor, document, {
      ...accepted(stale),
      choices: { missing: { ...accepted(stale).choices.missing, [first.key]: "remove" } },
    });
    assert.equal(done.state, "done");
    assert.equal((await count())?.rows, "1175");
    await whole();
  });

  test("a ledger of several years goes out and comes back without a difference, in memory and row by row", async () => {
    const name = "石坎县2022年务工花名册.xlsx";
    const before = await submitted(await roll(60), name);
    const plan = await held.planImport(actor, before, { scope: pair });
    await held.importSheet(actor, before, { ...accepted(plan), options: { scope: pair } });
    const { body } = await printingDesk(trialed.desk).exportSheet(actor, "labour_record", { scope: pair });
    const pieces: Buffer[] = [];
    for await (const piece of body) pieces.push(Buffer.from(piece));
    const document = await submitted(new Uint8Array(Buffer.concat(pieces)), "望潮区·石坎县务工台账.xlsx");
    // What a small file is held against is the same read and looked up.
    const file = {
      form: sheetForms.find(({ key }) => key === "labour_record") ?? assert.fail(),
      rows: [],
      years: ["2022", "2023"],
    };
    const keys = async (most: number, of: ComparedFile = file) => {
      const stored = await storedRows(trialed.desk, actor, "labour_record", pair, of, most);
      return stored.rows.map(({ id, version, values }) => JSON.stringify([id, version, values])).toSorted();
    };
    const everyone = await keys(100_000);
    assert.deepEqual(await keys(10), everyone);
    const bare = { record: "labour_record", sheet: "", rows: [0], title: "", keys: [], findings: [], skip: null };
    const township = { value: "平坝镇", place: null, printed: null };
    assert.deepEqual(
      await keys(10, { ...file, rows: [{ ...bare, values: { township }, needs: [] }] }),
      everyone.filter((row) => row.includes('"township":"平坝镇"')),
      "of a township's file only that township is looked at",
    );
    const rows = Number((await count())?.rows);
    const same = { added: 0, changed: 0, cells: 0, same: rows, skipped: 0, missing: 0 };
    for (const way of [held, sheets])
      assert.deepEqual((await way.planImport(actor, document, { scope: pair })).tally, same);
  });

  test("an accepted preview is written from the rows that it read, and leaves no file; one that cannot be read is kept whole", async () => {
    const bytes = await roll(420, 5000);
    const cut = Uint8Array.from(bytes.subarray(0, bytes.length - 60));
    const size = cut.length;
    const document = await submitted(bytes);
    const plan = await sheets.planImport(actor, document);
    const id = randomUUID();
    const row = await loadDocumentRow(trialed.store.db, document);
    const path = trialed.desk.keptPath(row?.sha256 ?? "");
    await rename(path, `${path}.away`);
    try {
      const done = await sheets.importSheet(actor, document, accepted(plan, id));
      assert.deepEqual([done.state, done.position], ["done", 420]);
    } finally {
      await rename(`${path}.away`, path);
    }
    assert.deepEqual(await readdir(dirname(path)), [basename(path)]);
    const pays = async () => (await count())?.pay;
    const paid = await pays();
    const undone = await sheets.undoImport(actor, id);
    assert.deepEqual([undone.state, (await pays()) === paid], ["undone", false], "as it was before");
    const again = await sheets.planImport(actor, document);
    assert.deepEqual([again.tally.changed, again.tally.cells], [plan.tally.changed, plan.tally.cells]);
    await whole();
    const kept = await submitWorkbook(trialed.desk, large, actor, { name: "残缺花名册.xlsx", bytes: cut });
    assert.match(kept.warnings.map(({ zh }) => zh).join(), /原文件已完整保存/u);
    const stored = await loadDocumentRow(trialed.store.db, kept.document_id);
    assert.equal((await trialed.desk.keptFile(stored?.sha256 ?? ""))?.length, size);
    await assert.rejects(sheets.planImport(actor, kept.document_id), { code: "WORKBOOK_DAMAGED" });
  });

  test("what is done to rows of a roll past the ledger is found and named", async () => {
    const { db } = trialed.store;
    const { rows } = await db.query<{ id: string }>("select id from labour_record where scope_id = $1 order by id", [
      pair,
    ]);
    const at = `scope_id = '${pair}' and id = '${rows[100]?.id}'`;
    await db.query(`create table aside as select * from labour_record where ${at}`);
    const harms: readonly (readonly [harm: string, code: string])[] = [
      [`update labour_record set phone = phone || '0' where ${at}`, "ROW_EDITED"],
      [`update labour_record set employer = village, village = employer where ${at}`, "ROW_EDITED"],
      [`update labour_record set salt = null where ${at}`, "ROW_EDITED"],
      [`update labour_record set seq = seq + 1 where ${at}`, "ROW_ADDED ROW_LOST"],
      [`delete from labour_record where ${at}`, "ROW_LOST"],
    ];
    for (const [harm, code] of harms) {
      await db.query(harm);
      const { broken } = await verify(trialed.store, actor);
      assert.ok(code.split(" ").includes(broken?.code ?? "sound"), `${harm}: ${broken?.code}`);
      await db.query(`delete from labour_record where ${at}`);
      await db.query("insert into labour_record select * from aside");
    }
    await db.query("drop table aside");
    assert.equal((await verify(trialed.store, actor)).broken, null);
  });

  test("threads of their own say of a roll's links what is said without them", async () => {
    const { db, records, installation } = trialed.store;
    const { rows } = await db.query<StoredLink>(
      `select seq, at, actor, actor_name, maker, maker_name, command_id, reason, source, body, prev, hash from change
        where scope_id = $1 and origin = $2 order by seq`,
      [pair, installation.origin],
    );
    const chain = { scope_id: pair, origin: installation.origin };
    const pageOf = async (link: StoredLink) => {
      const record = bulkRecordOf(records, [link]);
      const bulk = record === null ? null : await bulkLines(db, record, chain, [link]);
      return bulk === null ? [] : [{ ...bulk, chain, links: [link], after: link.seq - 1n, prev: link.prev }];
    };
    const [page] = (await Promise.all(rows.map(pageOf))).flat();
    assert.ok(page);
    const threads = new DigestThreads();
    try {
      const said = await sameAsLinks(page);
      assert.ok(said !== null && said > 0);
      const edited = Buffer.from(page.lines);
      // The last figure of an employer's name: another value that the database might as well hold.
      const at = edited.indexOf("某公司") + Buffer.byteLength("某公司");
      edited.writeUInt8(edited.readUInt8(at) === 0x39 ? 0x30 : edited.readUInt8(at) + 1, at);
      assert.equal(await threads.same({ ...page, lines: Uint8Array.from(edited) }), null);
      assert.equal(await threads.same(page), said);
    } finally {
      await threads.end();
    }
  });

  test("a row's digest out of the bytes of COPY is its digest, whatever stands in it", async () => {
    const { db, records } = trialed.store;
    const nasty = ['“引号”"\\"', "\t制表\n换行\r", "\u0001\b\f\u000b\u007f", "\\N", "𠮷🀄\u2028", "a\\tb", ""];
    const changes = nasty.map(
      (note, row): Change => ({
        op: "create",
        record: "labour_record",
        scope_id: pair,
        id: newId(),
        values: {
          year: "2021",
          note,
          employer: note,
          phone: row % 2 === 0 ? note : null,
          months: "3.50",
          longest: row % 3 === 0,
        },
      }),
    );
    await trialed.desk.write(actor, { command_id: newId(), reason: "测试", changes });
    const record = records.get("labour_record");
    const { rows } = await db.query(`select ${record.columns} from labour_record where year = 2021 order by id`);
    const shape = lineShape(record);
    assert.ok(shape !== null && rows.length === nasty.length);
    const digest = new LineDigest(shape, pair);
    const lines = await db.copyOut(
      `copy (select ${lineColumns(shape)} from labour_record where year = 2021 order by id) to stdout`,
    );
    let place = 0;
    for (const row of rows.map((one) => standingRow(record, one))) {
      place = digest.read(lines, place);
      assert.deepEqual([digest.id, digest.seq], [row.id, String(row.seq)]);
      assert.equal(
        digest.digest,
        rowDigest(record.definition, { ...row, scope_id: pair }),
        JSON.stringify(row.values.note),
      );
    }
    assert.equal(place, lines.length);
    await whole();
  });

  test("清除 one import: its rows and versions go, what stood before stands again; the workbook and other imports stay", async () => {
    const before = await count();
    const document = await submitted(await roll(1000, 5000));
    const plan = await sheets.planImport(actor, document);
    const done = await sheets.importSheet(actor, document, accepted(plan));
    const { changed, added } = plan.tally;
    assert.ok(changed > 800 && added > 0, JSON.stringify(plan.tally));
    assert.notEqual((await count())?.pay, before?.pay);
    const keeper = { ...actor, role: "security_admin" } as const;
    const [one, ...more] = await importsToErase(trialed.store, keeper, document);
    assert.deepEqual([one?.id, one?.rows, more], [done.id, 1000, []]);
    await assert.rejects(eraseImport(trialed.store, { ...actor, role: "clerk" }, done.id, "误传"), {
      code: "ROLE_FORBIDDEN",
    });
    await eraseImport(trialed.store, keeper, done.id, "误传");
    assert.deepEqual(await count(), before);
    await whole();
    const { rows: left } = await trialed.store.db.query<{ left: number }>(
      `select count(*)::integer as left from (select run from labour_record union all select run from labour_record_past) r
        where r.run in (select id from run where state = 'undone' and file_hash = (
          select decode(sha256, 'hex') from document where id = $1))`,
      [document],
    );
    assert.equal(left[0]?.left, 0, "no version of it is kept");

    // Where versions are missing by right, one whose end is missing is still found.
    const [again] = (
      await trialed.desk.list(actor, "labour_record", { scope: pair, limit: 1, filter: { monthly_pay: "410000" } })
    ).rows;
    assert.ok(again !== undefined, "a row whose version was cleared");
    const { id, version } = again;
    const changes: Change[] = [
      { op: "change", record: "labour_record", scope_id: pair, id, version, values: { note: "已核实" } },
    ];
    await trialed.desk.write(actor, { command_id: newId(), reason: "核实", changes });
    const end = (of: string) =>
      trialed.store.db.query(
        `update labour_record_past set until_seq = ${of} where scope_id = $1 and id = $2 and seq = $3`,
        [pair, id, version],
      );
    await end("until_seq + 1000");
    assert.equal((await verify(trialed.store, actor)).broken?.code, "VERSION_END_WRONG");
    await end("until_seq - 1000");
    await whole();
    assert.deepEqual(await importsToErase(trialed.store, keeper, document), []);
    assert.equal(
      (await sheets.planImport(actor, document)).tally.added,
      added,
      "the workbook is there and may be imported again",
    );
  });

  /** Business columns of the sales of a pair, and the cell of each value. */
  const salesOf = async (scope: string) => {
    const { rows } = await trialed.desk.list(actor, "sale", { scope, limit: 500 });
    const found: [string, unknown][] = [];
    for (const { id, values } of rows) {
      const { run: _run, sheet_row: _line, ...plain } = values;
      const cells = (await trialed.desk.sources(actor, "sale", scope, id)).flatMap(({ field, place, chosen, value }) =>
        chosen && place !== null && "cell" in place ? [[field, `${place.sheet}!${place.cell}`, value] as const] : [],
      );
      found.push([JSON.stringify(plain), cells.toSorted(([one], [other]) => (one < other ? -1 : 1))]);
    }
    return found.toSorted(([one], [other]) => (one < other ? -1 : 1));
  };

  test("a sales ledger read row by row becomes the same rows with the same cells as in memory: doubled invoices, returns, other years, units", async () => {
    const { id: other } = await sheets.openPair(
      actor,
      { path: "甲省临海市望潮区", adcode: "990101" },
      { path: "乙省云岭州清溪县", adcode: "980102" },
    );
    const { name, bytes } = sampleWorkbook("石坎县2023年消费帮扶台账.xlsx");
    const given = { name, bytes: Uint8Array.from(bytes) };
    const { document_id: document } = await submitWorkbook(trialed.desk, large, actor, given);
    const plan = await sheets.planImport(actor, document, { scope: pair });
    const inMemory = await held.planImport(actor, document, { scope: pair });
    assert.deepEqual([plan.tally, plan.counts], [inMemory.tally, inMemory.counts]);
    assert.equal(plan.counts.find(({ key }) => key === "total")?.value, "1598150000");
    const told = ({ rows }: ImportPlan) =>
      rows.map((row) => [row.key, row.state, row.findings.map(({ zh }) => zh)]).toSorted();
    const warned = told(plan).filter(([, , findings]) => findings?.length !== 0);
    assert.ok(warned.length >= 3, "重复票、上年发票、退货");
    assert.deepEqual(
      warned,
      told(inMemory).filter(([, , findings]) => String(findings).match(/不计入|另记一行/u)),
    );
    const done = await sheets.importSheet(actor, document, { ...accepted(plan), options: { scope: pair } });
    assert.equal(done.state, "done");
    const beside = await held.planImport(actor, document, { scope: other });
    await held.importSheet(actor, document, { ...accepted(beside), options: { scope: other } });
    assert.deepEqual(await salesOf(pair), await salesOf(other));
    await whole();

    const again = await sheets.planImport(actor, document, { scope: pair });
    assert.deepEqual({ ...again.tally, same: 0 }, { added: 0, changed: 0, cells: 0, same: 0, skipped: 0, missing: 0 });
    const back = await sheets.undoImport(actor, done.id);
    assert.deepEqual([back.state, await salesOf(pair)], ["undone", []]);
    await whole();
  });

  test("next month's sales ledger changes, adds and misses rows; a changed cell is the source of its value, others keep theirs", async () => {
    const first = await submitted(await salesLedger(420, 12), "石坎县2023年消费帮扶台账.xlsx");
    const plan = await sheets.planImport(actor, first, { scope: pair });
    const inMemory = await held.planImport(actor, first, { scope: pair });
    assert.deepEqual([plan.tally, plan.counts], [inMemory.tally, inMemory.counts]);
    assert.deepEqual(plan.totals.toSorted(byPlace), inMemory.totals.toSorted(byPlace));
    const differs = plan.totals.filter(({ difference }) => difference !== null);
    assert.deepEqual(differs.map(({ sheet, cell, label, difference }) => [sheet, cell, label, difference]).toSorted(), [
      ["3月", "I97", "小计", "−0.25元"],
      ["3月", "I98", "二、合作社", "+1元"],
      ["4月", "I4", "合计", "+7.50元"],
      ["4月", "I97", "小计", "−0.25元"],
      ["4月", "I98", "二、合作社", "+1元"],
      ["汇总", "B5", "合计", "−49.7963万元"],
    ]);
    assert.ok(plan.totals.length > 14, String(plan.totals.length));
    const said = plan.findings.filter(({ code }) => code === "total/differs").map(({ zh }) => zh);
    assert.deepEqual(
      said.toSorted(),
      inMemory.findings.flatMap(({ code, zh }) => (code === "total/differs" ? [zh] : [])).toSorted(),
    );
    const of = (key: string) => Number(plan.counts.find((count) => count.key === key)?.value);
    assert.ok(of("excluded") > 15 && of("returns") > 2 && plan.tally.skipped > 3, JSON.stringify(plan.counts));
    await sheets.importSheet(actor, first, { ...accepted(plan), options: { scope: pair } });
    assert.deepEqual((await sheets.planImport(actor, first, { scope: pair })).tally.same, plan.tally.added);
    const next = await submitted(await salesLedger(380, 13), "石坎县2023年消费帮扶台账.xlsx");
    const later = await sheets.planImport(actor, next, { scope: pair });
    assert.deepEqual(later.tally, (await held.planImport(actor, next, { scope: pair })).tally);
    assert.ok(later.tally.changed > 340 && later.tally.missing > 20, JSON.stringify(later.tally));
    await sheets.importSheet(actor, next, { ...accepted(later), options: { scope: pair } });
    const [row] = (
      await trialed.desk.list(actor, "sale", { scope: pair, limit: 1, filter: { invoice_no: "20000130" } })
    ).rows;
    assert.equal(row?.values.price, "1300");
    const sources = await trialed.desk.sources(actor, "sale", pair, row?.id ?? "");
    const cell = (field: string) =>
      sources.filter((one) => one.field === field && one.chosen).map(({ place }) => place);
    const line = String(row?.values.sheet_row);
    assert.deepEqual(cell("price"), [{ sheet: "3月", cell: `H${line}` }]);
    assert.deepEqual(cell("seller"), [{ sheet: "3月", cell: `C${line}` }]);
    await whole();
  });

  test("sales of several years come back by their own years: an export too large to be held, a workbook with a sheet a year", async () => {
    const { id: third } = await sheets.openPair(
      actor,
      { path: "甲省临海市望潮区", adcode: "990101" },
      { path: "乙省云岭州双河县", adcode: "980103" },
    );
    const row = (no: number, day: string, note = "", amount = "100") =>
      [
        String(no),
        day,
        `某合作社${no % 3}`,
        `辣椒${no}`,
        amount,
        "某单位",
        "采购",
        `3${String(no).padStart(7, "0")}`,
        note,
      ].map((value) => ({ value }));
    const header = ["序号", "日期", "销售主体", "产品", "金额", "采购方", "类别", "发票号码", "备注"];
    const yearly = (name: string, rows: ReturnType<typeof row>[]) => ({
      name,
      rows: [header.map((value) => ({ value })), ...rows].map((cells) => ({ cells })),
    });
    const of22 = yearly("2022年", [row(1, "2022-05-06"), row(2, "6月7日"), row(3, "2023-01-05")]);
    const of23 = yearly("2023年", [row(1, "2022-05-06"), row(4, "2023-07-08", "退货30元"), row(5, "2023-09-01")]);
    const bytes = await writeBook({ sheets: [of22, of23] });
    const given = { name: "双河县2022-2023年消费帮扶台账.xlsx", bytes };
    const { document_id: document } = await submitWorkbook(trialed.desk, new Books(), actor, {
      ...given,
      bytes: Uint8Array.from(bytes),
    });
    const inMemory = await held.planImport(actor, document, { scope: third });
    const plan = await sheets.planImport(actor, document, { scope: third });
    assert.deepEqual([plan.tally, plan.counts], [inMemory.tally, inMemory.counts]);
    assert.equal(plan.tally.added, 7);
    await sheets.importSheet(actor, document, { ...accepted(plan), options: { scope: third } });
    const stored = async () =>
      (await trialed.desk.list(actor, "sale", { scope: third, limit: 50 })).rows
        .map(({ values }) => [values.year, values.sold_on, values.amount, values.counted, values.exclusion])
        .toSorted();
    assert.deepEqual(
      (await stored()).map(([year, day, amount, counted]) => [year, day, amount, counted]),
      [
        ["2022", "2022-05-06", "10000", true],
        ["2022", "2022-06-07", "10000", true],
        ["2022", "2023-01-05", "10000", false],
        ["2023", "2022-05-06", "10000", false],
        ["2023", "2023-07-08", "-3000", true],
        ["2023", "2023-07-08", "10000", true],
        ["2023", "2023-09-01", "10000", true],
      ],
      "a sheet's year is its rows', what lies outside it does not count",
    );
    const part = await writeBook({
      sheets: [
        yearly("2022年", [row(1, "2022-05-06"), row(9, "2022-06-20")]),
        yearly("2023年", [row(5, "2023-09-01")]),
      ],
    });
    const later = await submitted(Uint8Array.from(part), given.name);
    for (const read of [held, sheets]) {
      const { tally, missing } = await read.planImport(actor, later, { scope: third });
      assert.deepEqual([tally.same, tally.added], [2, 1]);
      assert.deepEqual(
        missing.map(({ title }) => /辣椒\d/u.exec(title)?.[0]),
        ["辣椒2"],
        "only the months that the file has of each year: the May of 2023 is none of them",
      );
    }
    const { rows: sold } = await trialed.desk.list(actor, "sale", { scope: third, filter: { invoice_no: "30000005" } });
    const [one] = sold;
    assert.ok(one);
    const { id, version } = one;
    const values = { counted: false, exclusion: "佐证不全" };
    const change: Change = { op: "change", record: "sale", scope_id: third, id, version, values };
    await trialed.desk.write(actor, { command_id: newId(), reason: "剔除", changes: [change] });
    const printed = async (query: { readonly scope?: string }) => {
      const { name, body } = await printingDesk(trialed.desk).exportSheet(actor, "sale", query);
      const pieces: Buffer[] = [];
      for await (const piece of body) pieces.push(Buffer.from(piece));
      return (await submitWorkbook(trialed.desk, large, actor, { name, bytes: Uint8Array.from(Buffer.concat(pieces)) }))
        .document_id;
    };
    const unheld = sheetDesk(trialed.desk, new Books(0, 0));
    const back = await printed({ scope: third });
    const same = { added: 0, changed: 0, cells: 0, same: 7, skipped: 0, missing: 0 };
    assert.deepEqual((await held.planImport(actor, back, { scope: third })).tally, same);
    const again = await unheld.planImport(actor, back, { scope: third });
    assert.deepEqual(again.tally, same, JSON.stringify(again.rows));
    await assert.rejects(unheld.planImport(actor, await printed({}), { scope: third }), { code: "ROSTER_PAIRS" });
  });

  test("comments, pictures, hidden columns and rows, a filter and colours of a large roll are listed and asked about as of a small one", async () => {
    const cell = (value: string, style = 0) => `<c t="inlineStr" s="${style}"><is><t>${value}</t></is></c>`;
    const line = (at: number) => {
      const values = [`${at}`, "平坝镇", "某村", `人${at}`, `1380000${1000 + at}`, "某厂", "4000"];
      const attributes = at % 10 === 3 ? ' hidden="1"' : "";
      return `<row r="${at + 1}"${attributes}>${values.map((value, column) => cell(value, at === 70 && column === 6 ? 1 : 0)).join("")}</row>`;
    };
    const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const notes = Array.from(
      { length: 12 },
      (_, at) => `<comment ref="G${70 + at}" authorId="0"><text><t>原因${at}</t></text></comment>`,
    );
    const picture = (row: number) =>
      `<twoCellAnchor><from><col>2</col><row>${row}</row></from><to><col>3</col><row>${row}</row></to><pic/></twoCellAnchor>`;
    const header = ["序号", "乡镇", "村", "姓名", "联系电话", "务工单位", "月均收入"]
      .map((word) => cell(word, 1))
      .join("");
    const bytes = await trialWorkbook(
      `<worksheet><cols><col min="6" max="6" hidden="1"/><col min="30" max="16384" hidden="1"/></cols><sheetData><row r="1">${header}</row>${Array.from({ length: 90 }, (_, at) => line(at + 1)).join("")}</sheetData><autoFilter ref="A1:G91"><filterColumn colId="1"/></autoFilter></worksheet>`,
      {
        "xl/styles.xml": `<styleSheet><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></fills><cellXfs><xf fillId="0"/><xf fillId="1"/></cellXfs></styleSheet>`,
        "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships><Relationship Id="a" Type="${type}/comments" Target="../comments1.xml"/><Relationship Id="b" Type="${type}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
        "xl/comments1.xml": `<comments><authors><author/></authors><commentList>${notes.join("")}</commentList></comments>`,
        "xl/drawings/drawing1.xml": `<wsDr>${[5, 80].map(picture).join("")}</wsDr>`,
      },
    );
    const document = await submitted(Uint8Array.from(bytes), "石坎县2024年务工花名册.xlsx");
    const signs = ({ findings, questions }: ImportPlan) => [
      findings.flatMap(({ code, zh, place }) => (code.startsWith("sheet/") ? [[code, zh, place]] : [])),
      questions.map(({ key, zh, answer }) => [key, zh, answer]),
    ];
    const plan = await sheets.planImport(actor, document, { scope: pair });
    assert.deepEqual(signs(plan), signs(await held.planImport(actor, document, { scope: pair })));
    assert.deepEqual(
      plan.questions.map(({ key }) => key).toSorted(),
      ["sheet/fill:FF0000", "sheet/filtered-rows", "sheet/pictures"],
      "each once; the red header is decoration",
    );
    const said = (code: string) => plan.findings.filter((one) => one.code === code).map(({ zh }) => zh);
    assert.match(said("sheet/comments")[0] ?? "", /12 条批注（G70、.*、G77 等）/u);
    assert.match(said("sheet/hidden-columns")[0] ?? "", /（F）/u);
    assert.match(said("sheet/filtered-rows")[0] ?? "", /9 行没有显示（4、14、/u);
    // Before it is known whose the roll is, what needs no look at the rows is said.
    const open = await sheets.planImport(actor, document, { scope: randomUUID() });
    assert.deepEqual([open.scope, open.questions.map(({ key }) => key)], [null, ["sheet/pictures"]]);
    const window = await sheets.sheetWindow(actor, document, "2023年", "G80");
    const noted = window.rows.flatMap(({ cells }) => cells.flatMap(({ here, comment }) => (here ? [comment] : [])));
    assert.deepEqual(noted, ["原因10"], "the source of a value opens with what is noted on its cell");
    const answers = { "sheet/fill:FF0000": "待核" };
    await sheets.importSheet(actor, document, {
      ...accepted(await sheets.planImport(actor, document, { scope: pair, answers })),
      options: { scope: pair, answers },
    });
    const again = await sheets.planImport(actor, document, { scope: pair });
    assert.deepEqual(again.questions.map(({ answer }) => answer).toSorted(), [null, null, "待核"]);
  });

  test("a large workbook that is no ledger read row by row is read whole", async () => {
    const { name, bytes } = sampleWorkbook("望潮—石坎结对帮扶花名册（2023年更新）.xlsx");
    const given = { name, bytes: Uint8Array.from(bytes) };
    const { document_id: document } = await submitWorkbook(trialed.desk, large, actor, given);
    const plan = await sheets.planImport(actor, document, { scope: pair });
    assert.deepEqual(plan.tally, (await held.planImport(actor, document, { scope: pair })).tally);
    assert.ok(plan.tally.added > 8, JSON.stringify(plan.tally));
    const done = await sheets.importSheet(actor, document, { ...accepted(plan), options: { scope: pair } });
    assert.equal(done.state, "done");
  });
});
