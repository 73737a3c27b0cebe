import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import {
  type Actor,
  type HeldLists,
  type HeldView,
  type HistoryEntry,
  type Ledger,
  type OfficeInput,
  openLedger,
  type Role,
} from "@shanhai/ledger";
import { NIL_SCOPE, pairId, partyId } from "@shanhai/model";
import { buildServer } from "./build-server.js";
import type { Page, Problem, Row } from "./contract.js";
import type { SpotCheck } from "./contracts/inspecting.js";
import type { DictionaryBook, ScopePlaces } from "./contracts/wording.js";
import type { Api } from "./route.js";

const host = "127.0.0.1:8321";
const EAST = partyId({ kind: "region", code: "990101", name: "甲省临海市望潮区" });
const WEST = partyId({ kind: "region", code: "980101", name: "乙省云岭州石坎县" });
const OTHER = partyId({ kind: "region", code: "980102", name: "乙省云岭州清溪县" });
const CITY = partyId({ kind: "region", code: "980100", name: "乙省云岭州" });
const PAIR = pairId(EAST, WEST);
const OTHER_PAIR = pairId(EAST, OTHER);
const ROW = "0197a000-0000-7000-8000-00000000000a";
const OTHER_ROW = "0197a000-0000-7000-8000-00000000000b";

/** Who walks: a role in an office of a kind. */
const WALKERS = {
  keeper: null,
  clerk: ["clerk", "cooperation", WEST],
  reviewer: ["reviewer", "cooperation", WEST],
  leader: ["leader", "cooperation", WEST],
  finance: ["finance", "cooperation", WEST],
  posted_cadre: ["posted_cadre", "government", WEST],
  owner: ["project_owner", "enterprise", WEST],
  bureau: ["clerk", "bureau", WEST],
  city: ["consolidator", "city", CITY],
  inspector: ["inspector", "inspection", WEST],
  system: ["system_admin", "operations", null],
  security: ["security_admin", "operations", null],
  audit: ["audit_admin", "operations", null],
  nobody: null,
  stranger: null,
} satisfies { readonly [who: string]: readonly [Role, OfficeInput["kind"], string | null] | null };
type Walker = keyof typeof WALKERS;
const EVERYBODY = Object.keys(WALKERS) as Walker[];

const READS: readonly Walker[] = [
  "keeper",
  "clerk",
  "reviewer",
  "leader",
  "finance",
  "posted_cadre",
  "owner",
  "bureau",
  "city",
  "inspector",
];
const CHECKS: readonly Walker[] = ["keeper", "clerk", "reviewer", "finance", "posted_cadre", "bureau", "city"];
const COLLECTS: readonly Walker[] = ["keeper", "clerk", "reviewer", "bureau", "city"];
const DRAWS: readonly Walker[] = ["keeper", "clerk", "reviewer", "bureau", "city", "inspector"];
const WRITES = READS.filter((who) => who !== "inspector");
const SIGNED_IN = EVERYBODY.filter((who) => who !== "stranger");
const KEEPS = (...more: Walker[]): readonly Walker[] => ["keeper", ...more];

/**
 * Every route of the API and who comes past its door: the first pattern that fits. Whoever is not named must be refused
 * with 401 or 403. A route that fits none fails the test: a new route is thought about here.
 */
const DOORS: readonly (readonly [pattern: RegExp, allowed: readonly Walker[]])[] = [
  [/^(POST \/api\/session(\/password)?|DELETE \/api\/session)$/, EVERYBODY],
  [/ \/api\/session/, SIGNED_IN],
  [/^GET \/api\/records$/, SIGNED_IN],
  [/ \/api\/accounts$| \/api\/offices(\/|$)|^GET \/api\/settings$/, []],
  [/ \/api\/(accounts|posts|settings|audit|backups|erasures)/, []],
  [/^POST \/api\/(documents|workbooks|imports|papers)/, CHECKS],
  [/^(PATCH|DELETE) \/api\/import-mappings/, CHECKS],
  [
    /^POST \/api\/(collections|collected)|^GET .*\/workbooks?\.(zip|xlsx)$|^GET \/api\/collections\/(known-)?units$/,
    COLLECTS,
  ],
  [/^(PUT|POST) \/api\/indicator-sets/, ["keeper", "reviewer", "city"]],
  [/^GET \/api\/dictionaries\/places$/, READS],
  [/^GET \/api\/dictionaries/, [...READS, "system"]],
  [/^POST \/api\/dictionaries\/\{name\}\/aliases$/, ["keeper", "reviewer", "city", "system"]],
  [/^(PUT|POST) \/api\/dictionaries/, ["keeper", "city", "system"]],
  [/^POST \/api\/closings/, ["keeper", "reviewer", "leader", "city"]],
  [/^GET \/api\/documents$/, [...READS, "security"]],
  [/^(POST|PUT) \/api\/spot-checks(\/|$)/, DRAWS],
  // The address is the key: whoever has none finds nothing behind it.
  [/^GET \/api\/calendar\//, EVERYBODY],
  [/ \/api\/calendar-feed$/, READS],
  [/ \/api\/(views\/|packs)/, READS],
  [/^POST \/api\/search$/, READS],
  [/^GET /, READS],
  [/^(POST|PUT|PATCH|DELETE) /, WRITES],
];

/** The administrators' doors one by one. */
const ADMINISTRATORS: { readonly [route: string]: readonly Walker[] } = {
  "GET /api/accounts": KEEPS("system", "security", "audit"),
  "POST /api/accounts": KEEPS("system"),
  "POST /api/accounts/{id}/state": KEEPS("system"),
  "POST /api/accounts/{id}/invitation": KEEPS("system"),
  "GET /api/offices": KEEPS("system", "security", "audit"),
  "GET /api/offices/places": KEEPS("system", "security", "audit"),
  "POST /api/offices": KEEPS("system"),
  "PUT /api/offices/{id}": KEEPS("system"),
  "POST /api/posts": KEEPS("security"),
  "POST /api/posts/{id}/revoke": KEEPS("security"),
  "GET /api/settings": KEEPS("system", "security", "audit"),
  "PATCH /api/settings": KEEPS("system"),
  "GET /api/approved-map": [...READS, "system"],
  "GET /api/approved-map/{sha256}": [...READS, "system"],
  "PUT /api/approved-map": KEEPS("system"),
  "DELETE /api/approved-map": KEEPS("system"),
  "GET /api/audit": KEEPS("audit"),
  "POST /api/audit/state": KEEPS("audit"),
  "GET /api/backups": KEEPS("system", "audit"),
  "POST /api/backups": KEEPS("system"),
  "POST /api/backups/{id}/drill": KEEPS("system"),
  "GET /api/erasures": KEEPS("security", "audit"),
  "GET /api/erasures/imports": KEEPS("security"),
  "POST /api/erasures": KEEPS("security"),
};

/** What carries no command's id, and why a second time does nothing that the first did not. */
const TWICE_IS_ONCE: { readonly [route: string]: string } = {
  ...each("reads only, or makes a file to take away", [
    "POST /api/search",
    "POST /api/documents/{id}/plan",
    "POST /api/workbooks/{id}/plan",
    "POST /api/workbooks/{id}/doubtful",
    "POST /api/papers",
    "POST /api/templates/open",
    "POST /api/templates/fill",
    "POST /api/dictionaries/{name}/sheet/preview",
    "POST /api/comparison/returned",
    "POST /api/audit/state",
    "POST /api/packs",
    "POST /api/backups/{id}/drill",
  ]),
  ...each("a session: the first time holds, and nothing of the ledger is written", [
    "POST /api/session",
    "DELETE /api/session",
    "POST /api/session/password",
    "POST /api/session/post",
    "POST /api/session/lock",
    "POST /api/session/unlock",
    "POST /api/session/own-password",
  ]),
  ...each("known by what it brings: the same bytes, the same pair, the same import are there once", [
    "POST /api/documents",
    "POST /api/collected",
    "POST /api/pairs",
    "POST /api/workbooks/{id}/imports",
  ]),
  ...each("asks for a state in which it is already the second time", [
    "POST /api/documents/{id}/reread",
    "POST /api/imports/{id}/resume",
    "POST /api/imports/{id}/cancel",
    "POST /api/imports/{id}/undo",
    "POST /api/packs/{id}/cancel",
    "PATCH /api/settings",
    "PUT /api/approved-map",
    "DELETE /api/approved-map",
    "DELETE /api/import-mappings/{id}",
    "DELETE /api/template-bindings/{id}",
    "POST /api/views/{record}",
    "DELETE /api/views/{record}/{id}",
    "DELETE /api/calendar-feed",
  ]),
  ...each("an address that nobody saw gives way to the next", ["POST /api/calendar-feed"]),
};

function each(why: string, routes: readonly string[]): { readonly [route: string]: string } {
  return Object.fromEntries(routes.map((route) => [route, why]));
}

describe("every route with every role", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "shanhai-roles-"));
  const failures: string[] = [];
  const cookies = new Map<Walker, string>();
  let ledger: Ledger;
  let api: Api;

  before(async () => {
    ledger = await openLedger({ dataDir });
    api = await buildServer({
      ledger,
      answersTo: (asked) => asked === host,
      version: "0",
      secure: false,
      log: (line) => failures.push(line),
    });
    await api.ready();
    const keeper = await ledger.operator();
    await found(keeper);
    for (const who of EVERYBODY) if (who !== "stranger") cookies.set(who, await signIn(keeper, who));
  });
  after(async () => {
    await api.close();
    await ledger.close();
    rmSync(dataDir, { recursive: true, force: true });
    assert.deepEqual(failures, [], "no request may end in an unexpected failure");
  });

  async function found(keeper: Actor) {
    const party = (id: string, path: string, side: string, adcode: string) =>
      ({
        op: "create",
        record: "party",
        scope_id: NIL_SCOPE,
        id,
        values: { path, name: path, kind: "region", side, adcode },
      }) as const;
    const pair = (id: string, label: string, west: string) =>
      ({ op: "create", record: "pair", scope_id: NIL_SCOPE, id, values: { label, east: EAST, west } }) as const;
    const project = (scope_id: string, id: string, name: string) =>
      ({ op: "create", record: "project", scope_id, id, values: { name } }) as const;
    const write = (command_id: string, changes: Parameters<Ledger["write"]>[1]["changes"]) =>
      ledger.write(keeper, { command_id, reason: "建立", changes });
    await write("0197a000-0000-7000-8000-0000000000f1", [
      party(EAST, "甲省临海市望潮区", "east", "990101"),
      party(WEST, "乙省云岭州石坎县", "west", "980101"),
      party(OTHER, "乙省云岭州清溪县", "west", "980102"),
      party(CITY, "乙省云岭州", "west", "980100"),
      pair(PAIR, "望潮区—石坎县", WEST),
      pair(OTHER_PAIR, "望潮区—清溪县", OTHER),
    ]);
    await write("0197a000-0000-7000-8000-0000000000f2", [project(PAIR, ROW, "石坎县辣椒加工厂二期")]);
    await write("0197a000-0000-7000-8000-0000000000f3", [project(OTHER_PAIR, OTHER_ROW, "清溪县蔬菜基地")]);
  }

  /** A session without a password: the hundred milliseconds of scrypt are tested elsewhere. */
  async function signIn(keeper: Actor, who: Walker): Promise<string> {
    if (who === "keeper") return session((await ledger.createSignIn("first")).token);
    const { id, token } = await ledger.createAccount(keeper, { name: `${who}示例`, note: null });
    const post = WALKERS[who];
    if (post !== null) {
      const [role, kind, party] = post;
      const office = await ledger.keepOffice(keeper, {
        ...{ name: `${who}办公室`, kind, party, place: null, maker_checker: false, state: "active" },
        branches: who === "bureau" ? ["labour"] : [],
      });
      const none = { title: null, pairs: [], branches: [] };
      await ledger.grantPost(keeper, { account: id, office, role, ...none, projects: who === "owner" ? [ROW] : [] });
    }
    const cookie = await session(token);
    await api.inject({
      method: "POST",
      url: "/api/session/own-password",
      headers: { host, cookie },
      payload: { old: null, next: `${who} 红星村 2023` },
    });
    return cookie;
  }

  async function session(token: string): Promise<string> {
    const answer = await api.inject({ method: "POST", url: "/api/session", headers: { host }, payload: { token } });
    return String(answer.headers["set-cookie"]).split(";")[0] ?? "";
  }

  function ask(who: Walker, method: string, url: string, payload?: object) {
    const cookie = cookies.get(who);
    const headers = { host, ...(cookie === undefined ? {} : { cookie }) };
    return api.inject({ method: method as "GET", url, headers, ...(payload === undefined ? {} : { payload }) });
  }

  function allowedAt(route: string): readonly Walker[] {
    const one = ADMINISTRATORS[route];
    if (one !== undefined) return one;
    const door = DOORS.find(([pattern]) => pattern.test(route));
    assert.ok(door, `nobody said who may ${route}`);
    return door[1];
  }

  test("who is not named in the table comes past no door; who is, is not refused for want of a right", async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const { method, path, schema } of routesOf(api)) {
      const route = `${method} ${path}`;
      const allowed = allowedAt(route);
      // What ends a session or a ledger's soundness is asked last, by those who are refused only.
      const destructive =
        /DELETE \/api\/session|\/drill$|POST \/api\/backups$|\/session\/(lock|own-password|post)/.test(route);
      for (const who of EVERYBODY) {
        const may = allowed.includes(who);
        if (destructive && may) continue;
        asked += 1;
        const answer = await ask(who, method, filled(path, schema), bodyOf(schema));
        const code = answer.statusCode >= 400 ? answer.json<Problem>().code : "";
        const refused = answer.statusCode === 401 || /^(ROLE|RECORD)_FORBIDDEN$|^PASSWORD_FIRST$/.test(code);
        if (answer.statusCode >= 500) wrong.push(`${route} broke for ${who}: ${answer.body}`);
        // A sheet or a record may be beyond a branch or a role: then the row's own door refuses, which is tested below.
        const byRecord =
          code === "RECORD_FORBIDDEN" && ["bureau", "owner", "finance", "leader", "posted_cadre", "city"].includes(who);
        if (may && refused && !byRecord && !/PASSWORD_WRONG|LINK_USED/.test(code))
          wrong.push(`${route} refused ${who}: ${code}`);
        if (!may && !refused && !isAsking(answer.statusCode, code))
          wrong.push(`${route} let ${who} in: ${answer.statusCode} ${code}`);
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(asked > 400, `${asked} asked`);
  });

  /** A body that does not fit is refused before anybody is asked for a right: nothing was let in. */
  const isAsking = (status: number, code: string) => status === 400 && code === "BAD_REQUEST";

  test("a county sees its own rows, a city both counties', an owner his project, a bureau of labour none", async () => {
    const titles = async (who: Walker) =>
      (await ask(who, "GET", "/api/records/project"))
        .json<Page<Row>>()
        .rows?.map(({ id }) => id)
        .sort() ?? "refused";
    const both = [ROW, OTHER_ROW];
    const seen: readonly [Walker, unknown][] = [
      ["keeper", both],
      ["clerk", [ROW]],
      ["posted_cadre", [ROW]],
      ["owner", [ROW]],
      ["city", both],
      ["inspector", [ROW]],
      ["bureau", "refused"],
      ["system", "refused"],
      ["audit", "refused"],
    ];
    for (const [who, rows] of seen) assert.deepEqual(await titles(who), rows, who);
    for (const who of ["clerk", "owner", "inspector"] as const) {
      const answer = await ask(who, "GET", `/api/records/project/${OTHER_PAIR}/${OTHER_ROW}`);
      assert.equal(answer.statusCode, 404, `${who}: another county's row is not there`);
      assert.ok(!answer.body.includes("清溪"));
    }
  });

  test("the change feed goes on where it stopped and holds what the asker may read, and nothing else", async () => {
    type Feed = { entries: { rows: { record: string; id: string }[] }[]; next: string | null; end: boolean };
    const feed = async (who: Walker) => {
      const ids: string[] = [];
      let after = "";
      for (let page = 0; page < 50; page += 1) {
        const answer = await ask(who, "GET", `/api/changes?limit=2${after}`);
        assert.equal(answer.statusCode, 200, answer.body);
        const { entries, next, end } = answer.json<Feed>();
        ids.push(...entries.flatMap(({ rows }) => rows.map(({ id }) => id)));
        if (next !== null) after = `&after=${next}`;
        // What the walk wrote comes again, as a later save.
        if (end) return [...new Set(ids)];
      }
      assert.fail("the feed does not end");
    };
    const everything = [EAST, WEST, OTHER, CITY, PAIR, OTHER_PAIR];
    assert.deepEqual((await feed("keeper")).sort(), [...everything, ROW, OTHER_ROW].sort());
    assert.deepEqual((await feed("clerk")).sort(), [...everything, ROW].sort());
    assert.deepEqual((await feed("bureau")).sort(), everything.sort());
    assert.equal((await ask("system", "GET", "/api/changes")).statusCode, 403);
    assert.equal((await ask("clerk", "GET", "/api/changes?after=nonsense")).statusCode, 400);
  });

  test("电话核查表: an inspector takes that of his own draw, in full, logged and marked; not that of another's", async () => {
    const keeper = await ledger.operator();
    const worker = { year: "2023", person_name: "石大山", person_key: "p1", phone: "13800001111", months: "6" };
    await ledger.createRow(keeper, "labour_record", {
      scope_id: PAIR,
      values: { ...worker, destination: "east", started: "2023-03-01", id_number: "980101199001020020" },
      command_id: "0197a000-0000-7000-8000-0000000000f4",
      reason: "登记",
    });
    const draw = async (who: Walker, command_id: string) => {
      const asked = { scope: PAIR, year: 2023, month: 11, line: "west", code: "E1", size: 1, seed: "一组" };
      const answer = await ask(who, "POST", "/api/spot-checks", { ...asked, title: `${who}抽查`, command_id });
      assert.equal(answer.statusCode, 200, answer.body);
      return { at: `/api/spot-checks/${PAIR}/${command_id}`, ...answer.json<SpotCheck>() };
    };
    const own = await draw("inspector", "0197a000-0000-7000-8000-0000000000f5");
    const others = await draw("clerk", "0197a000-0000-7000-8000-0000000000f6");
    assert.deepEqual([own.sheet, own.drew], [true, true]);
    const sheet = async (who: Walker, at: string) => ask(who, "GET", `${at}/sheet.xlsx`);
    const told = await Promise.all(
      (["inspector", "clerk", "city", "leader", "posted_cadre", "finance", "system"] as const).map(
        async (who) => `${who} ${(await sheet(who, own.at)).statusCode} ${(await sheet(who, others.at)).statusCode}`,
      ),
    );
    assert.deepEqual(told, [
      ...["inspector 200 403", "clerk 200 200", "city 403 403", "leader 403 403"],
      ...["posted_cadre 403 403", "finance 403 403", "system 403 403"],
    ]);
    const seen = (await ask("inspector", "GET", others.at)).json<SpotCheck>();
    assert.deepEqual([seen.sheet, seen.drew], [false, false], "what would be refused is not offered");
    const taken = (await sheet("inspector", own.at)).rawPayload;
    const { rows } = (await ask("audit", "GET", "/api/audit?event=name_list&limit=1")).json<{
      rows: { who: string; target: string; seq: string }[];
    }>();
    assert.deepEqual([rows[0]?.who, rows[0]?.target], ["inspector示例", "labour_record"]);
    const opened = await api.inject({
      ...{ method: "POST", url: encodeURI("/api/templates/open?name=核查.xlsx"), payload: taken },
      headers: { host, cookie: cookies.get("clerk") ?? "", "content-type": "application/octet-stream" },
    });
    const text = opened.body;
    assert.match(text, /石大山/);
    assert.match(text, /13800001111/, "who has to call sees the number");
    assert.doesNotMatch(text, /980101199001020020/);
    assert.match(text, new RegExp(`导出人：inspector示例（inspector办公室）.*编号：${rows[0]?.seq}`));
    const elsewhere = await ask("inspector", "GET", "/api/records/labour_record");
    assert.match(elsewhere.body, /138\*+11/, "in the ledger it stays hidden");
    // By whatever door: nobody mends what an inspector drew, nor takes it over, nor draws in another's name.
    const drawAt = `/api/records/spot_check/${PAIR}/${own.id}`;
    const itemAt = `/api/records/spot_check_item/${PAIR}/${own.items[0]?.item}`;
    const rowAt = async (at: string) => (await ask("keeper", "GET", at)).json<Row>();
    const [draw0, item0] = [await rowAt(drawAt), await rowAt(itemAt)];
    const { drawn_account, drawn_role } = draw0.values;
    const takenOver = {
      title: "抽查",
      indicator: "E1",
      year: "2023",
      month: "11",
      seed: "一",
      population: "1",
      sample: "1",
    };
    const forged = { ...takenOver, drawn_on: "2023-11-30", drawn_account, drawn_role };
    const more = { spot_check: own.id, number: "2", record: "labour_record", row_id: ROW };
    const doors: readonly (readonly [method: string, at: string, body: object])[] = [
      ["PATCH", drawAt, { values: { seed: "二组" }, version: draw0.version }],
      ["PATCH", itemAt, { values: { result: "true" }, version: item0.version }],
      ["POST", `${itemAt}/remove`, { version: item0.version }],
      ["POST", `${drawAt}/remove`, { version: draw0.version }],
      ["POST", "/api/records/spot_check", { scope_id: PAIR, values: forged }],
      ["POST", "/api/records/spot_check_item", { scope_id: PAIR, values: more }],
    ];
    for (const [method, at, body] of doors)
      for (const who of ["clerk", "city", "keeper"] as const) {
        const answer = await ask(who, method, at, { command_id: crypto.randomUUID(), reason: "改", ...body });
        assert.equal(answer.json<Problem>().code, "SPOT_CHECK_OTHERS", `${who} ${method} ${at}: ${answer.body}`);
      }
    // An inspector comes by no route of records; the ledger behind it asks the same.
    const inspector = (id: unknown): Actor => ({
      ...{ account_id: String(id), name: "钱示例", role: "inspector", scopes: [PAIR] },
    });
    const mend = (actor: Actor, record: string, row: Row, values: Row["values"]) =>
      ledger.changeRow(actor, record, PAIR, row.id, {
        ...{ version: row.version, values, command_id: crypto.randomUUID(), reason: "改" },
      });
    const second = inspector(ROW);
    const others1 = { code: "SPOT_CHECK_OTHERS" };
    await assert.rejects(mend(second, "spot_check", draw0, { seed: "二组" }), others1);
    await assert.rejects(mend(second, "spot_check_item", item0, { result: "true" }), others1);
    await assert.rejects(mend(inspector(drawn_account), "spot_check", draw0, { drawn_role: "clerk" }), others1);
    await mend(inspector(drawn_account), "spot_check_item", item0, { note: "空号" });
    // A stolen address is no key: the draw of another county is not there.
    assert.equal((await sheet("inspector", own.at.replace(PAIR, OTHER_PAIR))).statusCode, 404);
  });

  test("字典: a reviewer says what his own place calls an item, and no more; what holds everywhere is set above him", async () => {
    const alias = { code: "fiscal", from_year: null, to_year: null, source: "区农领小组〔2023〕2号" };
    const say = (who: Walker, text: string, place: string | null) =>
      ask(who, "POST", "/api/dictionaries/fund_kind/aliases", {
        ...{ ...alias, alias: text, place },
        command_id: crypto.randomUUID(),
      });
    const own = await say("reviewer", "结镇帮镇扶村资金", "乙省云岭州石坎县");
    assert.equal(own.statusCode, 200, own.body);
    const book = own.json<DictionaryBook>();
    assert.deepEqual([book.may_set, book.may_alias, book.places], [false, true, ["乙省云岭州石坎县"]]);
    for (const place of [null, "乙省云岭州", "甲省临海市望潮区", "乙省云岭州清溪县"]) {
      const refused = await say("reviewer", "扶村款", place);
      assert.deepEqual([refused.statusCode, refused.json<Problem>().code], [403, "DICTIONARY_PLACE"], String(place));
    }
    assert.equal((await say("clerk", "扶村款", "乙省云岭州石坎县")).json<Problem>().code, "ROLE_FORBIDDEN");
    const everywhere = await say("city", "帮扶款", null);
    assert.equal(everywhere.statusCode, 200, everywhere.body);
    const set = (text: string) =>
      everywhere
        .json<DictionaryBook>()
        .dictionaries.find(({ name }) => name === "fund_kind")
        ?.aliases.find((one) => one.alias === text);
    const remove = (text: string) => {
      const { id, version } = set(text) ?? {};
      const body = { version, reason: "不用了", command_id: crypto.randomUUID() };
      return ask("reviewer", "POST", `/api/dictionaries/fund_kind/aliases/${id}/removal`, body);
    };
    assert.equal((await remove("帮扶款")).json<Problem>().code, "DICTIONARY_PLACE");
    assert.equal((await remove("结镇帮镇扶村资金")).statusCode, 200);
    const places = (await ask("clerk", "GET", "/api/dictionaries/places")).json<ScopePlaces[]>();
    assert.deepEqual(
      places.find(({ scope }) => scope === PAIR)?.places,
      ["乙省云岭州石坎县", "甲省临海市望潮区"],
      "the western place first",
    );
    assert.equal(
      places.some(({ scope }) => scope === OTHER_PAIR),
      false,
    );
  });

  test("经办—审核: every door of such a ledger answers 202 and writes nothing; a colleague of the office accepts", async () => {
    const keeper = await ledger.operator();
    const office = await ledger.keepOffice(keeper, {
      ...{ name: "石坎县协作办", kind: "cooperation", party: WEST, place: null, maker_checker: false, branches: [] },
      ...{ reviewed: ["project"], state: "active" },
    });
    const colleague = async (name: string, role: Role) => {
      const { id, token } = await ledger.createAccount(keeper, { name, note: null });
      const none = { title: null, pairs: [], branches: [], projects: [] };
      await ledger.grantPost(keeper, { account: id, office, role, ...none });
      const cookie = await session(token);
      const own = { old: null, next: `${role} 大坪村 2023` };
      const kept = await api.inject({
        method: "POST",
        url: "/api/session/own-password",
        headers: { host, cookie },
        payload: own,
      });
      assert.equal(kept.statusCode, 200, kept.body);
      return (method: string, url: string, payload?: object) =>
        api.inject({
          method: method as "GET",
          url,
          headers: { host, cookie },
          ...(payload === undefined ? {} : { payload }),
        });
    };
    const clerk = await colleague("李经办", "clerk");
    const leader = await colleague("赵领导", "leader");
    const at = `/api/records/project/${PAIR}/${ROW}`;
    const before = (await clerk("GET", at)).json<Row>();
    const id = (last: string) => `0197a000-0000-7000-8000-0000000000${last}`;
    const of = (last: string, more: object = {}) => ({ command_id: id(last), reason: "更正", ...more });
    const { version } = before;
    const payment = { scope_id: PAIR, project: ROW, project_version: version, paid_on: "2023-11-20", amount: "1000" };
    const doors: readonly (readonly [method: string, url: string, body: object])[] = [
      ["PATCH", at, of("c1", { version, values: { total: "120000000" } })],
      ["POST", "/api/records/project", of("c2", { scope_id: PAIR, values: { name: "稻渔综合种养" } })],
      ["POST", "/api/records/milestone", of("c3", { scope_id: PAIR, values: { project: ROW, name: "开工" } })],
      ["POST", `${at}/remove`, of("c4", { version })],
      ["POST", "/api/money/payments", { ...payment, payee: "石坎建设公司", shares: [], command_id: id("c5") }],
    ];
    const held: string[] = [];
    for (const [method, url, body] of doors) {
      const answer = await clerk(method, url, body);
      assert.equal(answer.statusCode, 202, `${method} ${url}: ${answer.body}`);
      held.push(answer.json<{ held: { id: string } }>().held.id);
    }
    assert.equal(new Set(held).size, doors.length);
    assert.deepEqual((await clerk("GET", at)).json<Row>(), before, "nothing is written");
    const waiting = (await leader("GET", "/api/held-changes")).json<HeldLists>();
    assert.deepEqual(
      waiting.to_check.map((one) => one.id),
      held,
      "the oldest first",
    );
    const [first = ""] = held;
    const seen = (await leader("GET", `/api/held-changes/${first}`)).json<HeldView>();
    const accepting = { version: seen.version, command_id: id("d1"), seen: { [seen.rows[0]?.key ?? ""]: version } };
    const own = await clerk("POST", `/api/held-changes/${first}/accept`, accepting);
    assert.deepEqual([own.statusCode, own.json<Problem>().code], [403, "MAKER_IS_CHECKER"]);
    const foreign = await ask("clerk", "POST", `/api/held-changes/${first}/accept`, accepting);
    assert.equal(foreign.statusCode, 404, "another office of the county has no part in it");
    const accepted = await leader("POST", `/api/held-changes/${first}/accept`, accepting);
    assert.equal(accepted.statusCode, 200, accepted.body);
    const again = await leader("POST", `/api/held-changes/${first}/accept`, accepting);
    assert.deepEqual(
      [again.statusCode, again.json()],
      [200, accepted.json()],
      "its answer was lost: it is given again",
    );
    assert.equal((await clerk("GET", at)).json<Row>().values.total, "120000000");
    const [last] = (await clerk("GET", `${at}/history`)).json<readonly HistoryEntry[]>().slice(-1);
    assert.deepEqual([last?.maker, last?.who], ["李经办", "赵领导"]);
    // What was to be removed has changed meanwhile.
    const removal = (await leader("GET", `/api/held-changes/${held[3]}`)).json<HeldView>();
    assert.equal(removal.rows[0]?.gone, true);
    const late = {
      command_id: id("d2"),
      version: removal.version,
      seen: { [removal.rows[0]?.key ?? ""]: removal.rows[0]?.version ?? null },
    };
    const refused = await leader("POST", `/api/held-changes/${held[3]}/accept`, late);
    assert.equal(refused.json<Problem>().code, "HELD_OUTDATED");
    const described = api.swagger() as unknown as {
      readonly paths: { readonly [path: string]: { readonly [method: string]: { readonly responses: object } } };
    };
    for (const [path, method] of [
      ["/api/records/{record}", "post"],
      ["/api/records/{record}/{scope}/{id}", "patch"],
      ["/api/records/{record}/{scope}/{id}/step", "post"],
      ["/api/workbooks/{id}/imports", "post"],
    ] as const)
      assert.ok("202" in (described.paths[path]?.[method]?.responses ?? {}), `${path} does not say that it may wait`);
  });

  test("every write names its command, so that a request whose answer was lost is done once; or it says why twice is once", () => {
    const required = ({ parameters = [], requestBody }: Operation) => [
      ...parameters.filter((one) => one.in === "query" && one.required === true).map(({ name }) => name),
      ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => schema.required ?? []),
    ];
    const unnamed = routesOf(api)
      .filter(({ method, schema }) => method !== "GET" && !required(schema).includes("command_id"))
      .map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(unnamed.sort(), Object.keys(TWICE_IS_ONCE).sort());
  });

  test("信4: a refusal for want of a right stands in the audit log, by whom and at which door", async () => {
    await ask("system", "GET", "/api/records/project");
    const { rows } = (await ask("audit", "GET", "/api/audit?event=refused&limit=5")).json<{
      rows: { who: string; target: string; outcome: string }[];
    }>();
    assert.deepEqual(
      rows.slice(0, 1).map(({ who, target, outcome }) => [who, target, outcome]),
      [["system示例", "GET /api/records/:record", "refused"]],
    );
  });

  test("many at once: no answer holds another's rows", async () => {
    const seen: readonly [Walker, string][] = [
      ["keeper", "both"],
      ["clerk", "石坎"],
      ["city", "both"],
      ["inspector", "石坎"],
      ["system", "none"],
    ];
    const asked = Array.from({ length: 60 }, (_, at) => seen[at % seen.length] ?? seen[0]);
    const answers = await Promise.all(
      asked.map(async (one, at) => {
        const [who, what] = one ?? ["keeper", "both"];
        const url = at % 2 === 0 ? "/api/records/project?limit=10" : `/api/records/project/${OTHER_PAIR}/${OTHER_ROW}`;
        const { body } = await ask(who, "GET", url);
        return what === "both" || !body.includes("清溪县蔬菜基地") ? null : `${who} saw ${url}`;
      }),
    );
    assert.deepEqual(
      answers.filter((wrong) => wrong !== null),
      [],
    );
  });
});

interface Described {
  readonly method: string;
  readonly path: string;
  readonly schema: Operation;
}

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Shape;
  }[];
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: Shape } } };
}

interface Shape {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly required?: readonly string[];
  readonly properties?: { readonly [name: string]: Shape };
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly $ref?: string;
}

/** Every route as the API describes itself. */
function routesOf(api: Api): readonly Described[] {
  const described = api.swagger() as unknown as {
    readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  };
  return Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, schema]) => ({ method: method.toUpperCase(), path, schema })),
  );
}

/** The path with values in its places, and the query that must be there. */
function filled(path: string, { parameters = [] }: Operation): string {
  const values: { readonly [name: string]: string } = {
    record: "project",
    scope: PAIR,
    id: ROW,
    from: "milestone",
    field: "project",
  };
  const at = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const shape = parameters.find((one) => one.in === "path" && one.name === name)?.schema;
    return encodeURIComponent(values[name] ?? String(exampleOf(shape ?? { type: "string" })));
  });
  const query = parameters.filter((one) => one.in === "query" && one.required === true);
  const search = query.map(({ name, schema }) => `${name}=${encodeURIComponent(String(exampleOf(schema)))}`).join("&");
  return search === "" ? at : `${at}?${search}`;
}

function bodyOf({ requestBody }: Operation): object | undefined {
  const [content] = Object.values(requestBody?.content ?? {});
  const value = content === undefined ? undefined : exampleOf(content.schema);
  return typeof value === "object" && value !== null ? value : undefined;
}

/** A value that fits a schema as far as it goes; what only the ledger can judge, it judges after the rights. */
function exampleOf(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  if (shape.anyOf !== undefined)
    return exampleOf(shape.anyOf.find(({ type }) => type === "null") ?? shape.anyOf[0] ?? {});
  switch (shape.type) {
    case "object":
      return Object.fromEntries(
        (shape.required ?? []).map((name) => [name, exampleOf(shape.properties?.[name] ?? {})]),
      );
    case "array":
      return Array.from({ length: shape.minItems ?? 0 }, () => exampleOf(shape.items ?? {}));
    case "integer":
    case "number":
      return shape.minimum ?? 1;
    case "boolean":
      return false;
    default:
      return textOf(shape);
  }
}

function textOf({ format, pattern, minLength = 1 }: Shape): string {
  if (format === "uuid") return ROW;
  if (format === "date") return "2023-12-01";
  if (pattern === "^[0-9a-f]{64}$") return "0".repeat(64);
  if (pattern?.startsWith("^[1-9]") === true) return "1";
  if (pattern?.startsWith("^[a-z_]") === true) return "project";
  if (pattern?.startsWith("^[A-I]") === true) return "A1";
  return "某".repeat(Math.max(minLength, 2));
}
