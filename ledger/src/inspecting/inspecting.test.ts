import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { evidenceDesk } from "../evidence/evidence.js";
import { lookDistance, photoLook, SAME_LOOK } from "../evidence/photo-look.js";
import { ReadingPool } from "../intake/reading.js";
import { writePaper } from "../papers/write-paper.js";
import { paperPages } from "../receiving/paper-length.js";
import { receiveDesk } from "../receiving/receiving.js";
import { command, KEEPER, newId } from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { trialDesk } from "../trial/trial-desk.js";
import { PHOTO_1, PHOTO_1_GREY, PHOTO_1_SMALL, PHOTO_2, PLAIN_PHOTO } from "../trial/trial-photos.js";
import { jobs, parties, QINGXI, QINGXI_PAIR, row, SHIKAN, SHIKAN_PAIR, wan } from "../trial/trial-year.js";
import { readBook } from "../workbook/read-book.js";
import type { NewSpotCheck } from "./inspect-desk.js";
import { inspectDesk } from "./inspecting.js";

test("a photograph is known again smaller, grey, progressive; another one and a plain one are not", () => {
  const look = photoLook(PHOTO_1);
  assert.ok(look !== null);
  for (const same of [PHOTO_1_SMALL, PHOTO_1_GREY])
    assert.ok(lookDistance(look, photoLook(same) ?? "0") <= SAME_LOOK, "the same picture");
  assert.ok(lookDistance(look, photoLook(PHOTO_2) ?? "0") > 2 * SAME_LOOK);
  assert.equal(photoLook(PLAIN_PHOTO), null);
  for (const broken of [PHOTO_1.subarray(0, 300), PHOTO_1.subarray(0, 20), new TextEncoder().encode("%PDF-1.4")])
    assert.doesNotThrow(() => photoLook(broken));
});

eachDatabase("核查", (trial) => {
  let desk: Desk;
  let close: () => Promise<void>;
  const pool = new ReadingPool();
  const write = (changes: Parameters<typeof command>[0]) => desk.write(KEEPER, command(changes));
  const clerk = (name: string, ...scopes: string[]): Actor => ({
    ...KEEPER,
    ...{ account_id: newId(), name, role: "clerk", scopes },
  });
  const SHIKAN_CLERK = clerk("李示例", SHIKAN_PAIR, SHIKAN);
  const QINGXI_CLERK = clerk("唐示例", QINGXI_PAIR, QINGXI);

  before(async () => {
    const made = await trialDesk(trial.config);
    close = () => made.store.close();
    desk = made.desk;
    await write(parties);
    await write(jobs());
  });
  after(async () => {
    await pool.close();
    await close();
  });

  test("考1: 20 of 93 by a seed, twice the same; 17 true of 19 reached is 89.47 %, and both stand there", async () => {
    const inspect = inspectDesk(desk);
    const query = {
      ...{ scope: SHIKAN_PAIR, year: 2023, month: 11, code: "E1", size: 20 },
      line: "west",
      seed: "一组",
    } as const;
    const [one, again, other] = [
      await inspect.drawSample(KEEPER, query),
      await inspect.drawSample({ ...KEEPER, role: "inspector" }, query),
      await inspect.drawSample(KEEPER, { ...query, seed: "二组" }),
    ];
    assert.deepEqual([one.population, one.rows.length], [93, 20]);
    assert.deepEqual(again, one);
    assert.notDeepEqual(
      other.rows.map(({ id }) => id),
      one.rows.map(({ id }) => id),
    );
    const given = { ...query, title: "劳务协作抽查", command_id: newId() };
    const check = await inspect.startSpotCheck(SHIKAN_CLERK, given);
    assert.deepEqual(
      (await inspect.startSpotCheck(SHIKAN_CLERK, given)).items.map(({ id }) => id),
      check.items.map(({ id }) => id),
    );
    assert.deepEqual(
      check.items.map(({ id }) => id),
      one.rows.map(({ id }) => id),
      "what was shown is what is kept",
    );
    assert.equal(check.rate, null);
    let now = check;
    for (const [at, { item, version }] of check.items.entries()) {
      const result = at === 17 ? "false" : at === 18 ? "dead_number" : at === 19 ? "unreached" : "true";
      const answer = {
        item,
        version,
        result,
        note: result === "false" ? "已返乡" : null,
        command_id: newId(),
      } as const;
      now = await inspect.recordResult(SHIKAN_CLERK, SHIKAN_PAIR, check.id, answer);
    }
    assert.deepEqual(now.tally, { true: 17, false: 1, dead_number: 1, unreached: 1, open: 0 });
    assert.deepEqual([now.rate?.numerator, now.rate?.denominator, now.rate?.percent], ["17", "19", "89.47"]);
    const { name, body } = await inspect.phoneSheet(SHIKAN_CLERK, SHIKAN_PAIR, check.id);
    const [sheet] = (await readBook(body, name)).sheets;
    assert.equal(name, "劳务协作抽查电话核查表.xlsx");
    assert.deepEqual(
      [2, 19, 20, 21].map((at) => sheet?.cell(at, 5)?.text),
      ["属实", "不符", "空号", "未接"],
    );
    assert.match(sheet?.cell(22, 0)?.text ?? "", /总体 93，样本 20，抽样种子“一组”/);
    assert.deepEqual(
      (await inspect.spotChecks(SHIKAN_CLERK)).map(({ pair, checked }) => [pair, checked]),
      [["望潮区—石坎县", 20]],
    );
    assert.deepEqual(await inspect.spotChecks(QINGXI_CLERK), []);
    await assert.rejects(inspect.drawSample(KEEPER, { ...query, size: 0 }), { code: "QUERY_INVALID" });
    await assert.rejects(inspect.startSpotCheck(KEEPER, { ...given, year: 2024, command_id: newId() }), {
      code: "SAMPLE_EMPTY",
    });
  });

  test("an inspector keeps what he drew and what he found; both sides see that it was drawn, from what, and by whom", async () => {
    const inspect = inspectDesk(desk);
    const office = { id: newId(), name: "省考核组", kind: "inspection", party: null, place: null } as const;
    const inspector: Actor = {
      ...{ account_id: newId(), name: "郑示例", role: "inspector", scopes: [SHIKAN_PAIR] },
      office: { ...office, side: null, maker_checker: false },
    };
    const given: NewSpotCheck = {
      ...{ scope: SHIKAN_PAIR, year: 2023, month: 11, code: "E1", size: 3, seed: "省考核组" },
      ...{ title: "省级考核抽查", command_id: newId() },
      line: "west",
    };
    const check = await inspect.startSpotCheck(inspector, given);
    const { rows: heads } = await desk.database.query<{ hash: string; before: string }>(
      `select encode(hash, 'hex') as hash, (select encode(prev, 'hex') from change
         where scope_id = $1 order by seq desc limit 1) as before from head where scope_id = $1`,
      [SHIKAN_PAIR],
    );
    assert.equal(check.head?.hash, heads[0]?.before, "the head before the draw itself");
    const [first] = check.items;
    assert.ok(first);
    const answer = { ...first, result: "true", note: null, command_id: newId() } as const;
    const found = await inspect.recordResult(inspector, SHIKAN_PAIR, check.id, answer);
    assert.equal(found.tally.true, 1);
    for (const clerk of [SHIKAN_CLERK, { ...SHIKAN_CLERK, account_id: newId(), name: "周示例" }]) {
      const seen = (await inspect.spotChecks(clerk)).find(({ id }) => id === check.id);
      assert.equal(seen?.drawn_by, "郑示例（省考核组）");
      assert.equal((await inspect.spotCheck(clerk, SHIKAN_PAIR, check.id)).own, false);
      const mended = {
        ...answer,
        version: found.items[0]?.version ?? "",
        result: "false",
        command_id: newId(),
      } as const;
      await assert.rejects(inspect.recordResult(clerk, SHIKAN_PAIR, check.id, mended), { code: "SPOT_CHECK_OTHERS" });
    }
    // Nothing else is written by who inspects, and nothing outside what he sees.
    await assert.rejects(desk.write(inspector, command([row("project", { name: "甲" })])), { code: "ROLE_FORBIDDEN" });
    await assert.rejects(inspect.startSpotCheck(inspector, { ...given, scope: QINGXI_PAIR, command_id: newId() }), {
      code: "FRAME_UNKNOWN",
    });
    const others = await inspect.spotChecks(SHIKAN_CLERK);
    const clerks = others.find(({ title }) => title === "劳务协作抽查");
    assert.equal((await inspect.spotCheck(inspector, SHIKAN_PAIR, clerks?.id ?? "")).own, false);
  });

  test("考6: one invoice in two counties, one person under two; the city sees both rows, a county its own alone", async () => {
    const sale = (invoice_no: string, amount: string, seller: string, scope: string) =>
      row(
        "sale",
        { sold_on: "2023-10-12", seller, product: "辣椒", year: 2023, month: 10, invoice_no, amount: wan(amount) },
        scope,
      );
    await write([
      sale("00382915", "25.65", "石坎县辣椒合作社", SHIKAN_PAIR),
      sale("382915", "25.65", "清溪县农旅公司", QINGXI_PAIR),
      // The same number of another seller's book, another sum: no duplicate. Twice in one county: that county's own matter.
      sale("00771203", "3.10", "石坎县菌业公司", SHIKAN_PAIR),
      sale("00771203", "8.20", "清溪县茶业公司", QINGXI_PAIR),
      sale("00990001", "1", "石坎县菌业公司", SHIKAN_PAIR),
      sale("00990001", "1", "石坎县菌业公司", SHIKAN_PAIR),
      row(
        "labour_record",
        { year: 2023, person_key: "p007", person_name: "甲7", destination: "east", months: "2" },
        QINGXI_PAIR,
      ),
      row(
        "labour_record",
        { year: 2022, person_key: "p009", person_name: "甲9", destination: "east", months: "2" },
        QINGXI_PAIR,
      ),
    ]);
    const found = async (actor: Actor) =>
      (await inspectDesk(desk).duplicates(actor, 2023)).map(({ kind, what, rows, elsewhere }) => [
        ...[kind, what, rows.map(({ pair }) => pair).join(" ")],
        elsewhere,
      ]);
    assert.deepEqual(await found(KEEPER), [
      ["invoice", "382915", "望潮区—清溪县 望潮区—石坎县", 0],
      ["person", null, "望潮区—清溪县 望潮区—石坎县", 0],
    ]);
    assert.equal((await inspectDesk(desk).duplicateYears(KEEPER)).latest, 2023, "the latest year that has rows");
    const own = await inspectDesk(desk).duplicates(SHIKAN_CLERK, 2023);
    assert.deepEqual(await found(SHIKAN_CLERK), [
      ["invoice", "382915", "望潮区—石坎县", 1],
      ["person", null, "望潮区—石坎县", 1],
    ]);
    assert.doesNotMatch(JSON.stringify(own), /清溪/, "what the other county entered does not leave with it");
    const bureau: Actor = { ...SHIKAN_CLERK, records: ["sale"] };
    assert.deepEqual(
      (await found(bureau)).map(([kind]) => kind),
      ["invoice"],
    );
  });

  test("前7: a photograph that stood for another day is told with that day, saved smaller too, and may be used with a note", async () => {
    const act = newId();
    const later = newId();
    const visit = (id: string, start_date: string, name: string) =>
      row("visit", { happening_id: id, name, direction: "east_to_west", start_date }, SHIKAN_PAIR, id);
    await write([visit(act, "2022-09-16", "医疗队慰问"), visit(later, "2023-09-15", "专家回访")]);
    const kept = evidenceDesk({ ...desk, read: (source) => pool.read(source) });
    const attach = (id: string, bytes: Uint8Array, formed: string, note?: string) =>
      kept.attachProof(
        SHIKAN_CLERK,
        { record: "visit", scope_id: SHIKAN_PAIR, id },
        {
          ...{ name: "微信图片_1.jpg", bytes, strength: "B", formed, command_id: newId() },
          ...(note === undefined ? {} : { note }),
        },
      );
    assert.deepEqual(
      (await attach(act, PHOTO_1, "2022-09-16")).warnings.map(({ code }) => code),
      ["PROOF_UNREAD"],
    );
    const again = await attach(later, PHOTO_1_SMALL, "2023-09-15", "同一医院，沿用旧照");
    assert.match(again.warnings.at(-1)?.zh ?? "", /该照片已用于 2022-09-16 “医疗队慰问”/);
    assert.deepEqual((await attach(later, PHOTO_2, "2023-09-15")).warnings.length, 1);
    const [photo] = (await inspectDesk(desk).duplicates(KEEPER, 2023)).filter(({ kind }) => kind === "photo");
    assert.deepEqual(
      photo?.rows.map(({ note }) => note),
      ["2022-09-16", "2023-09-15"],
    );
  });

  test("前4 and 领5: the paper has the points, the five items agreed last with their states, the needs; four pages at most", async () => {
    const [meeting, earlier] = [newId(), newId()];
    const points = Array.from({ length: 3 }, newId);
    const words = "建设标准化厂房及冷链设施，配套道路和污水处理，带动周边村集体增收。".repeat(12);
    const agreed = (text: string, of: string, side: string, due: string | null, status: string | null) => {
      const id = newId();
      const statement = row(
        "statement",
        { text, act: "decision", grade: "agreed", side, meeting: of, state: status === null ? "open" : "broken_down" },
        SHIKAN_PAIR,
        id,
      );
      const task = {
        title: text,
        origin: "minutes",
        statement: id,
        side,
        owner_name: side === "west" ? "县卫健局" : "区教育局",
      };
      return status === null ? [statement] : [statement, row("task", { ...task, due, status })];
    };
    const byHand = (title: string, side: string, origin: string, status: string, more = {}) =>
      row("task", { title, side, origin, status, ...more });
    await write([
      ...points.map((id, at) =>
        row(
          "project",
          {
            name: `点位${at + 1}`,
            content: words,
            total: wan("1200"),
            coop_county: wan("300"),
            plan_year: 2023,
            progress_text: "主体完工",
          },
          SHIKAN_PAIR,
          id,
        ),
      ),
      ...[
        [earlier, "2023-03-01"],
        [meeting, "2023-11-16"],
      ].map(([id = "", start_date = ""]) =>
        row("meeting", { happening_id: id, name: "党政联席会议", type: "joint", start_date }, SHIKAN_PAIR, id),
      ),
    ]);
    await write([
      ...agreed("上一次的事项", earlier, "west", "2023-04-01", "assigned"),
      ...agreed("完成卫生站用地", meeting, "west", "2023-11-20", "assigned"),
      ...agreed("组织300名劳动力就业", meeting, "west", "2024-02-29", "assigned"),
      ...agreed("建成专馆1个", meeting, "west", "2023-11-30", "done"),
      ...agreed("修订资金管理细则", meeting, "west", "2023-11-25", "closed"),
      ...agreed("选派12名教师", meeting, "east", "2023-11-18", "assigned"),
      ...Array.from({ length: 60 }, (_, at) =>
        row("need", {
          text: `需求${at + 1}：${"请支持冷链物流园区道路及配套建设，".repeat(4)}`,
          side: "west",
          status: "open",
          raised_on: "2023-10-01",
        }),
      ),
      row("need", { text: "东部的事", side: "east", status: "open" }),
      // Entered by hand: one that the minutes say too (told once), others of either side, an instruction that is nobody else's.
      row("statement", {
        text: "石坎县选派6名干部跟岗学习。",
        meeting,
        grade: "agreed",
        act: "pledge",
        side: "west",
        state: "open",
      }),
      byHand("选派6名干部跟岗", "west", "manual", "assigned"),
      byHand("建成专馆1个", "west", "minutes", "done"),
      byHand("联合举办专场招聘会", "east", "agreement", "assigned"),
      byHand("编印产品名录", "west", "manual", "done", { done_on: "2023-11-28" }),
      byHand("去年办完的", "west", "manual", "done", { done_on: "2022-11-28" }),
      byHand("书记批示的事", "west", "instruction", "assigned"),
    ]);
    const desks = receiveDesk(desk);
    const paper = await desks.receptionPaper(SHIKAN_CLERK, {
      scope: SHIKAN_PAIR,
      points,
      day: "2023-12-01",
      occasion: "望潮区来访",
    });
    assert.equal(paper.title, "望潮区来访接待材料");
    assert.deepEqual([paper.pages, paper.agreed, paper.needs], [4, 8, 60]);
    assert.equal(paperPages(paper.title, paper.text), 4);
    assert.match(paper.text, /2023年11月16日会议议定 6 项：/);
    assert.match(paper.text, /另有登记的协作任务 2 项：办结 1、推进中 1。/);
    const line = (of: string) => paper.text.split("\n").find((one) => one.includes(of)) ?? "";
    assert.match(line("卫生站用地"), /责任单位：县卫健局，时限2023年11月20日；逾期/);
    assert.match(line("选派12名教师"), /责任单位：区教育局；推进中/, "nothing of the other side is late");
    assert.match(line("建成专馆"), /办结/);
    assert.match(line("选派6名干部跟岗"), /（推进中）$/, "the task says how it stands, not the sentence");
    assert.match(line("专场招聘会"), /（推进中）$/);
    for (const once of ["选派6名干部跟岗", "建成专馆"]) assert.equal(paper.text.split(once).length, 2, once);
    assert.match(line("点位2"), /总投资1,200万元（其中协作资金300万元）；形象进度：主体完工/);
    assert.match(paper.text, /另有 \d+ 项，见需求台账/);
    assert.doesNotMatch(paper.text, /上一次的事项|东部的事|去年办完的|书记批示/);
    const [point] = await desks.receptionPoints(SHIKAN_CLERK, SHIKAN_PAIR);
    assert.equal(point?.plan_year, 2023);
    const bytes = await writePaper({ title: paper.title, text: paper.text });
    assert.deepEqual([...bytes.subarray(0, 2)], [0x50, 0x4b]);
  });
});
