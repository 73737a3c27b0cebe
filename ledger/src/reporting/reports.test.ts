import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { NIL_SCOPE } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Values } from "../command.js";
import { countingDesk } from "../counting/counting.js";
import type { CountingDesk } from "../counting/counting-desk.js";
import { rollupDifferences } from "../counting/rebuild-rollups.js";
import { LedgerError } from "../error-codes.js";
import type { Condition } from "../ledger.js";
import * as trialRows from "../trial/trial-cooperation.js";
import {
  command,
  created,
  EAST,
  KEEPER,
  newId,
  OTHER_PAIR,
  OTHER_WEST,
  PAIR,
  WEST,
} from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { knownBoards } from "./known-boards.js";
import { reportDesk } from "./make-report.js";
import type { NetworkNode, OnePageText, Overview, ReportName, RowsOf, TypeCount } from "./report-answers.js";
import type { ReportDesk } from "./report-desk.js";

const county: Actor = { ...KEEPER, account_id: newId(), name: "平塘组", role: "clerk", scopes: [OTHER_PAIR] };

eachDatabase("报表", (trial) => {
  let t: TrialDesk;
  let reports: ReportDesk;
  let counting: CountingDesk;
  const ask = <N extends ReportName>(name: N, more = {}, actor = KEEPER) => reports.report(actor, name, more);

  before(async () => {
    t = await trialDesk(trial.config);
    reports = reportDesk(t.desk);
    counting = countingDesk(t.desk);
    await t.desk.write(KEEPER, trialRows.foundation());
    const parties = ["街道甲", "街道乙", "一村", "二村", "三村"].map((name) =>
      created("party", NIL_SCOPE, newId(), { path: name, name, kind: "region" }),
    );
    const [a, b, one, two, three] = parties.map(({ id }) => id);
    const joined = (scope: string, east: string | undefined, west: string | undefined, more: Values = {}) =>
      created("pairing", scope, newId(), {
        label: "结对",
        east: east ?? null,
        west: west ?? null,
        east_type: "township",
        west_type: "village",
        ...more,
      });
    const roster = (scope: string, as_of: string, count: number) =>
      created("roster_count", scope, newId(), {
        name: "结对规模",
        as_of,
        east: [{ type: "township", count: 8, unit: "个" }],
        west: [{ type: "village", count, unit: "个" }],
      });
    await t.desk.write(
      KEEPER,
      command([
        ...parties,
        joined(PAIR, a, one),
        joined(PAIR, a, two),
        joined(PAIR, b, one),
        // One street pairs with a village in the other county too: above the pairs it is one.
        joined(OTHER_PAIR, a, three),
        joined(OTHER_PAIR, b, three, { west_type: "school" }),
        roster(PAIR, "2022-12", 60),
        roster(PAIR, "2023-12-21", 68),
        roster(EAST, "2023-12-21", 68),
      ]),
    );
  });
  after(() => t.store.close());

  test("结对关系 from province to the types in a pair, distinct on both sides at every level", async () => {
    const { roots, unsplit, total } = await ask("network");
    const said = (counts: readonly TypeCount[]) => counts.map(({ type, count }) => `${type} ${count}`).join(", ");
    const line = (node: NetworkNode): string[] => [
      `${node.level} ${node.east_name}—${node.west_name}: ${node.pairs}/${node.links}; ${said(node.east)}; ${said(node.west)}`,
      ...node.children.flatMap(line),
    ];
    assert.deepEqual(roots.flatMap(line), [
      "province 广东省—贵州省: 2/5; township 2; village 3, school 1",
      "city 广州市—黔南布依族苗族自治州: 2/5; township 2; village 3, school 1",
      "pair 白云区—罗甸县: 1/3; township 2; village 2",
      "pair 白云区—平塘县: 1/2; township 2; school 1, village 1",
    ]);
    assert.deepEqual([total.pairs, total.links], [2, 5]);
    const [province] = roots;
    const conditions = (province?.rows?.conditions ?? []).map(
      ([field, is, ...values]) => ({ field, is, values }) as Condition,
    );
    const { rows } = await t.desk.list(KEEPER, "pair", { conditions });
    assert.deepEqual(rows.map(({ id }) => id).sort(), [PAIR, OTHER_PAIR].sort(), "the number opens its rows");
    // Every number above a pair opens the pairings that it counts, of those pairs alone and never beyond what is read.
    const scopes = province?.scopes ?? [];
    for (const { type, count } of province?.east ?? []) {
      const ofType = [{ field: "east_type", is: "one_of", values: [type ?? ""] }] as const;
      const behind = (await t.desk.list(KEEPER, "pairing", { scopes, conditions: ofType })).rows;
      assert.equal(new Set(behind.map(({ values }) => values.east)).size, count, `${type}`);
    }
    assert.equal((await t.desk.list(KEEPER, "pairing", { scopes })).rows.length, province?.links);
    assert.ok((await t.desk.list(county, "pairing", { scopes })).rows.every(({ scope_id }) => scope_id === OTHER_PAIR));
    const pair = roots[0]?.children[0]?.children[0];
    assert.deepEqual(pair?.kinds, [{ east_type: "township", west_type: "village", links: 3, east: 2, west: 2 }]);
    // The latest roster of the pair; what is told of several counties enters none.
    assert.deepEqual(
      pair?.rosters.map(({ as_of, west }) => [as_of, west[0]?.count]),
      [["2023-12-21", 68]],
    );
    assert.deepEqual(
      unsplit.map(({ scope_id }) => scope_id),
      [EAST],
    );
  });

  test("of a party: its pairs alone; of an actor: what he may see; what is none is refused", async () => {
    assert.deepEqual((await ask("network", { party: OTHER_WEST })).total.pairs, 1);
    assert.deepEqual((await ask("network", {}, county)).total, {
      pairs: 1,
      links: 2,
      east: [{ type: "township", count: 2 }],
      west: [
        { type: "school", count: 1 },
        { type: "village", count: 1 },
      ],
    });
    const { parties } = await ask("parties");
    assert.deepEqual(
      parties.map(({ id, side, pairs }) => [id, side, pairs]),
      [
        [EAST, "east", 2],
        [WEST, "west", 1],
        [OTHER_WEST, "west", 1],
      ],
    );
    const code = (is: string) => (error: unknown) => error instanceof LedgerError && error.code === is;
    await assert.rejects(ask("network", { party: WEST }, county), code("SCOPE_FORBIDDEN"));
    await assert.rejects(ask("network", { day: "2023-02-30" }), code("QUERY_INVALID"));
    await assert.rejects(ask("nothing" as ReportName), code("REPORT_UNKNOWN"));
  });

  test("总览: the money of the year with its numerators and denominators, in figures that open their rows", async () => {
    const wan = (amount: number) => String(Math.round(amount * 1_000_000));
    const project = (
      name: string,
      kind: string,
      [total, province, county, paid]: readonly number[],
      more: Values = {},
    ) =>
      created("project", PAIR, newId(), {
        name,
        kind,
        plan_year: 2023,
        stage: "started",
        ...(total === undefined ? {} : { total: wan(total) }),
        coop_province: wan(province ?? 0),
        coop_county: wan(county ?? 0),
        ...(paid === undefined ? {} : { paid: wan(paid) }),
        ...more,
      });
    const source = created("fund_source", PAIR, newId(), {
      giver_name: "望潮区财政局",
      giver_level: "county",
      kind: "fiscal",
      year: 2023,
      amount: wan(760),
    });
    const tranche = (step: string, on: string, amount: number) =>
      created("fund_tranche", PAIR, newId(), { source: source.id, step, on, amount: wan(amount) });
    const posted = (person_name: string, status: string, category = "specialist") =>
      created("talent_posting", PAIR, newId(), {
        person_name,
        direction: "east_to_west",
        category,
        started: "2023-03",
        status,
      });
    const sold = (month: number, mode: string, amount: number, more: Values = {}) =>
      created("sale", PAIR, newId(), {
        sold_on: `2023-0${month}-11`,
        seller: "合作社",
        product: "辣椒",
        mode,
        amount: wan(amount),
        year: 2023,
        month,
        counted: true,
        ...more,
      });
    await t.desk.write(
      KEEPER,
      command([
        project("加工厂", "industry", [1200, 900, 300, 960]),
        project("大棚", "industry", [380.5, 280.5, 100, 212.35]),
        project("卫生站", "village", [65, 65, 0], { stage: "planned" }),
        project("去年的", "village", [500, 500, 0, 500], { plan_year: 2022 }),
        // Progress ledgers print days and no stage (L1); what has neither is not told one.
        project("完工的", "labour", [1, 1, 0], { stage: null, started: "2023-04", completed: "2023-11-20" }),
        project("在建的", "labour", [1, 1, 0], { stage: null, started: "2023-05", planned_start: "2023-03" }),
        project("未开工的", "labour", [1, 1, 0], { stage: null, planned_start: "2024-03" }),
        project("什么都没填的", "labour", [1, 1, 0], { stage: null }),
        source,
        tranche("sent", "2023-05-10", 660),
        tranche("received", "2023-05-20", 660),
        tranche("sent", "2023-11-28", 100),
        tranche("received", "2023-12-04", 100),
        posted("何一", "on_duty"),
        posted("何一", "extended"),
        posted("林二", "on_duty", "cadre"),
        posted("走三", "completed"),
        sold(3, "purchase", 10.5),
        sold(3, "assisted", 20),
        sold(4, "assisted", 6, { counted: false, exclusion: "上年发票" }),
      ]),
    );
    const report = await ask("overview", { party: WEST, year: 2023, day: "2023-11-30" });
    assert.deepEqual(
      report.money.kinds.map(({ kind, projects, total, paid }) => [kind, projects, total, paid]),
      [
        ["industry", 2, wan(1580.5), wan(1172.35)],
        ["village", 1, wan(65), "0"],
        ["labour", 4, wan(4), "0"],
      ],
    );
    // 100万 had been sent and had not arrived on that day; on the next report it has.
    assert.deepEqual([report.money.sent, report.money.received], [wan(760), wan(660)]);
    assert.equal((await ask("overview", { year: 2023 })).money.received, wan(760));
    assert.equal(report.money.paid_by_source, null);
    assert.deepEqual(
      report.talent.map(({ category, people, postings }) => [category, people, postings]),
      [
        ["cadre", 1, 1],
        ["specialist", 1, 2],
      ],
    );
    assert.deepEqual(
      report.sales.map(({ month, purchase, assisted }) => [month, purchase, assisted]),
      [[3, wan(10.5), wan(20)]],
    );
    assert.deepEqual(report.years, [2023, 2022]);
    assert.deepEqual(
      report.stages.map(({ stage, by, count }) => [stage, by, count]),
      [
        ["started", null, 2],
        ["completed", "completed", 1],
        ["in_progress", "started", 1],
        ["planned", "planned_start", 1],
        ["planned", null, 1],
        [null, null, 1],
      ],
    );
    // Every figure opens just the rows that it counts.
    const rows = async (of: RowsOf) => {
      const conditions = (of.conditions ?? []).map(([field, is, ...values]) => ({ field, is, values }) as Condition);
      return (await t.desk.list(KEEPER, of.record, { conditions, limit: 100 })).rows.length;
    };
    for (const kind of report.money.kinds) assert.equal(await rows(kind.rows), kind.projects, String(kind.kind));
    for (const stage of report.stages) assert.equal(await rows(stage.rows), stage.count, `${stage.stage} ${stage.by}`);
    for (const line of report.talent) assert.equal(await rows(line.rows), line.postings, String(line.category));
    assert.deepEqual([await rows(report.money.sent_rows), await rows(report.money.received_rows)], [2, 1]);
    for (const { purchase_rows, assisted_rows } of report.sales)
      assert.deepEqual([await rows(purchase_rows), await rows(assisted_rows)], [1, 1]);
    // Of another party nothing of it.
    assert.deepEqual((await ask("overview", { party: OTHER_WEST, year: 2023 })).money.kinds, []);
  });

  test("总览: jobs and sales by month are kept true by every write, and each opens its rows", async () => {
    const job = (started: string | null, more: object = {}) =>
      created("labour_record", PAIR, newId(), {
        year: 2023,
        longest: true,
        destination: "east",
        township: "平坝镇",
        ...more,
        started,
      });
    const jobs = [
      ...[job("2023-02-10"), job("2023-02", { destination: "local" }), job("2022-11-05"), job("2024-01-08"), job(null)],
      ...[job("2023-02-11", { township: "福泉镇" }), job("2023-03-01", { longest: false })],
    ];
    const write = (...changes: Parameters<typeof command>[0]) => t.desk.write(KEEPER, command(changes));
    await write(...jobs);
    const told = async (actor: Actor = KEEPER) => {
      const { jobs: months } = await ask("overview", { year: 2023, day: "2023-11-30" }, actor);
      return months;
    };
    const counted = async () => (await told()).map(({ month, people, east }) => [month, people, east]);
    assert.deepEqual(await counted(), [
      ...[
        [-1, 1, 1],
        [0, 1, 1],
        [2, 3, 2],
        [13, 1, 1],
      ],
    ]);
    const rowsOf = async ({ record, conditions = [] }: RowsOf) =>
      (
        await t.desk.list(KEEPER, record, {
          conditions: conditions.map(([field, is, ...values]) => ({ field, is, values }) as Condition),
        })
      ).rows.length;
    for (const line of await told())
      assert.deepEqual(
        [await rowsOf(line.rows), await rowsOf(line.east_rows)],
        [line.people, line.east],
        `${line.month}`,
      );
    const [moved, , gone] = jobs;
    if (moved?.op !== "create" || gone?.op !== "create") throw new Error("no rows");
    const version = async (id: string) => (await t.desk.get(KEEPER, "labour_record", PAIR, id))?.version ?? "";
    const of = { record: "labour_record", scope_id: PAIR } as const;
    await write(
      { op: "change", ...of, id: moved.id, version: await version(moved.id), values: { started: "2023-05-02" } },
      { op: "remove", ...of, id: gone.id, version: await version(gone.id) },
    );
    assert.deepEqual(await counted(), [
      ...[
        [0, 1, 1],
        [2, 2, 1],
        [5, 1, 1],
        [13, 1, 1],
      ],
    ]);
    assert.deepEqual(await rollupDifferences(t.store.db, t.desk.records), []);
    // A township is told of its own rows only, which no sum of a county holds.
    const town = { id: newId(), name: "福泉镇政府", kind: "township", side: "west", place: "福泉镇" } as const;
    const office = { ...town, party: null, maker_checker: false };
    const clerk: Actor = { ...KEEPER, role: "clerk", scopes: [PAIR], office };
    assert.deepEqual(
      (await told(clerk)).map(({ month, people }) => [month, people]),
      [[2, 1]],
    );
  });

  test("一页纸: as of the month's end, what lags on the own side with unit and cause, what comes next; 600 characters", async () => {
    const made = (record: string, values: Values) => created(record, PAIR, newId(), values);
    const task = (title: string, values: Values) =>
      made("task", { title, origin: "manual", status: "assigned", ...values });
    const rows = [
      made("indicator_target", { indicator: "D1", year: 2023, target: "2", unit: "家" }),
      made("indicator_value", {
        indicator: "D1",
        year: 2023,
        month: 11,
        kind: "reported",
        this_month: "0",
        to_date: "1",
        unit: "家",
        line: "west",
        state: "office",
        reporter_unit: "县投资促进局",
        note: "一家在谈。",
      }),
      task("落实用地", { side: "west", owner_name: "县自然资源局", due: "2023-11-20", lag_cause: "手续未齐" }),
      task("专柜进社区", { side: "east", owner_name: "区商务局", due: "2023-11-10" }),
      task("没有单位的", { side: "west", due: "2023-11-10" }),
      task("已办结的", { side: "west", owner_name: "县教育局", due: "2023-10-30", status: "done" }),
      task("开班", {
        side: "west",
        owner_name: "县人社局",
        due: "2023-12-20",
        needs_coordination: true,
        coordination: "请定场地",
      }),
    ];
    await t.desk.write(KEEPER, command(rows));
    const text = async (party: string, day: string, actor = KEEPER) => {
      const { page } = await ask("one_page", { party, day }, actor);
      return (page?.sections ?? []).map(({ lines }) => lines.map((line) => line.map((piece) => piece.text).join("")));
    };
    const [overall = [], lagging = [], coordinate = [], next = []] = await text(WEST, "2023-12-01");
    assert.match(
      overall.join(),
      /^截至2023年11月30日，本年度项目7个、总投资1,649.5万元，已支付1,172.35万元（71.07%）；/u,
    );
    assert.match(overall.join(), /到账660万元、在途100万元；东部在岗人才2人；/u);
    assert.deepEqual(lagging, [
      "1.新增引导落地投产企业1家，完成50%，严重滞后（县投资促进局）：一家在谈。",
      "2.落实用地逾期（县自然资源局，2023年11月20日到期）：手续未齐。",
    ]);
    assert.deepEqual(coordinate, ["1.开班：请定场地。"]);
    assert.deepEqual(next, ["1.开班（县人社局，12月20日前）。"]);
    // For who reads English the same sentences; what the ledger calls things stays.
    const english = ((await ask("one_page", { party: WEST, day: "2023-12-01" })).page?.sections ?? []).map(
      ({ heading_en, lines }) => [heading_en, ...lines.map((line) => line.map(({ en }) => en).join(""))],
    );
    assert.match(
      english[0]?.[1] ?? "",
      /^As of 30 November 2023: 7 projects of the year, CNY 16,495,000 in all, CNY 11,723,500 paid \(71.07%\); CNY 6,600,000 of aid received, CNY 1,000,000 on its way; 2 eastern people in post; /u,
    );
    assert.deepEqual(english[1], [
      "2. What lags",
      "1. firms landed and producing, new: 1, 50% done, far behind (县投资促进局): 一家在谈.",
      "2. 落实用地 overdue (县自然资源局, due 20 November 2023): 手续未齐.",
    ]);
    assert.deepEqual(english[3], ["4. Next month", "1. 开班 (县人社局, by 20 December 2023)."]);
    assert.doesNotMatch(english.flat().join(""), /[，。；：（）、]/u);
    // A number opens what makes it up to the month's end: the board's line where a ledger counts it, else what was reported.
    const pieces = async (day: string) =>
      ((await ask("one_page", { party: WEST, day })).page?.sections[0]?.lines ?? []).flat();
    const opened = async (day: string, word: RegExp) => (await pieces(day)).find((piece) => word.test(piece.text));
    const november = { party: WEST, year: 2023, month: 11, line: "west", code: "E1" } as const;
    const printed: string[] = [];
    for (const month of [3, 11]) {
      const piece = await opened(`2023-${month === 3 ? "03-31" : "11-30"}`, /劳动力就业/u);
      assert.deepEqual(piece?.figure, { ...november, month });
      const { count } = await counting.boardRows(KEEPER, { ...november, month });
      assert.match(piece?.text ?? "", new RegExp(`就业${count}人`, "u"), "what opens is what was counted");
      printed.push(String(count));
    }
    assert.notEqual(printed[0], printed[1], "up to March there are fewer");
    const [said] = rows.filter(({ record }) => record === "indicator_value");
    const line = await counting.board(KEEPER, { party: WEST, year: 2023, month: 11, line: "west" });
    const told = line.lines.find(({ code }) => code === "D1")?.reported;
    assert.deepEqual([told?.row?.id, told?.kind, told?.line], [said?.id, "reported", "west"]);
    assert.equal(line.lines.find(({ code }) => code === "D1")?.targetRow?.id, rows[0]?.id);
    // To the eastern office the western county's matters are not late, and its own are.
    const east = (await text(EAST, "2023-12-01")).flat().join();
    assert.match(east, /专柜进社区逾期/u);
    assert.doesNotMatch(east, /落实用地逾期/u);

    await t.desk.write(
      KEEPER,
      command(
        Array.from({ length: 30 }, (_, at) =>
          task(`第${at}项协作事项的落实情况说明`, {
            side: "west",
            owner_name: "县农业农村局",
            due: "2023-11-05",
            lag_cause: "手续正在办理，需要等待上级部门批复意见",
          }),
        ),
      ),
    );
    const long = await text(WEST, "2023-11-30");
    assert.ok(long.flat().join("").length <= 600);
    assert.match(long.flat().join(), /另有\d+项见明细/u);
    const { page } = await ask("one_page", {});
    assert.equal(page, null);
  });

  test("a board is made once, and anew when something was written", async () => {
    const boards = knownBoards(t.desk);
    const asked = { scope: PAIR, year: 2023, month: 11, line: "west" } as const;
    const first = await boards(KEEPER, asked, "2023-12-01");
    assert.equal(await boards(KEEPER, { ...asked }, "2023-12-01"), first);
    assert.notEqual(await boards({ ...KEEPER, name: "别人" }, asked, "2023-12-01"), first);
    await t.desk.write(
      KEEPER,
      command([created("party", NIL_SCOPE, newId(), { path: "四村", name: "四村", kind: "region" })]),
    );
    assert.notEqual(await boards(KEEPER, asked, "2023-12-01"), first);
  });

  test("工作台: what waits for the office, only own tasks; no number where a ledger holds nothing", async () => {
    const before = await ask("waiting", { day: "2023-12-01" });
    assert.equal(before.sheets, null);
    const own = { count: 0, compared: false, at: { scope: PAIR, year: 2023, month: 11, line: "west" } };
    assert.deepEqual(before.differences, own, "reported by this side; the other one has sent nothing");
    assert.equal(before.tasks?.own, true, "without an office: the side in whose line it reports, as 任务督办 knows it");
    const office = {
      id: newId(),
      name: "县办",
      kind: "cooperation",
      party: WEST,
      side: "west",
      place: null,
      maker_checker: false,
    } as const;
    const clerk: Actor = { ...KEEPER, account_id: newId(), role: "clerk", office };
    const value = (kind: string, to_date: string) =>
      created("indicator_value", PAIR, newId(), {
        indicator: "E1",
        year: 2023,
        month: 11,
        kind,
        to_date,
        unit: "人",
        line: "west",
        state: "submitted",
      });
    const collection = created("collection", WEST, newId(), { title: "11月月报", status: "collecting" });
    const sheet = (unit_name: string, status: string) =>
      created("collection_sheet", WEST, newId(), { collection: collection.id, unit_name, task_id: newId(), status });
    await t.desk.write(
      KEEPER,
      command([
        value("reported", "93"),
        value("other_side", "96"),
        collection,
        sheet("县人社局", "waiting"),
        sheet("县卫健局", "sent_back"),
        sheet("县教育局", "returned"),
        created("task", PAIR, newId(), {
          title: "延期的",
          origin: "manual",
          status: "deferred",
          side: "west",
          owner_name: "县教育局",
          due: "2023-11-25",
        }),
      ]),
    );
    const { tasks, sheets, differences, lagging } = await ask("waiting", { day: "2023-12-01" }, clerk);
    assert.deepEqual(sheets, { waiting: 1, returned: 1, sent_back: 1 });
    const november = { year: 2023, month: 11, line: "west" } as const;
    assert.deepEqual(differences, { count: 1, compared: true, at: { scope: PAIR, ...november } });
    assert.deepEqual(lagging, { count: 1, at: { party: WEST, ...november } });
    const { parties } = await ask("parties");
    const latest = Object.fromEntries(parties.map(({ id, latest }) => [id, latest]));
    assert.deepEqual(latest, { [EAST]: "2023-12", [WEST]: "2023-12", [OTHER_WEST]: null });
    // Years later, and for who has no office: the last month that has numbers, and it says which.
    const late = await ask("waiting", { day: "2026-11-22" });
    assert.deepEqual(late.lagging, { count: 1, at: { party: WEST, ...november } });
    assert.deepEqual(late.differences?.at, { scope: PAIR, ...november });
    // 落实用地, 没有单位的, 延期的 and the thirty; what falls due on 20 December and what the east owes are not among them.
    assert.equal(tasks?.count, 33);
    const conditions = (tasks?.rows.conditions ?? []).map(
      ([field, is, ...values]) => ({ field, is, values }) as Condition,
    );
    assert.equal((await t.desk.list(KEEPER, "task", { conditions, limit: 100 })).rows.length, 33);
  });

  test("总览、一页纸、结对关系 as of a past day: what was recorded by its end, in figures that open the rows of that day", async () => {
    const asked = { party: WEST, year: 2023 };
    const today = await ask("overview", asked);
    await t.desk.database.query("update change set at = at - interval '2 days'");
    const day = (ago: number) => new Date(Date.now() + (8 - 24 * ago) * 3_600_000).toISOString().slice(0, 10);
    // What is entered, changed and taken away after the day is not of it.
    const [plant] = (await t.desk.list(KEEPER, "project", { filter: { name: "加工厂" } })).rows;
    const [job] = (await t.desk.list(KEEPER, "sale", { filter: { mode: "purchase" } })).rows;
    if (plant === undefined || job === undefined) throw new Error("no rows");
    await t.desk.write(
      KEEPER,
      command([
        created("project", PAIR, newId(), { name: "新的", kind: "village", plan_year: 2023, stage: "planned" }),
        created("pairing", PAIR, newId(), {
          label: "新结对",
          east: EAST,
          west: WEST,
          east_type: "school",
          west_type: "school",
        }),
        {
          op: "change",
          record: "project",
          scope_id: PAIR,
          id: plant.id,
          version: plant.version,
          values: { paid: "100" },
        },
        { op: "remove", record: "sale", scope_id: PAIR, id: job.id, version: job.version },
      ]),
    );
    const steps: string[] = [];
    const then = await reports.report(KEEPER, "overview", { ...asked, as_of: day(1) }, (done, of) =>
      steps.push(`${done}/${of}`),
    );
    const figures = ({ money, stages, talent, jobs, sales, years }: Overview) => [
      ...[money.kinds.map(({ kind, projects, paid }) => [kind, projects, paid]), stages.map(({ count }) => count)],
      ...[talent.map(({ people }) => people), jobs.map(({ people }) => people), years],
      sales.map(({ purchase, assisted }) => [purchase, assisted]),
    ];
    assert.deepEqual(figures(then), figures(today));
    assert.notDeepEqual(figures(await ask("overview", asked)), figures(today));
    assert.ok(steps.length > 2 && steps.at(-1)?.split("/")[0] === steps.at(-1)?.split("/")[1], steps.join(" "));
    // Every figure opens the rows of that day, of the party's pairs.
    const rowsOf = async ({ record, conditions = [], as_of, scopes }: RowsOf) => {
      const asIs = conditions.map(([field, is, ...values]) => ({ field, is, values }) as Condition);
      const more = { ...(as_of === undefined ? {} : { asOf: as_of }), ...(scopes === undefined ? {} : { scopes }) };
      return (await t.desk.list(KEEPER, record, { conditions: asIs, limit: 100, ...more })).rows;
    };
    for (const { rows, projects } of then.money.kinds) assert.equal((await rowsOf(rows)).length, projects);
    for (const { purchase_rows } of then.sales) assert.deepEqual((await rowsOf(purchase_rows)).length, 1);
    assert.equal((await rowsOf(then.rows.projects)).length, 7);
    const sold = (await rowsOf(then.rows.sales)).map(({ values }) => BigInt(String(values.amount)));
    assert.equal(
      String(sold.reduce((a, b) => a + b, 0n)),
      String(30_500_000n),
      "what was removed is there, what is not counted is not",
    );
    // Before anything was recorded there is nothing, and nothing breaks.
    const before = await ask("overview", { ...asked, as_of: day(9) });
    assert.deepEqual([before.money.kinds, before.jobs, before.sales, before.pairs], [[], [], [], []]);
    const page = async (as_of?: string) =>
      (await ask("one_page", { party: WEST, day: "2023-11-30", ...(as_of === undefined ? {} : { as_of }) })).page;
    const overall = (made: OnePageText | null) => (made?.sections[0]?.lines ?? []).flat();
    const words = (made: OnePageText | null) =>
      overall(made)
        .map(({ text }) => text)
        .join("");
    const [past, now] = [await page(day(1)), await page()];
    assert.match(words(past), /本年度项目7个、总投资1,649.5万元，已支付1,172.35万元/u);
    assert.match(words(now), /本年度项目8个、总投资1,649.5万元，已支付212.35万元/u);
    assert.deepEqual([past?.as_of, now?.as_of], [day(1), null]);
    const figure = overall(past).find(({ rows }) => rows?.record === "project")?.rows;
    assert.equal(figure === undefined ? 0 : (await rowsOf(figure)).length, 7);
    const links = async (as_of?: string) =>
      (await ask("network", { party: WEST, ...(as_of === undefined ? {} : { as_of }) })).total.links;
    assert.deepEqual([await links(day(1)), await links()], [3, 4]);
    const invalid = (error: unknown) => error instanceof LedgerError && error.code === "QUERY_INVALID";
    await assert.rejects(ask("overview", { as_of: "2023-02-30" }), invalid);
  });
});
