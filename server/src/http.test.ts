import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import {
  type FollowupBoard,
  type FollowupCounts,
  type ImportPlan,
  type ImportProgress,
  type Ledger,
  type MoneyBoard,
  type OpenStatement,
  openLedger,
  type Proof,
  type Registered,
  type TemplateBinding,
  writePaper,
} from "@shanhai/ledger";
import { type Decision, type DocumentView, pairId, partyId, recordDefinitions, type WritePlan } from "@shanhai/model";
import { Check } from "typebox/schema";
import { buildServer } from "./build-server.js";
import type { CollectionView, OpenedTemplate, Page, Problem, ReferringRows, Row, Submission } from "./contract.js";
import type { Api } from "./route.js";
import { startServer } from "./start-server.js";
import { trialCertificate } from "./trial-certificate.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const sample = readFileSync(join(root, "samples/01-海珠区代表团赴黔南三县.txt"));
const host = "127.0.0.1:8321";

/** The real server over a real embedded database, asked in process. */
describe("HTTP over the real ledger", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "shanhai-http-"));
  const failures: string[] = [];
  let ledger: Ledger;
  let api: Api;
  let cookie = "";

  before(async () => {
    ledger = await openLedger({ dataDir });
    api = await buildServer({
      ledger,
      answersTo: (asked) => asked === host,
      version: "0",
      secure: false,
      uploadMb: 8,
      log: (line) => failures.push(line),
    });
    const { token } = await ledger.createSignIn("first");
    const answer = await ask("POST", "/api/session", { token });
    assert.equal(answer.statusCode, 200);
    cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
    assert.match(String(answer.headers["set-cookie"]), /HttpOnly; SameSite=Strict/);
    const again = await ask("POST", "/api/session", { token });
    assert.equal(again.statusCode, 401, "a link works once");
  });

  after(async () => {
    await api.close();
    await ledger.close();
    rmSync(dataDir, { recursive: true, force: true });
    assert.deepEqual(failures, [], "no request may end in an unexpected failure");
  });

  async function ask(
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    url: string,
    body?: object | Buffer | Readable,
    signedIn = true,
  ) {
    return api.inject({
      method,
      url: encodeURI(url),
      headers: {
        host,
        ...(signedIn && cookie !== "" ? { cookie } : {}),
        ...(Buffer.isBuffer(body) || body instanceof Readable ? { "content-type": "application/octet-stream" } : {}),
      },
      ...(body === undefined ? {} : { payload: body }),
    });
  }

  async function bring(name: string, bytes: Buffer): Promise<Submission> {
    const answer = await ask("POST", `/api/documents?name=${name}`, bytes);
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json<Submission>();
  }

  test("a file over the limit that is set is refused with the limit, whether or not its size is told before", async () => {
    const bytes = Buffer.alloc(8 * 2 ** 20 + 1, 97);
    for (const payload of [bytes, Readable.from([bytes.subarray(0, 5_000_000), bytes.subarray(5_000_000)])]) {
      const answer = await ask("POST", "/api/documents?name=a.txt", payload);
      assert.equal(answer.statusCode, 413, answer.body);
      assert.match(answer.body, /8 MB/u);
    }
    const said = async (name: string, size: number, signedIn = true) => {
      // Announced, and never sent: refused before a byte is read, or it would wait for ever.
      const headers = { host, "content-length": String(size), ...(signedIn ? { cookie } : {}) };
      const endless = new Readable({ read: () => undefined });
      const answer = await api.inject({
        method: "POST",
        url: encodeURI(`/api/documents?name=${name}`),
        headers,
        payload: endless,
      });
      return [answer.statusCode, answer.json<{ code: string }>().code];
    };
    assert.deepEqual(await said("a.txt", 2 ** 30), [413, "TOO_LARGE"]);
    assert.deepEqual(await said("机密★名单.xlsx", 9), [422, "DOCUMENT_SECRET"]);
    assert.deepEqual(await said("a.txt", 9, false), [401, "NOT_SIGNED_IN"]);
  });

  test("a map is shown with its approval number or not at all", async () => {
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
    const put = (approval: string, body: Buffer) =>
      ask("PUT", `/api/approved-map?name=示意.png&approval=${approval}`, body);
    const refused = async (approval: string, body: Buffer, code: string) => {
      const answer = await put(approval, body);
      assert.deepEqual([answer.statusCode, answer.json<{ code: string }>().code], [422, code], answer.body);
    };
    await refused("", picture, "MAP_APPROVAL");
    await refused("2023年第1号", picture, "MAP_APPROVAL");
    await refused("GS（2023）0000号", Buffer.from("<svg/>"), "MAP_PICTURE");
    assert.deepEqual((await ask("GET", "/api/approved-map")).json(), { map: null });
    const kept = await put("GS（2023）0000号", picture);
    assert.equal(kept.statusCode, 200, kept.body);
    const { map } = (await ask("GET", "/api/approved-map")).json<{ map: { approval: string; sha256: string } }>();
    assert.equal(map.approval, "GS（2023）0000号");
    const shown = await ask("GET", `/api/approved-map/${map.sha256}`);
    assert.deepEqual([shown.headers["content-type"], shown.rawPayload], ["image/png", picture]);
    assert.deepEqual(Object.keys((await ask("GET", "/api/settings")).json<object>()).sort(), [
      "daily_backup",
      "lock_minutes",
      "separated",
    ]);
    assert.equal((await ask("DELETE", "/api/approved-map")).statusCode, 200);
    assert.equal((await ask("GET", `/api/approved-map/${map.sha256}`)).statusCode, 404);
  });

  test("a long answer goes compressed to whom can read that, the same words to whom cannot", async () => {
    const get = (encoding: string) =>
      api.inject({ method: "GET", url: "/api/records", headers: { host, cookie, "accept-encoding": encoding } });
    const plain = await get("identity");
    assert.equal(plain.headers["content-encoding"], undefined);
    for (const [name, back] of [
      ["br", brotliDecompressSync],
      ["gzip", gunzipSync],
    ] as const) {
      const small = await get(`${name}, identity`);
      assert.equal(small.headers["content-encoding"], name);
      assert.ok(small.rawPayload.length < plain.rawPayload.length / 4, name);
      assert.equal(back(small.rawPayload).toString(), plain.body);
    }
  });

  test("without a session every route refuses, in both languages", async () => {
    for (const url of ["/api/summary", "/api/documents", "/api/records", "/api/records/visit"]) {
      const answer = await ask("GET", url, undefined, false);
      const problem = answer.json<Problem>();
      assert.equal(answer.statusCode, 401, url);
      assert.match(String(answer.headers["content-type"]), /^application\/problem\+json/);
      assert.equal(problem.code, "NOT_SIGNED_IN");
      assert.match(problem.title + problem.detail, /登录/);
      assert.match(problem.en, /[Ss]ign in/);
    }
  });

  test("an unknown address of the API is a problem, not a page", async () => {
    const answer = await ask("GET", "/api/nothing");
    assert.equal(answer.statusCode, 404);
    assert.equal(answer.json<Problem>().code, "NOT_FOUND");
    assert.equal((await ask("GET", "/api/records/nothing")).statusCode, 404);
    assert.equal((await ask("GET", "/api/documents/not-an-id")).statusCode, 400);
  });

  const unusable: readonly [string, string, Buffer, string][] = [
    ["an empty file", "空.txt", Buffer.alloc(0), "DOCUMENT_EMPTY"],
    [
      "a binary file",
      "程序.exe",
      Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0, 0xb8, 0]),
      "DOCUMENT_BINARY",
    ],
    [
      "a page with no Chinese",
      "page.html",
      Buffer.from("<html><body><p>Nothing to see here today, move along.</p></body></html>"),
      "DOCUMENT_NO_CHINESE",
    ],
    [
      "a secret file",
      "方案.txt",
      Buffer.from("机密★10年\n\n关于东西部协作资金安排的方案\n\n一、安排协作资金。\n"),
      "DOCUMENT_SECRET",
    ],
  ];
  for (const [what, name, bytes, code] of unusable) {
    test(`${what} is refused in words and leaves nothing behind`, async () => {
      const before = filesIn(join(dataDir, "files"));
      const answer = await ask("POST", `/api/documents?name=${name}`, bytes);
      const problem = answer.json<Problem>();
      assert.equal(problem.code, code, answer.body);
      assert.equal(answer.statusCode, 422);
      assert.match(problem.title, /\p{Script=Han}/u);
      assert.deepEqual(filesIn(join(dataDir, "files")), before);
    });
  }

  test("a document goes in, is checked, becomes records whose values open their sentences, and is taken back", async () => {
    const first = await bring("三县.txt", sample);
    assert.equal(first.created, true);
    assert.equal((await bring("三县.txt", sample)).created, false);

    const view = (await ask("GET", `/api/documents/${first.document_id}`)).json<DocumentView>();
    assert.ok(view.items.length > 20, `${view.items.length} items`);
    for (const { fact } of view.items) {
      for (const { start, end, quote } of fact.evidence) assert.equal(view.raw.slice(start, end), quote);
    }

    const visit = view.items.find(({ fact }) => fact.kind === "event" && fact.type === "visit");
    assert.ok(visit, "the tour");
    const decisions: Decision[] = [{ fact: visit.fact.id, verdict: "adopt" }];
    const planned = await ask("POST", `/api/documents/${view.id}/plan`, { decisions });
    const plan = planned.json<WritePlan>();
    assert.equal(planned.statusCode, 200, planned.body);
    assert.equal(plan.rows.filter((row) => row.record === "visit").length, 3, "one visit for each of three pairs");

    const command_id = "0190a1b2-0000-7000-8000-000000000001";
    const unseen = await ask("POST", `/api/documents/${view.id}/decisions`, {
      decisions,
      plan_hash: "0".repeat(64),
      command_id,
    });
    assert.equal(unseen.statusCode, 409, "a plan that was not shown is not written");
    assert.deepEqual((await ask("GET", "/api/records/visit")).json<{ rows: unknown[] }>().rows, []);

    const written = await ask("POST", `/api/documents/${view.id}/decisions`, {
      decisions,
      plan_hash: plan.hash,
      command_id,
    });
    assert.equal(written.statusCode, 200, written.body);
    const repeated = await ask("POST", `/api/documents/${view.id}/decisions`, {
      decisions,
      plan_hash: plan.hash,
      command_id,
    });
    assert.equal(repeated.json<{ repeated: boolean }>().repeated, true, "sending it again is the same command");

    const { rows } = (await ask("GET", "/api/records/visit")).json<{
      rows: { scope_id: string; id: string; values: { [field: string]: unknown } }[];
    }>();
    assert.equal(rows.length, 3);
    const [row] = rows;
    assert.ok(row);
    const sources = (await ask("GET", `/api/records/visit/${row.scope_id}/${row.id}/sources`)).json<
      { field: string; quote: string | null; document_id: string; place: { start: number; end: number } | null }[]
    >();
    const quoted = sources.filter((source) => source.quote !== null && source.place !== null);
    assert.ok(quoted.length > 0);
    for (const { quote, place } of quoted) assert.equal(view.raw.slice(place?.start, place?.end), quote);

    const heading = row.values.direction;
    const narrowed = (await ask("GET", `/api/records/visit?where=direction:${heading}`)).json<Page<Row>>();
    assert.ok(narrowed.rows.some(({ id }) => id === row.id));
    assert.ok(narrowed.rows.every(({ values }) => values.direction === heading));
    for (const where of ["direction:sideways", "title:x", "nothing:east"])
      assert.equal((await ask("GET", `/api/records/visit?where=${where}`)).statusCode, 400, where);

    const listed = (...conditions: readonly (readonly string[])[]) =>
      ask("GET", `/api/records/visit?conditions=${JSON.stringify(conditions)}&sort=-headcount`);
    const { rows: matching } = (await listed(["direction", "one_of", String(heading)])).json<Page<Row>>();
    assert.deepEqual(matching.map(({ id }) => id).sort(), narrowed.rows.map(({ id }) => id).sort());
    assert.equal((await listed(["direction", "like", "e"])).statusCode, 400);
    assert.equal((await ask("GET", "/api/records/visit?conditions={")).statusCode, 400);
    assert.equal((await ask("GET", "/api/records/visit?sort=nothing")).statusCode, 400);
    const named = (await ask("GET", "/api/records/visit?titles=true")).json<Page<Row>>();
    const [host] = Array.isArray(row.values.host) ? row.values.host : [];
    assert.ok((named.titles?.[String(host)] ?? "").length > 1, "what the rows point to is named");

    const around = `/api/records/visit/${row.scope_id}/${row.id}/referring`;
    const kinds = (await ask("GET", `${around}?limit=1`)).json<ReferringRows[]>();
    const stops = kinds.find(({ record, field }) => record === "visit_stop" && field === "visit");
    assert.ok(stops, "a visit's stops point to it");
    assert.equal(stops.rows.length, 1);
    assert.equal(stops.rows[0]?.values.visit, row.id);
    const onward = `${around}/visit_stop/visit?limit=500&after=${stops.next}`;
    const more = (await ask("GET", stops.next === null ? `${around}/visit_stop/visit` : onward)).json<Page<Row>>();
    assert.ok(more.rows.length > 0 && more.rows.every(({ values }) => values.visit === row.id));
    assert.equal((await ask("GET", `${around}/statement/text`)).statusCode, 400, "a field that points nowhere");
    assert.equal((await ask("GET", `${around}/nothing/visit`)).statusCode, 404);

    const undone = await ask("POST", `/api/documents/${view.id}/undo`, {
      fact: visit.fact.id,
      command_id: "0190a1b2-0000-7000-8000-000000000002",
    });
    assert.equal(undone.statusCode, 200, undone.body);
    assert.deepEqual((await ask("GET", "/api/records/visit")).json<{ rows: unknown[] }>().rows, []);
  });

  test("a document withdrawn while another checks it: the other is told by whom and writes nothing", async () => {
    const { document_id } = await bring("撤下.txt", Buffer.from(sample.toString("utf8").replace("听全文　", "")));
    const view = (await ask("GET", `/api/documents/${document_id}`)).json<DocumentView>();
    const [item] = view.items;
    assert.ok(item);
    const decisions: Decision[] = [{ fact: item.fact.id, verdict: "adopt" }];
    const plan = (await ask("POST", `/api/documents/${document_id}/plan`, { decisions })).json<WritePlan>();
    const withdrawal = { reason: "重复", command_id: randomUUID() };
    assert.equal((await ask("POST", `/api/documents/${document_id}/withdraw`, withdrawal)).statusCode, 204);
    assert.equal(
      (await ask("POST", `/api/documents/${document_id}/withdraw`, withdrawal)).statusCode,
      204,
      "sent again",
    );
    const refused = await ask("POST", `/api/documents/${document_id}/decisions`, {
      decisions,
      plan_hash: plan.hash,
      command_id: "0190a1b2-0000-7000-8000-000000000003",
    });
    assert.equal(refused.statusCode, 409, refused.body);
    assert.equal(refused.json<Problem>().code, "DOCUMENT_WITHDRAWN");
  });

  test("a row is made, changed, taken a step further and proved by hand; who comes second is told", async () => {
    const party = async (path: string, side: string) =>
      (
        await ask("POST", "/api/records/party", {
          scope_id: "00000000-0000-0000-0000-000000000000",
          values: { path, name: path, kind: "region", side },
          command_id: randomUUID(),
          reason: "",
        })
      ).json<Registered>().row.id;
    const [east, west] = [await party("甲省临海市望潮区", "east"), await party("乙省云岭州石坎县", "west")];
    const pair = await ask("POST", "/api/records/pair", {
      scope_id: "00000000-0000-0000-0000-000000000000",
      values: { label: "望潮区·石坎县", east, west },
      command_id: randomUUID(),
      reason: "",
    });
    assert.equal(pair.statusCode, 200, pair.body);
    const scope_id = pair.json<Registered>().row.id;
    const made = await ask("POST", "/api/records/task", {
      scope_id,
      values: { title: "福泉村卫生服务站开工", origin: "manual", side: "west" },
      command_id: randomUUID(),
      reason: "",
    });
    const { row } = made.json<Registered>();
    const at = `/api/records/task/${scope_id}/${row.id}`;
    const given = (values: object) => ({ version: row.version, values, command_id: randomUUID(), reason: "" });
    const wanting = await ask("POST", `${at}/step`, { to: "assigned", ...given({}) });
    assert.equal(wanting.statusCode, 422);
    assert.match(wanting.json<Problem>().title, /办结时限/);
    const stepped = await ask("POST", `${at}/step`, {
      to: "assigned",
      ...given({ owner_name: "石坎县卫生健康局", due: "2023-12-15" }),
    });
    assert.equal(stepped.statusCode, 200, stepped.body);
    const late = await ask("PATCH", at, given({ note: "急" }));
    assert.equal(late.statusCode, 409);
    assert.match(late.json<Problem>().title, /办结时限/);
    const { version: _, ...fresh } = given({});
    assert.equal((await ask("POST", "/api/records/nothing", { scope_id, ...fresh })).statusCode, 404);
    const misspelt = await ask("PATCH", at, { ...given({ note: "急" }), verison: row.version });
    assert.deepEqual([misspelt.statusCode, misspelt.json<Problem>().code], [400, "PROPERTY_UNKNOWN"]);
    assert.match(misspelt.json<Problem>().title, /verison/, "told which, and not carried out without it");
    const nested = await ask("POST", "/api/closings", {
      ...{ scope: scope_id, year: 2023, month: 11, line: "west", command_id: randomUUID() },
      choices: [{ indicator: "E1", source: "ledger", to_dat: "1" }],
    });
    assert.match(nested.json<Problem>().title, /to_dat/);
    assert.equal((await ask("PATCH", at, { values: {} })).statusCode, 400);

    const seen = async (side: string) =>
      (await ask("GET", `/api/followup?side=${side}&day=2024-01-01&scope=${scope_id}`)).json<FollowupBoard>();
    assert.deepEqual(
      (await seen("west")).rows.map(({ light, days_late }) => [light, days_late]),
      [["late", 17]],
    );
    assert.deepEqual(
      (await seen("east")).rows.map(({ light, days_late, status }) => [light, days_late, status]),
      [["moving", null, null]],
    );
    const counts = await ask("GET", "/api/followup/counts?side=west&day=2024-01-01");
    assert.equal(counts.json<FollowupCounts>().own.late, 1, counts.body);
    for (const list of ["open", "unanswered?side=west", "return-visits"])
      assert.equal((await ask("GET", `/api/followup/${list}`)).statusCode, 200, list);

    const money = await ask("GET", `/api/money?scope=${scope_id}&year=2023&day=2023-11-30`);
    assert.equal(money.statusCode, 200, money.body);
    assert.equal(money.json<MoneyBoard>().rates.at(-1)?.why?.zh, "支付未按来源登记");
    assert.equal((await ask("GET", "/api/money?year=2023")).statusCode, 404, "no board without a pair or party");

    const photo = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
    const attached = await ask(
      "POST",
      `${at}/proofs?name=开工.jpg&strength=B&formed=2023-12&command_id=${randomUUID()}`,
      photo,
    );
    assert.equal(attached.statusCode, 200, attached.body);
    const [proof] = (await ask("GET", `${at}/proofs`)).json<Proof[]>();
    assert.equal(proof?.name, "开工.jpg");
    const file = await ask("GET", `${at}/proofs/${proof?.id}/file`);
    assert.deepEqual(file.rawPayload, photo);
    assert.equal(file.headers["content-type"], "image/jpeg");
    assert.match(String(file.headers["content-disposition"]), /^inline/);
    const detached = await ask("POST", `${at}/proofs/${proof?.id}/remove`, {
      version: proof?.version,
      command_id: randomUUID(),
      reason: "传错",
    });
    assert.equal(detached.statusCode, 200, detached.body);
    const { version } = stepped.json<Registered>().row;
    const removed = await ask("POST", `${at}/remove`, { version, command_id: randomUUID(), reason: "重复" });
    assert.equal(removed.statusCode, 200, removed.body);
    assert.equal((await ask("GET", at)).statusCode, 404);
  });

  test("a ledger is taken out as a workbook under its Chinese name; what is asked wrongly is refused before it begins", async () => {
    const answer = await ask("GET", "/api/records/person/export.xlsx");
    assert.equal(answer.statusCode, 200);
    assert.match(String(answer.headers["content-disposition"]), /^attachment; .*filename\*=UTF-8''%E4%BA%BA/);
    assert.deepEqual([...answer.rawPayload.subarray(0, 4)], [0x50, 0x4b, 3, 4]);
    const wrong = await ask("GET", "/api/records/person/export.xlsx?as_of=2023-02-30");
    assert.equal(wrong.statusCode, 400);
    assert.equal((await ask("GET", "/api/records/nothing/export.xlsx")).statusCode, 404);
  });

  test("收表 and 模板填报: forms go out as files, other files are refused, a form is bound and known again", async () => {
    const pair = (await ask("GET", "/api/records/pair")).json<Page<Row>>().rows[0];
    assert.ok(pair !== undefined);
    const task = {
      scope: pair.id,
      title: "11月月报",
      year: 2023,
      month: 11,
      due: "2023-12-05",
      command_id: randomUUID(),
    };
    const none = await ask("POST", "/api/collections", { ...task, units: [] });
    assert.equal(none.statusCode, 400);
    const begun = await ask("POST", "/api/collections", { ...task, units: [{ name: "县人社局", indicators: ["E1"] }] });
    const { scope_id, id } = begun.json<{ scope_id: string; id: string }>();
    const zip = await ask("GET", `/api/collections/${scope_id}/${id}/workbooks.zip`);
    assert.match(String(zip.headers["content-type"]), /zip/);
    const form = zip.rawPayload;
    const other = await ask("POST", "/api/collected?name=台账.csv", Buffer.from("序号,名称\n1,甲\n"));
    assert.equal(other.json<Problem>().code, "COLLECTION_FILE_UNKNOWN");
    assert.equal((await ask("POST", "/api/collected?name=a.xlsx", form)).statusCode, 422);
    const view = (await ask("GET", `/api/collections/${scope_id}/${id}`)).json<CollectionView>();
    assert.match(view.reminder ?? "", /县人社局/);
    const sheet = view.sheets[0];
    assert.ok(sheet !== undefined);
    const workbook = await ask("GET", `/api/collected/${scope_id}/${sheet.id}/workbook.xlsx`);
    const opened = (
      await ask("POST", "/api/templates/open?name=附件3.xlsx", workbook.rawPayload)
    ).json<OpenedTemplate>();
    const unbound = await ask(
      "POST",
      `/api/templates/fill?name=附件3.xlsx&scope=${scope_id}&year=2023&month=11`,
      workbook.rawPayload,
    );
    assert.equal(unbound.statusCode, 422);
    const bindings = [{ sheet: "填报表", cell: "G5", indicator: "E1", measure: "to_date", unit: null }];
    const row = { record: "project", field: "name", period: "year", filter: {}, row: 1, rows: null };
    bindings.push({ sheet: "填报表", cell: "H5", unit: null, ...row } as never);
    const named = { bindings, name: "附件3.xlsx", command_id: randomUUID() };
    const bound = await ask("PUT", `/api/templates/${opened.fingerprint}`, named);
    assert.equal(bound.statusCode, 204);
    const again = (
      await ask("POST", "/api/templates/open?name=附件3.xlsx", workbook.rawPayload)
    ).json<OpenedTemplate>();
    assert.deepEqual(again.bindings, bindings);
    const filled = await ask(
      "POST",
      `/api/templates/fill?name=附件3.xlsx&scope=${scope_id}&year=2023&month=11`,
      workbook.rawPayload,
    );
    assert.equal(filled.statusCode, 200);
    assert.deepEqual([filled.headers["shanhai-filled"], filled.headers["shanhai-empty"]], ["0", "G5%2CH5"]);

    const kept = async () => (await ask("GET", "/api/template-bindings")).json<TemplateBinding[]>();
    const [one] = await kept();
    assert.deepEqual([one?.name, one?.places, one?.fingerprint], ["附件3.xlsx", 2, opened.fingerprint]);
    const renamed = await ask("PATCH", `/api/template-bindings/${one?.id}`, {
      name: "省厅附件3",
      command_id: randomUUID(),
    });
    assert.deepEqual([renamed.statusCode, (await kept())[0]?.name], [204, "省厅附件3"]);
    const mapping = await ask("DELETE", `/api/import-mappings/${one?.id}`);
    assert.equal(mapping.json<Problem>().code, "REMEMBERED_MISSING", "a form's binding is no mapping");
    assert.equal((await ask("DELETE", `/api/template-bindings/${one?.id}`)).statusCode, 204);
    assert.deepEqual(await kept(), []);
    const forgotten = await ask("POST", "/api/templates/open?name=附件3.xlsx", workbook.rawPayload);
    assert.deepEqual(forgotten.json<OpenedTemplate>().bindings, []);
  });

  test("the API describes itself as OpenAPI 3.1, every route with a summary", async () => {
    const description = (await ask("GET", "/api/docs/json")).json<{
      openapi: string;
      paths: { [path: string]: { [method: string]: DescribedRoute } };
      components: { schemas: { [name: string]: { properties?: object } } };
    }>();
    assert.match(description.openapi, /^3\.1\./);
    assert.ok(Object.keys(description.paths).length >= 12);
    for (const [path, methods] of Object.entries(description.paths)) {
      for (const [method, { summary }] of Object.entries(methods))
        assert.match(summary ?? "", / · /, `${method} ${path}`);
    }
    assert.equal((await ask("GET", "/api/docs")).statusCode, 200);
    // Every ledger by name, with all its fields; and what the server answers is what the description says.
    const { schemas } = description.components;
    const answered = new Set<string>();
    for (const { name, fields } of recordDefinitions) {
      const schema = schemas[name];
      assert.deepEqual(
        Object.keys(schema?.properties ?? {}),
        fields.map(({ key }) => key),
        name,
      );
      const { rows } = (await ask("GET", `/api/records/${name}?limit=20`)).json<Page<Row>>();
      for (const row of rows) {
        assert.ok(schema && Check(schema, row.values), `${name} ${JSON.stringify(row.values)}`);
        answered.add(name);
      }
      for (const [key, value] of [
        ["amount_of_nothing", 1],
        [fields[0]?.key ?? "", {}],
      ] as const)
        assert.equal(schema && Check(schema, { [key]: value }), false, `${name} would take ${key}`);
    }
    assert.ok(answered.size >= 5, [...answered].join());
    const refusal = await ask("GET", "/api/records/project?sort=no_such_field");
    assert.match(String(refusal.headers["content-type"]), /^application\/problem\+json/);
    const told = schemas.Problem;
    assert.ok(told && Check(told, refusal.json()), refusal.body);
    for (const [path, methods] of Object.entries(description.paths))
      for (const [method, { responses }] of Object.entries(methods))
        for (const [status, { content = {} }] of Object.entries(responses))
          if (!(status < "400")) assert.ok("application/problem+json" in content, `${method} ${path} ${status}`);
    const path = description.paths["/api/records/{record}"]?.get?.parameters?.find(({ name }) => name === "record");
    assert.deepEqual(
      path?.schema.enum,
      recordDefinitions.map(({ name }) => name),
    );
  });

  test("西8: five items of a 纪要.docx become five tasks with unit and time limit; an article with eight words adds none, and nothing is late", async () => {
    const minutes = await writePaper({
      title: "海珠区—惠水县东西部协作联席会议纪要",
      text: [
        "2023年11月16日，海珠区、惠水县召开东西部协作联席会议，听取了工作汇报。现将议定事项纪要如下：",
        "一、同意将好花红村卫生服务站用地列入协调事项。（责任单位：惠水县卫生健康局；完成时限：2023年12月15日）",
        "二、组织辣椒、食用菌产品进入机关食堂，年内新增采购200万元。（牵头单位：惠水县商务局；配合单位：惠水县供销社）",
        "三、组织300名劳动力赴海珠区就业。责任单位：惠水县人力资源和社会保障局，完成时限：2024年2月29日前。",
        "四、选派12名教师到惠水县第二中学支教。（责任单位：海珠区教育局；完成时限：2024年3月1日）",
        "五、县农业农村局、县林业局要加快食用菌大棚二期建设，确保12月底前通过验收。",
        "发送：海珠区、惠水县各有关单位。",
      ].join("\n"),
    });
    const article = `海珠区党政代表团到惠水县对接东西部协作工作

来源：惠水融媒　2023年11月18日

11月16日，海珠区委副书记、区长林晓禾率代表团到惠水县考察，并召开东西部协作座谈会。惠水县委书记周行远主持会议。

周行远表示，惠水县将全力做好服务保障。他希望海珠区在产业发展上给予更多支持。他希望海珠区加大人才帮扶力度。

林晓禾表示，海珠区将一如既往支持惠水发展。海珠区将选派更多优秀教师到惠水支教。海珠区将引导企业到惠水投资兴业。海珠区将拓宽惠水农产品销售渠道。海珠区将加强劳务协作，帮助更多群众就业。
`;
    const adopt = async (name: string, bytes: Buffer) => {
      const taken = await ask("POST", `/api/documents?name=${name}`, bytes);
      assert.equal(taken.statusCode, 200, taken.body);
      const { document_id } = taken.json<Submission>();
      const view = (await ask("GET", `/api/documents/${document_id}`)).json<DocumentView>();
      const decisions = view.items.map(({ fact }) => ({ fact: fact.id, verdict: "adopt" }) as const);
      const plan = (await ask("POST", `/api/documents/${document_id}/plan`, { decisions })).json<WritePlan>();
      const given = { decisions, plan_hash: plan.hash, command_id: randomUUID() };
      const written = await ask("POST", `/api/documents/${document_id}/decisions`, given);
      assert.equal(written.statusCode, 200, written.body);
    };
    const scope = pairId(
      partyId({ kind: "region", code: "440105", name: "广东省广州市海珠区" }),
      partyId({ kind: "region", code: "522731", name: "贵州省黔南布依族苗族自治州惠水县" }),
    );
    const open = async (grade: string) =>
      (await ask("GET", `/api/followup/open?grade=${grade}&scope=${scope}`)).json<OpenStatement[]>();
    const board = async (side: string) =>
      (await ask("GET", `/api/followup?side=${side}&scope=${scope}&day=2023-11-20`)).json<FollowupBoard>().rows;

    await adopt("纪要.docx", Buffer.from(minutes));
    const agreed = await open("agreed");
    assert.equal(agreed.length, 5);
    const statements = agreed.map(({ id, version, drafts }) => ({ id, version, tasks: drafts }));
    const broken = await ask("POST", "/api/followup/breakdown", {
      ...{ scope_id: scope, statements, command_id: randomUUID(), reason: "分解" },
    });
    assert.equal(broken.statusCode, 200, broken.body);
    const tasks = await board("west");
    assert.equal(tasks.length, 5);
    const told = await Promise.all(
      tasks.map(async ({ id }) => (await ask("GET", `/api/records/task/${scope}/${id}`)).json<Row>().values),
    );
    assert.deepEqual(told.map(({ due, side }) => `${due} ${side}`).sort(), [
      "2023-12 west",
      "2023-12-15 west",
      "2023-12-31 west",
      "2024-02-29 west",
      "2024-03-01 east",
    ]);
    assert.ok(told.every(({ owner_name }) => typeof owner_name === "string" && owner_name !== ""));

    await adopt("报道.txt", Buffer.from(article));
    assert.deepEqual(
      [(await board("west")).length, (await open("statement")).length, (await open("agreed")).length],
      [5, 8, 0],
    );
    for (const side of ["west", "east"])
      assert.ok(
        (await board(side)).every(({ light }) => light !== "late"),
        side,
      );
    const theirs = (await board("west")).filter(({ light }) => light === "moving");
    assert.equal(theirs.length, 1, "the eastern item is 推进中, whatever its time limit");
  });

  test("a large import is cancelled by its route between two batches: what was confirmed stays, nothing half, and is taken back whole", async () => {
    const rows = Array.from({ length: 2500 }, (_, at) => {
      const identity = `98010119900101${String(1000 + at)}`;
      return [
        at + 1,
        "平坝镇",
        "红星村",
        `张示例${at}`,
        identity,
        "一般户",
        "甲省",
        `某公司${at % 9}`,
        "2023-02-10",
        "8",
      ].join(",");
    });
    const head = "序号,乡镇,村,姓名,身份证号码,人员类别,省,务工单位,外出时间,月数";
    const roll = ["石坎县2023年务工花名册", head, ...rows].join("\r\n");
    const { document_id } = await bring("石坎县2023年务工花名册.csv", Buffer.from(roll));
    const place = (path: string, adcode: string) => ({ path, adcode });
    const pair = (
      await ask("POST", "/api/pairs", {
        east: place("甲省临海市望潮区", "990101"),
        west: place("乙省云岭州石坎县", "980101"),
      })
    ).json<{ id: string }>();
    const options = { scope: pair.id, year: 2023 };
    const planned = await ask("POST", `/api/workbooks/${document_id}/plan`, { options });
    assert.equal(planned.statusCode, 200, planned.body);
    const plan = planned.json<ImportPlan>();
    assert.equal(plan.tally.added, 2500);
    const import_id = randomUUID();
    const imports = `/api/workbooks/${document_id}/imports`;
    const begun = (
      await ask("POST", imports, { options, choices: {}, hash: plan.hash, import_id })
    ).json<ImportProgress>();
    assert.equal(begun.state, "running", "the answer does not wait for the last row");
    const stopped = (await ask("POST", `/api/imports/${import_id}/cancel`)).json<ImportProgress>();
    assert.equal(stopped.state, "cancelled");
    assert.ok(stopped.position > 0 && stopped.position < 2500, String(stopped.position));
    const held = async () => {
      const { total } = (await ask("GET", `/api/imports/${import_id}`)).json<ImportProgress>();
      assert.equal(total, 2500);
      let [count, after] = [0, ""];
      do {
        const page = (await ask("GET", `/api/records/labour_record?scope=${pair.id}&limit=500${after}`)).json<
          Page<Row>
        >();
        count += page.rows.length;
        after = page.next === null ? "" : `&after=${page.next}`;
      } while (after !== "");
      return count;
    };
    assert.equal(await held(), stopped.position, "whole batches, and none behind them");
    assert.equal(
      (await ask("POST", `/api/imports/${import_id}/resume`)).statusCode,
      409,
      "what was cancelled takes no more steps",
    );
    const undone = (await ask("POST", `/api/imports/${import_id}/undo`)).json<ImportProgress>();
    assert.equal(undone.state, "undone");
    assert.equal(await held(), 0);
  });

  test("信3: with a certificate colleagues of the allowed networks come in under its names; others are refused in words", async () => {
    const { key, cert } = trialCertificate(["127.0.0.1", "shanhai.office"]);
    const [keyFile, certFile] = ["key.pem", "证书.pem"].map((name) => join(dataDir, name)) as [string, string];
    writeFileSync(keyFile, key);
    writeFileSync(certFile, cert);
    const told: string[] = [];
    const config = { host: "127.0.0.1", port: 0, webDir: join(root, "web/dist"), allow: ["127.0.0.20/31"] };
    const server = await startServer(ledger, { ...config, tls: { key: keyFile, cert: certFile } }, "0", (line) =>
      told.push(line),
    );
    try {
      const { port } = new URL(server.url);
      assert.match(server.url, /^https:/);
      const from = (localAddress: string, named = "shanhai.office") =>
        new Promise<{ status: number; text: string }>((resolve, reject) => {
          const headers = { host: `${named}:${port}` };
          const asked = get(
            { host: "127.0.0.1", port, path: "/", ca: cert, servername: "shanhai.office", localAddress, headers },
            (answer) => {
              buffer(answer).then((body) => resolve({ status: answer.statusCode ?? 0, text: body.toString() }), reject);
            },
          );
          asked.on("error", reject);
        });
      for (const colleague of ["127.0.0.20", "127.0.0.21", "127.0.0.1"])
        assert.equal((await from(colleague)).status, 200);
      const stranger = await from("127.0.0.22");
      assert.deepEqual(
        [stranger.status, /本机地址 127\.0\.0\.22 不在允许访问的网段内/.test(stranger.text)],
        [403, true],
      );
      assert.equal(
        (await from("127.0.0.20", "elsewhere.example")).status,
        421,
        "only under the names of its certificate",
      );
      assert.equal(told.length, 1);
    } finally {
      await server.close();
    }
  });

  test("signing out ends the session on the server", async () => {
    assert.equal((await ask("GET", "/api/session")).statusCode, 200);
    assert.equal((await ask("DELETE", "/api/session")).statusCode, 204);
    assert.equal((await ask("GET", "/api/session")).statusCode, 401);
  });
});

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }).sort() : [];
}

interface DescribedRoute {
  readonly summary?: string;
  readonly responses: { readonly [status: string]: { readonly content?: object } };
  readonly parameters?: readonly { readonly name: string; readonly schema: { readonly enum?: readonly string[] } }[];
}
