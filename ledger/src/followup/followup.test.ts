import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { firstAccount } from "../account/accounts.js";
import type { Actor } from "../actor.js";
import { calendarDesk } from "../calendar/calendar.js";
import { decide } from "../checking/decide.js";
import { plan } from "../checking/plan.js";
import { evidenceDesk } from "../evidence/evidence.js";
import type { EvidenceDesk } from "../evidence/evidence-desk.js";
import { submit } from "../intake/submit.js";
import { registerDesk } from "../registering/register.js";
import type { RegisterDesk } from "../registering/register-desk.js";
import {
  command,
  created,
  foundation,
  KEEPER,
  newId,
  OTHER_PAIR,
  PAIR,
  source,
  visit,
  WEST,
} from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { type FactSketch, type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { factId, reportFacts } from "../trial/trial-report.js";
import { verify } from "../verification/verify.js";
import { followupDesk } from "./followup.js";
import type { FollowupDesk } from "./followup-desk.js";

/** What the minutes agree: unit, time limit, words. */
const AGREED: readonly (readonly [owner: string, due: string, text: string])[] = [
  ["罗甸县教育局", "2023-10-31", "罗甸县教育局10月31日前完成两校结对协议签订。"],
  ["罗甸县商务局", "2023-11-20", "罗甸县商务局11月20日前报送农产品供货目录。"],
  ["罗甸县人社局", "2023-11-25", "罗甸县人社局11月25日前组织一期技能培训。"],
  ["罗甸县卫健局", "2023-11-30", "罗甸县卫健局11月30日前完成村卫生站选址。"],
  ["罗甸县农业农村局", "2023-12-31", "罗甸县农业农村局12月31日前完成大棚验收。"],
];
const WORDS = Array.from({ length: 8 }, (_, at) => `白云区将在第${at + 1}个方面给予罗甸最大支持。`);
const [EAST_REGION, WEST_REGION, PAIRING] = reportFacts;

function commitment(id: string, text: string, fields: { readonly [field: string]: unknown }): FactSketch {
  return {
    id,
    kind: "commitment",
    says: [text],
    act: "decision",
    grade: "agreed",
    side: "west",
    speaker: null,
    owners: [],
    fields: ["other"],
    text,
    quantity: null,
    due: null,
    respondsTo: [],
    ...fields,
  };
}

const EAST_CLERK: Actor = {
  ...KEEPER,
  account_id: newId(),
  name: "周示例",
  role: "clerk",
  office: {
    id: newId(),
    name: "白云区协作办",
    kind: "cooperation",
    party: null,
    place: null,
    side: "east",
    maker_checker: false,
  },
};
const WEST_CLERK: Actor = {
  ...EAST_CLERK,
  account_id: newId(),
  name: "李示例",
  office: {
    id: newId(),
    name: "罗甸县农业农村局",
    kind: "cooperation",
    party: null,
    place: null,
    side: "west",
    maker_checker: false,
  },
};
const DAY = "2023-12-01";

eachDatabase("follow-up", (trial) => {
  let work: TrialDesk;
  let desk: FollowupDesk & RegisterDesk & EvidenceDesk;
  before(async () => {
    work = await trialDesk(trial.config);
    desk = { ...followupDesk(work.desk), ...registerDesk(work.desk), ...evidenceDesk(work.desk) };
    await work.desk.write(KEEPER, foundation());
  });
  after(() => work.store.close());

  async function adopted(text: string, facts: readonly FactSketch[]): Promise<void> {
    const { document_id } = await submit(work.desk, KEEPER, work.reads(text, facts));
    const decisions = facts.map(({ id: fact }) => ({ fact, verdict: "adopt" as const }));
    const { hash } = await plan(work.desk, KEEPER, document_id, decisions);
    await decide(work.desk, KEEPER, document_id, decisions, hash, newId());
  }
  const frame = [EAST_REGION, WEST_REGION, PAIRING].flatMap((fact) => fact ?? []);
  const heading = "白云区代表团到罗甸县对接协作\n白云区、罗甸县\n";
  const board = (actor: Actor, query = {}) => desk.followupBoard(actor, { day: DAY, ...query });
  const taskOf = async (owner: string) => {
    const { rows } = await board(WEST_CLERK, { unit: owner });
    const [line] = rows;
    assert.ok(line, owner);
    return line;
  };
  async function walk(owner: string, steps: readonly string[]): Promise<void> {
    let { version, id, scope_id } = await taskOf(owner);
    for (const to of steps) {
      const given = { to, version, values: { progress: "已落实" }, command_id: newId(), reason: "" };
      version = (await desk.stepRow(WEST_CLERK, "task", scope_id, id, given)).row.version;
    }
  }

  test("西8: minutes become five tasks with unit and time limit; words of the news stay words", async () => {
    const minutes = AGREED.map(([owner, due, text], at) =>
      commitment(factId("e", at + 1), text, { owners: [owner], due }),
    );
    await adopted(`${heading}${AGREED.map(([, , text]) => text).join("\n")}`, [...frame, ...minutes]);
    const waiting = await desk.openStatements(KEEPER, {});
    assert.equal(waiting.length, 5);
    assert.ok(waiting.every(({ drafts }) => drafts[0]?.owner_name && drafts[0].due));
    const given = {
      scope_id: PAIR,
      statements: waiting.map(({ id, version, drafts }) => ({ id, version, tasks: drafts })),
      command_id: newId(),
      reason: "分解",
    };
    await desk.breakDown(KEEPER, given);
    assert.equal((await desk.breakDown(KEEPER, given)).repeated, true);
    const { rows } = await board(WEST_CLERK);
    assert.deepEqual(
      rows.map(({ owner_name, due, status, origin }) => [owner_name, due, status, origin]),
      AGREED.map(([owner, due]) => [owner, due, "assigned", "minutes"]),
    );

    const news = WORDS.map((text, at) =>
      commitment(factId("f", at + 1), text, { act: "pledge", grade: "statement", side: "east", due: "2023-11" }),
    );
    const again = frame.map((fact, at): FactSketch => ({ ...fact, id: factId("9", at + 1) }));
    await adopted(`${heading}${WORDS.join("\n")}`, [...again, ...news]);
    const counts = await desk.followupCounts(WEST_CLERK, { day: "2023-10-20" });
    assert.equal((await board(WEST_CLERK)).rows.length, 5);
    assert.deepEqual([counts.agreed_open, counts.statements_open], [0, 8]);
    assert.equal(counts.own.late, 0, "nothing is late, whatever day the news names");
  });

  test("领5: done 3, moving 1, late 1 with the county's unit; the east's items are never late", async () => {
    for (const owner of ["罗甸县教育局", "罗甸县商务局", "罗甸县人社局"]) await walk(owner, ["reported", "done"]);
    await desk.createRow(KEEPER, "task", {
      scope_id: PAIR,
      values: {
        title: "白云区组织企业考察",
        origin: "minutes",
        side: "east",
        owner_name: "白云区工信局",
        due: "2023-11-01",
        status: "assigned",
      },
      command_id: newId(),
      reason: "",
    });
    const west = await desk.followupCounts(WEST_CLERK, { day: DAY });
    assert.deepEqual(west.own, { late: 1, soon: 0, on_track: 1, done: 3, dropped: 0 });
    assert.deepEqual(west.other, { moving: 1, done: 0 });
    assert.deepEqual(west.units[0], { name: "罗甸县卫健局", open: 1, late: 1, done: 0 });
    assert.ok(west.units.every(({ name }) => !name.startsWith("白云区")));
    const { rows } = await board(WEST_CLERK);
    const theirs = rows.find(({ own }) => !own);
    assert.deepEqual([theirs?.light, theirs?.days_late, theirs?.status], ["moving", null, null]);
    assert.deepEqual(rows.find(({ light }) => light === "late")?.days_late, 1);
    // The same items from the other side, and for somebody of neither.
    assert.deepEqual((await desk.followupCounts(EAST_CLERK, { day: DAY })).own.late, 1);
    const eastern = await board(EAST_CLERK);
    assert.deepEqual(
      eastern.rows.filter(({ own }) => own).map(({ light }) => light),
      ["late"],
    );
    assert.ok(eastern.rows.filter(({ own }) => !own).every(({ light }) => light === "moving" || light === "done"));
    assert.deepEqual((await board(KEEPER, { lights: ["late"] })).rows, [], "nobody's view: nobody late");
    assert.equal((await board(KEEPER, { side: "west", lights: ["late"] })).rows.length, 1);
    assert.equal((await board(WEST_CLERK, { side: "east" })).side, "west", "an office has its own side only");
  });

  test("a month is late when it is over; without a unit nothing is late", async () => {
    const make = (values: { readonly [field: string]: string }) =>
      desk.createRow(WEST_CLERK, "task", {
        scope_id: OTHER_PAIR,
        values: { title: "月内完成", origin: "manual", side: "west", ...values },
        command_id: newId(),
        reason: "",
      });
    await make({ owner_name: "平塘县商务局", due: "2023-12" });
    await make({ due: "2023-01-01" });
    const lights = async (day: string) =>
      (await board(WEST_CLERK, { scope: OTHER_PAIR, day })).rows.map(({ light }) => light);
    assert.deepEqual(await lights("2023-12-31"), ["on_track", "soon"]);
    assert.deepEqual(await lights("2024-01-01"), ["on_track", "late"]);
  });

  test("an eastern office is asked by letter, not urged", async () => {
    const { rows } = await board(WEST_CLERK, { whose: "other" });
    const [theirs] = rows;
    assert.ok(theirs);
    const given = { to: "urged", version: theirs.version, values: {}, command_id: newId(), reason: "" };
    await assert.rejects(desk.stepRow(WEST_CLERK, "task", PAIR, theirs.id, given), { code: "URGE_OTHER_SIDE" });
    const { id, version } = theirs;
    for (const change of [
      { op: "change" as const, record: "task", scope_id: PAIR, id, version, values: { status: "urged" } },
      created("task", PAIR, newId(), { title: "催东部", origin: "manual", side: "east", status: "urged" }),
    ])
      await assert.rejects(work.desk.write(WEST_CLERK, command([change])), { code: "URGE_OTHER_SIDE" }, "by no door");
    assert.equal((await desk.stepRow(EAST_CLERK, "task", PAIR, theirs.id, given)).row.values.status, "urged");
  });

  test("日历: open tasks of the own side by their time limits, folded and escaped; nothing of the other side", async () => {
    await work.desk.write(
      KEEPER,
      command([
        created("task", PAIR, newId(), {
          title: `冷链仓库；${"验收".repeat(30)}, 移交`,
          origin: "manual",
          side: "west",
          owner_name: "罗甸县供销社",
          due: "2024-02",
          status: "assigned",
        }),
        created("task", PAIR, newId(), {
          title: "东部的时限",
          origin: "manual",
          side: "east",
          owner_name: "白云区教育局",
          due: "2024-02-01",
          status: "assigned",
        }),
      ]),
    );
    const text = await calendarDesk(work.desk).calendar(WEST_CLERK);
    assert.ok(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.endsWith("END:VCALENDAR\r\n"));
    assert.ok(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75));
    const whole = text.replaceAll("\r\n ", "");
    const event = whole.split("BEGIN:VEVENT").find((one) => one.includes("冷链仓库")) ?? "";
    assert.match(event, /DTSTART;VALUE=DATE:20240229\r\nDTEND;VALUE=DATE:20240301/, "a month ends with its last day");
    assert.match(event, /SUMMARY:冷链仓库；(验收){30}\\, 移交/);
    assert.match(event, /UID:task-[0-9a-f-]+@shanhai/);
    assert.doesNotMatch(whole, /东部的时限/);
  });

  test("日历订阅: an address fetches the own due days and nothing else; revoked, renewed, or its account ended, it gives nothing", async () => {
    const { db } = work.store;
    const logged: string[] = [];
    const log = async (_actor: unknown, { event, detail }: { readonly event: string; readonly detail?: object }) => {
      logged.push(`${event} ${JSON.stringify(detail ?? {})}`);
      return "1";
    };
    const door = calendarDesk({ ...work.desk, log });
    const me = await firstAccount(db);
    assert.equal(await door.calendarFeed(me), null);
    const { token } = await door.openCalendarFeed(me);
    assert.match(token, /^[\w-]{43}$/u);
    const { rows } = await db.query<{ kept: string }>("select encode(token_hash, 'escape') as kept from calendar_feed");
    assert.ok(rows.length === 1 && !rows[0]?.kept.includes(token), "only its hash is kept");
    assert.equal((await door.calendarFeed(me))?.read_at, null);
    assert.equal(await door.calendarByToken(token), await door.calendar(me));
    await door.calendarByToken(token);
    assert.ok((await door.calendarFeed(me))?.read_at);
    assert.deepEqual(logged, ['calendar_feed {"opened":true}', "calendar_read {}"], "the first of a day");
    assert.equal(await door.calendarByToken(`${token.slice(0, -1)}_`), null);
    const next = await door.openCalendarFeed(me);
    assert.equal(await door.calendarByToken(token), null, "the address before ended");
    await db.query("update account set disabled = true where id = $1", [me.account_id]);
    assert.equal(await door.calendarByToken(next.token), null);
    await db.query("update account set disabled = false where id = $1", [me.account_id]);
    // A post that was taken away speaks for nobody; it is not replaced by another one.
    await db.query("update calendar_feed set membership = $1", [newId()]);
    assert.equal(await door.calendarByToken(next.token), null);
    await db.query("update calendar_feed set membership = null");
    assert.notEqual(await door.calendarByToken(next.token), null);
    await door.closeCalendarFeed(me);
    assert.deepEqual([await door.calendarByToken(next.token), await door.calendarFeed(me)], [null, null]);
    await assert.rejects(
      door.openCalendarFeed({ ...me, role: "system_admin" }),
      (error: { readonly code?: string }) => error.code === "ROLE_FORBIDDEN",
    );
  });

  test("领8: an instruction makes one task of that origin with its unit", async () => {
    await desk.instruct(WEST_CLERK, {
      scope_id: PAIR,
      text: "福泉村卫生服务站12月15日前开工。",
      leader_name: "赵示例 县委书记",
      side: "west",
      tasks: [{ title: "福泉村卫生服务站开工", owner_name: "石坎县卫健局", due: "2023-12-15" }],
      command_id: newId(),
    });
    const { rows } = await board(WEST_CLERK, { origin: "instruction" });
    assert.deepEqual(
      rows.map(({ title, owner_name, due, status }) => [title, owner_name, due, status]),
      [["福泉村卫生服务站开工", "石坎县卫健局", "2023-12-15", "assigned"]],
    );
    const [row] = rows;
    const task = await work.desk.get(WEST_CLERK, "task", PAIR, row?.id ?? "");
    const instruction = await work.desk.get(WEST_CLERK, "instruction", PAIR, String(task?.values.instruction));
    assert.equal(instruction?.values.leader_name, "赵示例 县委书记");
  });

  test("东8: four units are four states; three finished are 推进中 3/4, four are done", async () => {
    const id = newId();
    const text = "由组织部、教育局、卫健局、人社局负责，关心关爱派驻人员。";
    const values = { text, act: "decision", grade: "agreed", side: "east", state: "open" };
    await work.desk.write(KEEPER, command([created("statement", PAIR, id, values)]));
    const version = (await work.desk.get(KEEPER, "statement", PAIR, id))?.version ?? "";
    const owners = ["白云区委组织部", "白云区教育局", "白云区卫健局", "白云区人社局"];
    const draft = { title: "关心关爱派驻人员", side: "east" as const, owner_name: null, owners, due: "2023-12-20" };
    await desk.breakDown(EAST_CLERK, {
      scope_id: PAIR,
      statements: [{ id, version, tasks: [draft] }],
      command_id: newId(),
      reason: "",
    });
    const line = async () => {
      const { rows } = await board(EAST_CLERK, { unit: "白云区卫健局" });
      assert.equal(rows.length, 1);
      assert.ok(rows[0]);
      return rows[0];
    };
    assert.deepEqual(
      (await line()).units.map(({ name, lead, status }) => [name, lead, status]),
      owners.map((name, at) => [name, at === 0, "assigned"]),
    );
    for (const [finished, unit] of (await line()).units.entries()) {
      const { light, done_units, units } = await line();
      assert.deepEqual([light, done_units, units.length], ["on_track", finished, 4]);
      let { version: at } = unit;
      for (const to of ["reported", "done"]) {
        const given = { to, version: at, values: { progress: "已走访慰问" }, command_id: newId(), reason: "" };
        at = (await desk.stepRow(EAST_CLERK, "task_unit", PAIR, unit.id, given)).row.version;
      }
    }
    assert.deepEqual([(await line()).light, (await line()).done_units], ["done", 4]);
    // 对方事项: by whatever door the west sees that it moves or is done, and nothing of how (users.md finding 10).
    const task = (await line()).id;
    const step = async (to: string, more: object) =>
      desk.stepRow(EAST_CLERK, "task", PAIR, task, {
        ...{ to, values: { progress: "已走访慰问", ...more }, command_id: newId(), reason: `办理：${to}` },
        version: (await line()).version,
      });
    await step("urged", { lag_cause: "名单未定" });
    const seen = async (actor: Actor) => {
      const { rows } = await work.desk.list(actor, "task", { scope: PAIR, limit: 200 });
      const values = rows.find(({ id: one }) => one === task)?.values;
      return [values?.status, values?.lag_cause, values?.progress, values?.due, values?.owner_name];
    };
    const [owner, { title }] = [owners.join("、"), draft];
    assert.deepEqual(await seen(EAST_CLERK), ["urged", "名单未定", "已走访慰问", "2023-12-20", owner]);
    assert.deepEqual(await seen(WEST_CLERK), [null, null, null, "2023-12-20", owner]);
    const found = async (actor: Actor, record: string, filter: object) =>
      (await work.desk.list(actor, record, { scope: PAIR, filter: { ...filter }, limit: 200 })).rows.length;
    assert.deepEqual(
      [
        await found(EAST_CLERK, "task", { title, status: "urged" }),
        await found(WEST_CLERK, "task", { title, status: "urged" }),
      ],
      [1, 0],
    );
    assert.deepEqual(
      [
        await found(EAST_CLERK, "task_unit", { status: "done" }),
        await found(WEST_CLERK, "task_unit", { status: "done" }),
      ],
      [4, 0],
      "nor does asking by a state find whose it is",
    );
    const units = (await work.desk.list(WEST_CLERK, "task_unit", { filter: { task } })).rows;
    assert.deepEqual(
      units.map(({ values }) => [values.status, values.progress]),
      owners.map(() => ["done", null]),
    );
    const told = async (actor: Actor) =>
      (await work.desk.history(actor, "task", PAIR, task)).map(({ reason }) => reason);
    assert.ok((await told(EAST_CLERK)).includes("办理：urged"));
    assert.ok(!(await told(WEST_CLERK)).includes("办理：urged"), "nor that something was saved");
    await step("reported", {});
    await step("done", {});
    assert.deepEqual((await seen(WEST_CLERK)).slice(0, 3), ["done", null, null]);
    const counts = await desk.followupCounts(EAST_CLERK, { day: DAY });
    assert.deepEqual(
      counts.units.find(({ name }) => name === "白云区卫健局"),
      {
        name: "白云区卫健局",
        open: 0,
        late: 0,
        done: 1,
      },
    );
  });

  test("pages go on where they ended, through items of one day and those without a time limit", async () => {
    const { rows } = await board(WEST_CLERK);
    const all = rows.map(({ id }) => id);
    const over = rows.map(({ light }) => (light === "done" || light === "dropped" ? "over" : "open"));
    assert.deepEqual(over, [...over].sort(), "what is left to do comes first");
    assert.ok(over.includes("over") && over.includes("open"));
    const paged: string[] = [];
    let after: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof board>> = await board(WEST_CLERK, {
        limit: 2,
        ...(after === undefined ? {} : { after }),
      });
      paged.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    assert.deepEqual(paged, all);
    assert.ok(all.length >= 9);
  });

  test("asks that nobody answers stand in the own side's list alone", async () => {
    const need = await desk.createRow(WEST_CLERK, "need", {
      scope_id: PAIR,
      values: { text: "希望选派骨干教师", side: "west", field: "talent", raised_on: "2023-11-03" },
      command_id: newId(),
      reason: "",
    });
    const [asked, answer] = [newId(), newId()];
    const words = { side: "west", grade: "statement", state: "open", said_on: "2023-11-01" };
    await work.desk.write(
      KEEPER,
      command([
        created("statement", PAIR, asked, { ...words, text: "希望帮助宣传营销", act: "ask", fields: ["tourism"] }),
        created("statement", PAIR, newId(), { ...words, said_on: "2023-11-02", text: "希望支持项目建设", act: "ask" }),
      ]),
    );
    const west = async () => (await desk.unanswered(WEST_CLERK, {})).map(({ text }) => text);
    assert.deepEqual(await west(), ["希望帮助宣传营销", "希望支持项目建设", "希望选派骨干教师"]);
    assert.deepEqual(await desk.unanswered(EAST_CLERK, {}), []);
    await work.desk.write(
      KEEPER,
      command([
        created("statement", PAIR, answer, {
          text: "组织媒体采风",
          act: "pledge",
          grade: "statement",
          side: "east",
          state: "open",
          answers: [asked],
        }),
      ]),
    );
    await desk.createRow(WEST_CLERK, "need_answer", {
      scope_id: PAIR,
      values: { need: need.row.id, text: "已派 4 名教师" },
      command_id: newId(),
      reason: "",
    });
    assert.deepEqual(await west(), ["希望支持项目建设"]);
  });

  test("a promised return visit is offered the promising side's later visit, and a person accepts it", async () => {
    const [promise, early, later, wrong] = [newId(), newId(), newId(), newId()];
    const said = { act: "pledge", grade: "statement", side: "east", state: "open", said_on: "2023-04-11" };
    await work.desk.write(
      KEEPER,
      command([
        created("statement", PAIR, promise, { ...said, text: "近期将组织回访，深化对接。" }),
        visit(PAIR, early, { start_date: "2023-04-08", direction: "east_to_west", name: "早先的来访" }),
        visit(PAIR, later, { start_date: "2023-09-16", direction: "east_to_west", name: "白云区回访" }),
        visit(PAIR, wrong, { start_date: "2023-08-01", direction: "west_to_east", name: "罗甸县来访" }),
      ]),
    );
    const [offer, ...more] = await desk.returnVisits(WEST_CLERK, { scope: PAIR });
    assert.deepEqual(more, []);
    assert.equal(offer?.id, promise);
    assert.deepEqual(offer?.visits, [{ scope_id: PAIR, id: later, title: "白云区回访", start_date: "2023-09-16" }]);
    await desk.stepRow(WEST_CLERK, "statement", PAIR, promise, {
      to: "fulfilled",
      version: offer?.version ?? "",
      values: { fulfilled_by: later },
      command_id: newId(),
      reason: "已回访",
    });
    assert.deepEqual(await desk.returnVisits(WEST_CLERK, {}), []);
    // Told of several pairs at once and without a day (seed 2): it stands at the party, and was said at the visit of its document.
    const [group, went, came, elsewhere] = [newId(), newId(), newId(), newId()];
    const told = [
      created("statement", WEST, group, { ...said, side: "west", said_on: null, text: "白云等区镇近期率队回访。" }),
      visit(PAIR, went, {
        start_date: "2021-04-08",
        end_date: "2021-04-11",
        direction: "west_to_east",
        name: "赴东考察",
      }),
      visit(OTHER_PAIR, elsewhere, { start_date: "2021-10-01", direction: "east_to_west", name: "到平塘" }),
      visit(PAIR, came, { start_date: "2021-09-16", direction: "east_to_west", name: "来罗甸" }),
    ];
    const document_id = newId();
    const stated = [told[0], told[1]].flatMap((row, at) => {
      return row === undefined ? [] : [source(row, at === 0 ? "text" : "name", { document_id })];
    });
    await work.desk.write(KEEPER, command(told, stated));
    const [again] = await desk.returnVisits(WEST_CLERK, {});
    assert.deepEqual([again?.id, again?.said_on], [group, "2021-04-08"]);
    assert.deepEqual(
      again?.visits.map(({ scope_id, id }) => [scope_id, id]),
      [[PAIR, came]],
    );
    const values = { fulfilled_by: came, fulfilled_in: PAIR };
    const given = { to: "fulfilled", version: again?.version ?? "", values, command_id: newId(), reason: "已回访" };
    await desk.stepRow(WEST_CLERK, "statement", WEST, group, given);
    const { titles } = await work.desk.list(WEST_CLERK, "statement", { scope: WEST, titles: true });
    assert.match(titles?.[came] ?? "", /来罗甸/u, "the visit is named from the pair in which it stands");
    assert.deepEqual(await desk.returnVisits(WEST_CLERK, {}), []);
    assert.equal((await verify(work.store, KEEPER)).ok, true);
  });
});
