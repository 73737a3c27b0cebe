import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { indicators, NIL_SCOPE } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Values } from "../command.js";
import { definingDesk } from "../defining/defining.js";
import type { Desk } from "../desk.js";
import { indicatorQueries } from "../indicators/index.js";
import { registerDesk } from "../registering/register.js";
import { command, KEEPER, newId } from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { trialDesk } from "../trial/trial-desk.js";
import {
  formValues,
  jobs,
  parties,
  QINGXI,
  QINGXI_PAIR,
  row,
  SHIKAN,
  SHIKAN_PAIR,
  sales,
  targets,
  WANGCHAO,
  wan,
} from "../trial/trial-year.js";
import { board } from "./board.js";
import { boardRows } from "./board-rows.js";
import type { BoardLine, BoardQuery } from "./counting-desk.js";
import { frameChoices } from "./frame.js";
import { indicatorYears } from "./indicator-years.js";
import { freshenRollups, rollupDifferences } from "./rebuild-rollups.js";

/** So many days ago in Beijing. */
function dayBefore(days = 1): string {
  return new Date(Date.now() - days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
}

eachDatabase("boards of indicators", (trial) => {
  let desk: Desk;
  const write = (changes: Parameters<typeof command>[0], actor: Actor = KEEPER) => desk.write(actor, command(changes));
  const november = { year: 2023, month: 11, line: "west" } as const;
  const lines = async (query: Partial<BoardQuery>) => {
    const found = await board(desk, KEEPER, { ...november, ...query });
    return new Map(found.lines.map((line) => [line.code, line]));
  };
  const toDates = async (query: Partial<BoardQuery>, ...codes: readonly string[]) => {
    const found = await lines(query);
    return codes.map((code) => found.get(code)?.ledger?.toDate ?? null);
  };
  const rollupsAreTrue = async () => assert.deepEqual(await rollupDifferences(desk.database, desk.records), []);

  let close: () => Promise<void>;

  before(async () => {
    const made = await trialDesk(trial.config);
    close = () => made.store.close();
    desk = made.desk;
    await write(parties);
  });
  after(() => close());

  test("东4: one trip to two counties is one 批次 for the district, one for each county; each has its joint meeting", async () => {
    const happening_id = newId();
    const visit = {
      happening_id,
      name: "望潮区代表团",
      direction: "east_to_west",
      start_date: "2023-05-09",
      headcount: 12,
    };
    const meeting = (start_date: string) => ({
      happening_id: newId(),
      name: "党政联席会议",
      type: "joint",
      start_date,
    });
    await write([
      row("visit", visit, SHIKAN_PAIR),
      row("visit", visit, QINGXI_PAIR),
      row("meeting", meeting("2023-05-09"), SHIKAN_PAIR),
      row("meeting", meeting("2023-05-10"), QINGXI_PAIR),
      row("meeting", { ...meeting("2023-05-10"), type: "symposium", name: "座谈会" }, QINGXI_PAIR),
      // Three more to and from 石坎县 (L5): 8 and 15 people there, 10 back.
      ...[8, 15, 10].map((headcount, at) =>
        row("visit", {
          happening_id: newId(),
          name: "互访",
          direction: at === 2 ? "west_to_east" : "east_to_west",
          start_date: `2023-0${6 + at}-01`,
          headcount,
        }),
      ),
    ]);
    assert.deepEqual(await toDates({ scope: SHIKAN_PAIR }, "A4", "A4a", "A3"), ["4", "45", "1"]);
    assert.deepEqual(await toDates({ party: SHIKAN }, "A4", "A3"), ["4", "1"]);
    assert.deepEqual(await toDates({ party: QINGXI }, "A4", "A4a", "A3"), ["1", "12", "1"]);
    assert.deepEqual(
      await toDates({ party: WANGCHAO }, "A4", "A4a", "A3"),
      ["4", "45", "2"],
      "never twice for the district",
    );
    await rollupsAreTrue();
  });

  test("a headcount that was not registered is missing, not 0", async () => {
    await write([
      row(
        "visit",
        { happening_id: newId(), name: "对接", direction: "east_to_west", start_date: "2023-09-03" },
        QINGXI_PAIR,
      ),
    ]);
    const people = (await lines({ scope: QINGXI_PAIR })).get("A4a")?.ledger;
    assert.deepEqual([people?.toDate, people?.rows, people?.missing], ["12", 2, 1]);
  });

  test("L3: 93 people and 96 jobs, 73 relieved or monitored, 38/41/14 by the longest job", async () => {
    await write(jobs());
    const [people, relieved, east, local, other, times] = await toDates(
      { scope: SHIKAN_PAIR },
      "E1",
      "E1r",
      "E1a",
      "E1b",
      "E1c",
      "E1d",
    );
    assert.deepEqual([people, relieved, east, local, other, times], ["93", "73", "38", "41", "14", "96"]);
    const found = (await lines({ scope: SHIKAN_PAIR })).get("E1")?.ledger;
    assert.deepEqual([found?.thisMonth, found?.exact], ["5", true], "领7: five more than in October");
    assert.equal((await lines({ scope: SHIKAN_PAIR, month: 10 })).get("E1")?.ledger?.toDate, "88");
    await rollupsAreTrue();
  });

  test("a person of two counties is one for the district only when asked exactly; until then the sum says 未去重", async () => {
    await write(
      [7, 8].map((person) =>
        row(
          "labour_record",
          { year: 2023, person_key: `p00${person}`, destination: "other", months: "3", started: "2023-03-01" },
          QINGXI_PAIR,
        ),
      ),
    );
    const summed = (await lines({ party: WANGCHAO })).get("E1")?.ledger;
    assert.deepEqual([summed?.toDate, summed?.exact], ["95", false]);
    const exact = (await lines({ party: WANGCHAO, exact: true })).get("E1")?.ledger;
    assert.deepEqual([exact?.toDate, exact?.exact], ["93", true]);
    const province = (await lines({ region: "980000" })).get("E1")?.ledger;
    assert.equal(province?.toDate, "95");
  });

  test("a changed job moves its person; a removed one takes him away; the roll-up follows both", async () => {
    const { rows } = await desk.list(KEEPER, "labour_record", { scope: SHIKAN_PAIR, limit: 500 });
    const of = (key: string) => rows.filter(({ values }) => values.person_key === key);
    const [first] = of("p001");
    const [second] = of("p002");
    assert.ok(first && second);
    await write([
      {
        op: "change",
        record: "labour_record",
        scope_id: SHIKAN_PAIR,
        id: first.id,
        version: first.version,
        values: { destination: "other" },
      },
      { op: "remove", record: "labour_record", scope_id: SHIKAN_PAIR, id: second.id, version: second.version },
    ]);
    assert.deepEqual(await toDates({ scope: SHIKAN_PAIR }, "E1", "E1a", "E1c"), ["92", "36", "15"]);
    await rollupsAreTrue();
    const changed = await desk.get(KEEPER, "labour_record", SHIKAN_PAIR, first.id);
    await write([
      {
        op: "change",
        record: "labour_record",
        scope_id: SHIKAN_PAIR,
        id: first.id,
        version: changed?.version ?? "",
        values: { destination: "east" },
      },
      row("labour_record", second.values, SHIKAN_PAIR),
    ]);
    assert.deepEqual(await toDates({ scope: SHIKAN_PAIR }, "E1", "E1a", "E1c"), ["93", "38", "14"]);
    await rollupsAreTrue();
  });

  test("L6 and 考2: 1,598.15 is 65 rows; the two left out stand beside with their reasons", async () => {
    await write(sales(true));
    const query = { ...november, scope: SHIKAN_PAIR, code: "F1" };
    const behind = await boardRows(desk, KEEPER, query);
    assert.deepEqual([behind.count, behind.total], [65, "1598.15"]);
    assert.deepEqual(behind.excluded.map(({ reason }) => reason).sort(), ["上年发票", "重复票"]);
    const all = [behind, await boardRows(desk, KEEPER, { ...query, limit: 40 })];
    const rest = await boardRows(desk, KEEPER, { ...query, limit: 40, after: all[1]?.next ?? "" });
    assert.deepEqual([all[1]?.rows.length, rest.rows.length, rest.next], [40, 25, null]);
    const [toDate, bought, sold] = await toDates({ scope: SHIKAN_PAIR }, "F1", "F1a", "F1b");
    assert.equal(toDate, "1598.15");
    assert.equal(Number(bought) + Number(sold), 1598.15);
    assert.equal(
      (await lines({ scope: SHIKAN_PAIR })).get("F1")?.ledger?.thisMonth,
      "127.4",
      "领7: +127.40 by the ledger",
    );
    await rollupsAreTrue();
  });

  test("领6: 93 opens 93 rows of people, each a row of the ledger", async () => {
    const { count, rows, next } = await boardRows(desk, KEEPER, {
      ...november,
      scope: SHIKAN_PAIR,
      code: "E1",
      limit: 500,
    });
    assert.deepEqual([count, rows.length, next], [93, 93, null]);
    assert.equal(rows[0]?.row.record, "labour_record");
    const october = await boardRows(desk, KEEPER, { ...november, scope: SHIKAN_PAIR, code: "E1", only: "month" });
    assert.equal(october.count, 5);
  });

  test("东2 and 考5: 100 sent on 11-28 are under way on 11-30, arrived by 12-15; the district's line counts what was sent", async () => {
    const source = (giver_name: string, giver_level: string) => {
      const id = newId();
      return {
        id,
        change: row("fund_source", { giver_name, giver_level, kind: "fiscal", year: 2023 }, SHIKAN_PAIR, id),
      };
    };
    const tranche = (of: string, step: string, on: string, amount: string) =>
      row("fund_tranche", { source: of, step, on, amount: wan(amount) });
    const [province, district] = [source("甲省财政厅", "province"), source("望潮区财政局", "county")];
    await write([
      province.change,
      district.change,
      tranche(province.id, "sent", "2023-03-20", "1900.50"),
      tranche(province.id, "received", "2023-04-02", "1900.50"),
      tranche(district.id, "sent", "2023-05-11", "660"),
      tranche(district.id, "received", "2023-05-20", "660"),
      tranche(district.id, "sent", "2023-11-28", "100"),
      tranche(district.id, "received", "2023-12-04", "100"),
    ]);
    assert.deepEqual(await toDates({ scope: SHIKAN_PAIR }, "B1", "B1a", "B1b", "B1c"), [
      "2560.5",
      "1900.5",
      "660",
      "100",
    ]);
    assert.deepEqual(await toDates({ scope: SHIKAN_PAIR, line: "east" }, "B1", "B1b"), ["2660.5", "760"]);
    assert.deepEqual(await toDates({ scope: SHIKAN_PAIR, month: 12 }, "B1", "B1b", "B1c"), ["2660.5", "760", "0"]);
    assert.deepEqual(await toDates({ scope: SHIKAN_PAIR, month: 12, until: "2023-12-03" }, "B1b", "B1c"), [
      "660",
      "100",
    ]);
    assert.deepEqual(await toDates({ scope: SHIKAN_PAIR, month: 12, until: "2023-12-15" }, "B1b", "B1c"), ["760", "0"]);
    await rollupsAreTrue();
  });

  test("领3: 2,500.95 over 3,075.50 is 81.32 %; without sources of payments the fund's rate is none", async () => {
    const project = (name: string, total: string, paid: string | null, kind: string) =>
      row("project", {
        name,
        plan_year: 2023,
        total: wan(total),
        kind,
        started: "2023-04",
        ...(paid === null ? {} : { paid: wan(paid) }),
      });
    await write([
      project("辣椒加工厂二期", "1200", "960", "industry"),
      project("蔬菜育苗基地", "450", "450", "industry"),
      project("食用菌大棚", "380.5", "212.35", "industry"),
      project("第二中学教学楼", "860", "760", "village"),
      project("福泉村卫生服务站", "65", null, "village"),
      project("稳岗补贴", "120", "118.6", "labour"),
    ]);
    const found = await lines({ scope: SHIKAN_PAIR });
    assert.equal(found.get("B5b")?.rate?.percent, "81.32");
    assert.deepEqual([found.get("B5b")?.rate?.numerator, found.get("B5b")?.rate?.denominator], ["2500.95", "3075.5"]);
    assert.equal(found.get("B5e")?.ledger?.missing, 1, "“/” is not 0");
    assert.equal(found.get("B5a")?.rate, null, "—: 支付未按来源登记");
    assert.deepEqual([found.get("B7")?.ledger?.toDate, found.get("B7a")?.ledger?.toDate], ["6", "6"]);
    assert.equal((await lines({ party: WANGCHAO })).get("B4")?.toDate, "1280.25", "县均 over two counties");
  });

  test("东5: 约1610万元 said of the counties together stands beside the district's number and in no county", async () => {
    await write([
      row(
        "reported_figure",
        {
          of: "结对帮扶资金",
          printed: "约1610万元",
          value: "1610",
          unit: "万元",
          measure: "money",
          approx: "约",
          reported_on: "2023-12-21",
        },
        WANGCHAO,
      ),
    ]);
    const district = (await lines({ party: WANGCHAO })).get("B2");
    assert.deepEqual(
      district?.said.map(({ printed }) => printed),
      ["约1610万元"],
    );
    assert.equal(district?.ledger, null);
    for (const query of [{ scope: SHIKAN_PAIR }, { party: SHIKAN }])
      assert.deepEqual((await lines(query)).get("B2")?.said, []);
  });

  test("西5: the November form lags in four lines, two red and two yellow, and says that 145 + 15 is not 155", async () => {
    await write([...targets, ...formValues(10), ...formValues(11)]);
    const found = await lines({ scope: SHIKAN_PAIR });
    const lagging = [...found.values()].filter(({ pace }) => pace?.state === "behind" || pace?.state === "far_behind");
    assert.deepEqual(
      lagging.map(({ code, pace, rate }) => [code, pace?.state, rate?.percent]),
      [
        ["B3a", "behind", "79.00"],
        ["D1", "far_behind", "50.00"],
        ["D2", "far_behind", "76.00"],
        ["D3", "behind", "84.00"],
      ],
    );
    assert.equal(found.get("B2")?.pace?.expected, "91.67");
    const warned = [...found.values()].filter(({ warnings }) => warnings.length > 0);
    assert.deepEqual(
      warned.map(({ code, warnings }) => [code, warnings[0]?.code]),
      [["B2", "cumulative_differs"]],
    );
    const labour = found.get("E1") as BoardLine;
    assert.deepEqual(
      [labour.source, labour.toDate, labour.ledger?.toDate, labour.rate?.percent],
      ["reported", "93", "93", "103.33"],
    );
  });

  test("C1: three in the year, two in post on the day; 26 specialists in 29 postings", async () => {
    const posting = (person_name: string, category: string, started: string, ended: string | null, more = {}) =>
      row("talent_posting", {
        person_name,
        direction: "east_to_west",
        category,
        status: ended === null ? "on_duty" : "completed",
        started,
        ended,
        ...more,
      });
    await write([
      posting("吴一", "cadre", "2021-07", "2023-06"),
      posting("吴二", "cadre", "2023-06", null),
      posting("吴三", "cadre", "2023-01", null),
      posting("西一", "cadre", "2023-02", null, { direction: "west_to_east" }),
      ...Array.from({ length: 26 }, (_, at) => posting(`医${at}`, "specialist", "2023-01", at < 3 ? "2023-07" : null)),
      ...[0, 1, 2].map((at) => posting(`医${at}`, "specialist", "2023-08", null, { extended: true })),
      ...[1, 2, 3, 4].map((at) => posting(`跟${at}`, "shadowing", "2023-03", "2023-04", { direction: "west_to_east" })),
    ]);
    assert.deepEqual(await toDates({ scope: SHIKAN_PAIR }, "C1", "C1a", "C2", "C3", "C3a", "C5a"), [
      "3",
      "2",
      "1",
      "26",
      "29",
      "4",
    ]);
    assert.deepEqual(await toDates({ scope: SHIKAN_PAIR, month: 5 }, "C1", "C1a"), ["2", "2"]);
    await rollupsAreTrue();
  });

  test("G1: pairings that hold on the day, and the units of both sides apart", async () => {
    const unit = (name: string) => {
      const id = newId();
      return {
        id,
        change: row("party", { path: name, name, kind: "organisation" }, "00000000-0000-0000-0000-000000000000", id),
      };
    };
    const [town, school, east, west] = [unit("潮音街道"), unit("望潮一小"), unit("平坝镇"), unit("平坝小学")];
    await write([town, school, east, west].map(({ change }) => change));
    const pairing = (one: string, other: string, type: string, began: string, until: string | null) =>
      row("pairing", {
        label: `${type} ${began}`,
        east: one,
        west: other,
        east_type: type,
        west_type: type,
        began,
        until,
      });
    await write([
      pairing(town.id, east.id, "township", "2021", null),
      pairing(school.id, west.id, "school", "2022-06", null),
      pairing(town.id, west.id, "school", "2021", "2023-06-30"),
    ]);
    assert.deepEqual(await toDates({ scope: SHIKAN_PAIR }, "G1", "G1a", "G1c"), ["2", "1", "1"]);
    assert.deepEqual(await toDates({ scope: SHIKAN_PAIR, month: 6 }, "G1"), ["3"]);
    const { sides, count } = await boardRows(desk, KEEPER, { ...november, month: 6, scope: SHIKAN_PAIR, code: "G1" });
    assert.deepEqual([sides, count], [{ east: 2, west: 2 }, 3]);
    const now = await boardRows(desk, KEEPER, { ...november, scope: SHIKAN_PAIR, code: "G1" });
    assert.equal(now.count, 2, "what ended is not behind the number any more");
  });

  test("考8: 2022 counts 人次 and 2023 人: the line of 就业 breaks between them, and both rules are told", async () => {
    await write(
      ["q1", "q2", "q2"].map((person_key, at) =>
        row("labour_record", {
          ...{ year: 2022, person_key, months: "5", started: "2022-04" },
          destination: at === 2 ? "local" : "east",
        }),
      ),
    );
    await rollupsAreTrue();
    const points = await indicatorYears(desk, KEEPER, { ...november, scope: SHIKAN_PAIR, code: "E1" });
    assert.deepEqual(
      points.map(({ year, value, unit, breaks, version }) => [year, value, unit, breaks, version]),
      [
        [2022, "3", "人次", false, 1],
        [2023, "93", "人", true, 2],
      ],
    );
    assert.match(points.map(({ rule }) => rule?.zh).join(), /按人次计.*按人计/);
    const then = { scope: SHIKAN_PAIR, year: 2022 };
    assert.deepEqual(await toDates(then, "E1", "E1a", "E1b"), ["3", "2", "1"], "each job by its own place");
    assert.equal((await boardRows(desk, KEEPER, { ...november, ...then, code: "E1" })).count, 3);
    assert.deepEqual((await lines({ scope: SHIKAN_PAIR })).get("E1")?.lastYear, { toDate: "3", breaks: true });
  });

  test("as of a past day the board is what the ledger said then", async () => {
    const { rows } = await desk.list(KEEPER, "sale", { scope: SHIKAN_PAIR, limit: 500 });
    const back = rows.find(({ values }) => String(values.note ?? "").includes("退货"));
    assert.ok(back);
    // What was recorded until now was recorded yesterday; the correction comes today.
    await desk.database.query("update change set at = at - interval '1 day'");
    await write([{ op: "remove", record: "sale", scope_id: SHIKAN_PAIR, id: back.id, version: back.version }]);
    const day = dayBefore();
    const done: string[] = [];
    const then = await board(desk, KEEPER, { ...november, scope: SHIKAN_PAIR, asOf: day }, (at, of) =>
      done.push(`${at}/${of}`),
    );
    const of = (found: typeof then, code: string) => found.lines.find((line) => line.code === code)?.ledger?.toDate;
    assert.equal(of(then, "F1"), "1598.15");
    assert.ok(done.length > 1 && done.every((said, at) => said === `${at + 1}/${done.length}`), done.join(" "));
    assert.equal((await toDates({ scope: SHIKAN_PAIR }, "F1"))[0], "1600.75");
    for (const code of ["A3", "A4", "B1", "C3", "E1", "E1a", "G1"])
      assert.equal(of(then, code), (await lines({ scope: SHIKAN_PAIR })).get(code)?.ledger?.toDate, code);
    const rowsThen = await boardRows(desk, KEEPER, { ...november, scope: SHIKAN_PAIR, code: "F1", asOf: day });
    assert.deepEqual([rowsThen.count, rowsThen.total, rowsThen.excluded.length], [65, "1598.15", 2]);
    const sides = async (asOf: string) =>
      (await boardRows(desk, KEEPER, { ...november, scope: SHIKAN_PAIR, code: "G1", asOf })).sides;
    assert.deepEqual([(await sides(day))?.east !== 0, await sides("2020-01-01")], [true, { east: 0, west: 0 }]);
    const saidOf = async (asOf: string) =>
      (await board(desk, KEEPER, { ...november, party: WANGCHAO, asOf })).lines.flatMap(({ said }) => said).length;
    assert.deepEqual([(await saidOf(day)) > 0, await saidOf("2020-01-01")], [true, 0]);
    const long = await board(desk, KEEPER, { ...november, scope: SHIKAN_PAIR, asOf: "2020-01-01" });
    assert.equal(of(long, "F1"), undefined);
  });

  test("who keeps one county sees its boards alone; a bureau sees the lines of its branch", async () => {
    const county: Actor = { ...KEEPER, role: "clerk", scopes: [SHIKAN_PAIR, SHIKAN] };
    await assert.rejects(board(desk, county, { ...november, scope: QINGXI_PAIR }), { code: "FRAME_UNKNOWN" });
    assert.equal((await board(desk, county, { ...november, party: WANGCHAO })).pairs, 1);
    assert.deepEqual(
      (await frameChoices(desk, county)).map(({ kind, title }) => [kind, title]),
      [
        ["pair", "望潮区—石坎县"],
        ["party", "望潮区"],
        ["party", "石坎县"],
      ],
    );
    const bureau: Actor = { ...county, records: ["labour_record"] };
    const found = new Map(
      (await board(desk, bureau, { ...november, scope: SHIKAN_PAIR })).lines.map((line) => [line.code, line]),
    );
    assert.deepEqual(
      [found.get("E1")?.ledger?.toDate, found.get("F1")?.ledger, found.get("F1")?.counted],
      ["93", null, false],
    );
    await assert.rejects(boardRows(desk, bureau, { ...november, scope: SHIKAN_PAIR, code: "F1" }), {
      code: "INDICATOR_NO_LEDGER",
    });
  });

  test("the choice of boards has the pairs, the district, and the province of both counties", async () => {
    const titles = (await frameChoices(desk, KEEPER)).map(({ kind, title, pairs }) => `${kind} ${title} ${pairs}`);
    const latest = new Map((await frameChoices(desk, KEEPER)).map((choice) => [choice.title, choice.latest]));
    assert.deepEqual(
      [latest.get("石坎县"), latest.get("清溪县")],
      [202312, 202309],
      "the month that a page opens with",
    );
    assert.deepEqual(titles.sort(), [
      "pair 望潮区—清溪县 1",
      "pair 望潮区—石坎县 1",
      "party 望潮区 2",
      "party 清溪县 1",
      "party 石坎县 1",
      "region 980000 2",
      "region 980100 2",
    ]);
  });

  test("D2, E3, E3a, E4, F2, H2 and the parts of C4, D5, D6, H3 are counted from ledgers, each by its own rule", async () => {
    for (const { code, kind } of indicators)
      assert.equal(
        indicatorQueries.some(({ codes }) => codes.includes(code)),
        kind !== "rate",
        code,
      );
    const firm = newId();
    const arrival = (arrived_on: string, amount: string) =>
      row("investment_arrival", { investment: firm, arrived_on, amount: wan(amount) });
    const pupil = (entered_on: string, identity: string, more = {}) =>
      row("enrolment", { school: "临海职业学校", entered_on, identity, ...more });
    const team = (person_name: string, field: string, receiving_unit: string) =>
      row("talent_posting", {
        ...{ person_name, field, receiving_unit, group_style: true, category: "specialist", direction: "east_to_west" },
        ...{ status: "on_duty", started: "2024-03" },
      });
    await write([
      row(
        "investment",
        { east_firm: "望潮海润食品有限公司", status: "in_production", arrived_amount: wan("900") },
        SHIKAN_PAIR,
        firm,
      ),
      arrival("2023-12-20", "300"),
      arrival("2024-03-05", "200.5"),
      arrival("2024-11", "99.5"),
      row("labour_station", { name: "望潮站", side: "east", set_up_on: "2022-04" }),
      row("labour_station", { name: "平坝站", side: "west", set_up_on: "2023-05", closed_on: "2024-06-30" }),
      row("labour_brand", { name: "石坎月嫂", certified_on: "2024-02-01" }),
      pupil("2024-09-01", "relieved", { student_name: "甲生" }),
      pupil("2024-09-01", "monitored", { students: 6 }),
      pupil("2024-09-01", "general", { students: 9 }),
      pupil("2024-08-25", "relieved", { students: 5 }),
      row("sales_point", { name: "临海专馆", kind: "hall", opened_on: "2023-01" }),
      row("sales_point", { name: "区机关专柜", kind: "counter", opened_on: "2024-10" }),
      row("project", {
        name: "安置区配套",
        plan_year: 2024,
        support_focus: ["resettlement"],
        coop_county: wan("80"),
        people: 420,
      }),
      row("project", { name: "重点县路灯", plan_year: 2024, support_focus: ["key_county", "resettlement"] }),
      row("project", { name: "其他", plan_year: 2024, coop_county: wan("10"), people: 30 }),
      team("师一", "education", "石坎县民族中学"),
      team("师二", "education", "石坎县民族中学"),
      team("医一", "health", "石坎县医院"),
      row("park", {
        name: "共建园",
        co_built_since: "2022-06",
        approval_no: "云发〔2022〕9号",
        invested: wan("1200"),
        jobs: 88,
        relieved_jobs: 30,
      }),
      row("workshop", { name: "编织车间", status: "normal", certified_on: "2023-02", jobs: 20, relieved_jobs: 12 }),
    ]);
    const at = (month: number, ...codes: readonly string[]) =>
      toDates({ scope: SHIKAN_PAIR, year: 2024, month }, ...codes);
    assert.deepEqual(await at(11, "D2", "E3", "E3a", "E4", "F2"), ["300", "1", "1", "7", "2"]);
    assert.deepEqual(await at(5, "D2", "E3", "E3a", "F2"), ["200.5", "2", "1", "1"]);
    assert.deepEqual(
      await toDates({ scope: SHIKAN_PAIR, month: 12 }, "D2"),
      ["300"],
      "a year's own arrivals, not the firm's whole sum",
    );
    assert.deepEqual(await at(11, "C4", "C4a", "C4b"), ["3", "1", "1"]);
    assert.deepEqual(await at(11, "D5a", "D5b", "D5c", "D6", "D6a", "D6b"), ["1200", "88", "30", "1", "20", "12"]);
    assert.deepEqual(await at(11, "H2", "H2a", "H3a"), ["2", "80", "450"]);
    assert.equal(
      (await lines({ scope: SHIKAN_PAIR, year: 2024 })).get("H2a")?.ledger?.missing,
      1,
      "a sum not filled in is not 0",
    );
    const behind = await boardRows(desk, KEEPER, { ...november, year: 2024, scope: SHIKAN_PAIR, code: "D2" });
    assert.deepEqual(
      behind.rows.map((one) => one.amount),
      ["99.5", "200.5"],
    );
    await rollupsAreTrue();
  });

  test("前6: signed is D7 and no more; a sum that the contract does not print is 未填; producing makes D1 one more", async () => {
    const on = { scope: QINGXI_PAIR, year: 2023 };
    const counts = () => toDates(on, "D1", "D2", "D7", "D7a");
    const firm = (name: string, values: object) => row("investment", { east_firm: name, ...values }, QINGXI_PAIR);
    await write([firm("望潮制衣", { status: "in_production", in_production_on: "2023-04-01" })]);
    const made = await registerDesk(desk).createRow(KEEPER, "investment", {
      ...{ scope_id: QINGXI_PAIR, values: { east_firm: "望潮冷链" }, command_id: newId(), reason: "线索" },
    });
    let { row: lead } = made;
    const step = async (to: string, values: Values = {}) => {
      const given = { to, version: lead.version, values, command_id: newId(), reason: "" };
      ({ row: lead } = await registerDesk(desk).stepRow(KEEPER, "investment", QINGXI_PAIR, lead.id, given));
    };
    assert.equal(lead.values.status, "lead");
    const before = await counts();
    await step("inspected");
    assert.deepEqual(await counts(), before, "a lead and a look count nothing");
    await step("signed", { signed_on: "2023-10-08" });
    const after = await lines(on);
    assert.deepEqual(
      [
        after.get("D1")?.ledger?.toDate,
        after.get("D2")?.ledger,
        Number(after.get("D7")?.ledger?.toDate) - Number(before[2]),
      ],
      ["1", null, 1],
    );
    assert.ok((after.get("D7a")?.ledger?.missing ?? 0) > 0, "协议额未填, not 0");
    await step("registered");
    await step("in_production", { in_production_on: "2023-11-20" });
    assert.deepEqual((await counts()).slice(0, 2), ["2", null]);
    await rollupsAreTrue();
  });

  test("领7: against October E1 has 5 more and F1 as reported 130, beside 127.40 of the ledger", async () => {
    const found = await lines({ scope: SHIKAN_PAIR });
    const of = (code: string) => [found.get(code)?.lastMonth?.toDate, found.get(code)?.lastMonth?.change];
    assert.deepEqual(of("E1"), ["88.00", "5"]);
    assert.deepEqual(of("F1"), ["1502.40", "130"]);
    assert.equal(found.get("F1")?.ledger?.thisMonth, "130", "the return was taken out above");
    assert.equal((await lines({ scope: SHIKAN_PAIR, month: 1 })).get("F1")?.lastMonth, null);
  });

  test("口径: a window, a unit, the pace are set by year; numbers follow, and their line breaks where they do not continue", async () => {
    const sets = definingDesk(desk);
    const why = { version: null, reason: "望潮区2023年消费协作办法" };
    const shown = async (code: string, year = 2023) =>
      (await sets.indicatorSet(KEEPER, year)).indicators.find((one) => one.code === code);
    const sold = await shown("F1");
    assert.deepEqual(
      [sold?.days, sold?.cut_off, sold?.basis, sold?.version],
      [{ from: "2023-01-01", to: "2023-12-31" }, "11-30", "found", null],
    );
    assert.ok(sold);
    const { unit, measure, rule, evidence, window } = sold;
    const given = { window, cut_off: "09-20", unit, measure, rule, evidence, ...why };
    const wanzhou = { start: { years: -1, day: "10-01" }, end: { years: 0, day: "09-20" } } as const;
    await sets.setIndicator(KEEPER, 2023, "F1", { ...given, command_id: newId() });
    assert.equal((await shown("F1"))?.number, 1, "another cut-off draws no break");
    const version = (await shown("F1"))?.version ?? null;
    const setWindow = { ...given, version, window: wanzhou, command_id: newId() };
    await sets.setIndicator(KEEPER, 2023, "F1", setWindow);
    await sets.setIndicator(KEEPER, 2023, "F1", setWindow);
    const changed = await shown("F1");
    assert.deepEqual(
      [changed?.number, changed?.days.from, changed?.basis, changed?.changed_by],
      [2, "2022-10-01", "office", KEEPER.name],
    );
    assert.equal(changed?.delivered?.cutOff, "11-30");
    assert.deepEqual(await toDates({ scope: SHIKAN_PAIR }, "F1"), ["1235.9"]);
    // Yesterday's board is counted by yesterday's window, the rows behind it too, and says that it is another one.
    const past = { ...november, scope: SHIKAN_PAIR, asOf: dayBefore() };
    const yesterday = await board(desk, KEEPER, past);
    const sales = yesterday.lines.find((one) => one.code === "F1")?.ledger;
    assert.equal(sales?.toDate, "1598.15");
    assert.equal((await boardRows(desk, KEEPER, { ...past, code: "F1" })).total, "1598.15");
    assert.deepEqual(yesterday.edition, { set_at: null, set_by: null, differs: ["F1"], pace_differs: false });
    assert.equal((await board(desk, KEEPER, { ...november, scope: SHIKAN_PAIR })).edition, null);
    const today = await board(desk, KEEPER, { ...past, asOf: dayBefore(0) });
    assert.equal(today.lines.find((one) => one.code === "F1")?.ledger?.toDate, "1235.9");
    assert.deepEqual([today.edition?.set_by, today.edition?.differs], [KEEPER.name, []]);
    assert.deepEqual(
      await toDates({ scope: SHIKAN_PAIR, year: 2024 }, "F1"),
      ["364.85"],
      "sales of October and November are 2024's",
    );
    await rollupsAreTrue();
    await assert.rejects(sets.setIndicator(KEEPER, 2023, "F1", { ...given, command_id: newId() }), {
      code: "ROW_EXISTS",
    });
    await sets.resetIndicator(KEEPER, 2023, "F1", { ...why, version: changed?.version ?? "", command_id: newId() });
    assert.deepEqual(await toDates({ scope: SHIKAN_PAIR }, "F1"), ["1600.75"]);
    await rollupsAreTrue();

    assert.equal((await lines({ scope: SHIKAN_PAIR })).get("D2")?.pace?.state, "far_behind");
    await sets.setPace(KEEPER, 2023, { yellow_points: "16", soon_months: 1, ...why, command_id: newId() });
    assert.equal((await lines({ scope: SHIKAN_PAIR })).get("D2")?.pace?.state, "behind");
    const [before, after] = [
      (await sets.indicatorSet(KEEPER, 2022)).pace,
      (await sets.indicatorSet(KEEPER, 2024)).pace,
    ];
    assert.deepEqual([before.yellow_points, before.from, after.yellow_points, after.from], ["15", null, "16", 2023]);

    const bad: readonly [object, string][] = [
      [{ window: { ...window, end: { years: 0, day: "02-30" } } }, "WINDOW_INVALID"],
      [{ window: { start: window.end, end: window.start } }, "WINDOW_INVALID"],
      [{ unit: "个" }, "UNIT_FIXED"],
      [{ measure: "jobs" }, "MEASURE_UNFIT"],
    ];
    for (const [part, code] of bad)
      await assert.rejects(sets.setIndicator(KEEPER, 2023, "F1", { ...given, ...part, command_id: newId() }), { code });
    const clerk: Actor = { ...KEEPER, role: "clerk" };
    const pace = { yellow_points: "20", soon_months: 2, ...why, command_id: newId() };
    await assert.rejects(sets.setPace(clerk, 2023, pace), { code: "ROLE_FORBIDDEN" });
    await assert.rejects(
      desk.write(
        clerk,
        command([{ op: "remove", record: "pace_rule", scope_id: NIL_SCOPE, id: newId(), version: "1" }]),
      ),
      { code: "ROLE_FORBIDDEN" },
    );
    assert.equal((await sets.indicatorSet(clerk, 2023)).may_set, false);
  });

  test("other rules of counting count everything anew; a roll-up that was touched by hand is found", async () => {
    await desk.database.query("update rollup set amount = amount + 1 where series = 'E1'");
    assert.ok((await rollupDifferences(desk.database, desk.records)).length > 0);
    await freshenRollups(desk.database, desk.records);
    assert.ok(
      (await rollupDifferences(desk.database, desk.records)).length > 0,
      "the rules are the same: nothing is done",
    );
    await desk.database.query("update rollup_rules set digest = 'of another program'");
    await freshenRollups(desk.database, desk.records);
    await rollupsAreTrue();
  });
});
