import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { NIL_SCOPE } from "@shanhai/model";
import { linkHash } from "../chain/chain.js";
import { HEADS_LOG } from "../chain/heads-log.js";
import { filePath, keepFile } from "../intake/files.js";
import type { OpenStore } from "../open-store.js";
import * as trialRows from "../trial/trial-cooperation.js";
import { command, created, KEEPER, newId, PAIR, person, source, visit } from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { write } from "../write.js";
import { verify } from "./verify.js";

eachDatabase("verify", (trial) => {
  let store: OpenStore;
  const row = visit(PAIR, newId());
  const removed = visit(PAIR, newId());
  const someone = person(newId());
  const bytes = Buffer.from("白云区与罗甸县召开座谈会。");
  const sha256 = createHash("sha256").update(bytes).digest("hex");

  before(async () => {
    store = await trialRows.openTrialStore(trial);
    await write(store, KEEPER, trialRows.foundation());
    const made = await write(store, KEEPER, command([row, removed, someone], [source(row, "start_date")]));
    const version = made.links.find(({ scope_id }) => scope_id === PAIR)?.seq ?? "";
    const change = {
      op: "change",
      record: "visit",
      scope_id: PAIR,
      id: row.id,
      version,
      values: { headcount: 3 },
    } as const;
    await write(store, KEEPER, command([change]));
    await write(store, KEEPER, command([{ op: "remove", record: "visit", scope_id: PAIR, id: removed.id, version }]));
    await keepFile(trial.config.dataDir, bytes);
    const values = {
      sha256,
      arrival: newId(),
      name: "座谈会.txt",
      size: bytes.length,
      engine: "0.1.0",
      repairs: 0,
      facts: 0,
    };
    await write(
      store,
      KEEPER,
      command([created("document", NIL_SCOPE, newId(), { ...values, open_facts: 0, withdrawn: false })]),
    );
  });
  after(() => store.close());

  test("a sound ledger is sound, and everything was looked at", async () => {
    const seen: [number, number][] = [];
    const found = await verify(store, KEEPER, (done, of) => seen.push([done, of]));
    assert.deepEqual(found.broken, null);
    const { rows } = await store.db.query<{ links: string }>("select count(*)::text as links from change");
    assert.deepEqual([found.ok, found.scopes, found.links, found.files], [true, 2, Number(rows[0]?.links), 1]);
    // 5 parties and pairs, 1 person, 1 document; 2 visits and 1 source, 1 more version of a visit.
    assert.equal(found.rows, 11);
    assert.deepEqual(seen.at(-1), [found.links + 1, found.links + 1]);
  });

  /** Does harm, sees it found and named, and undoes it. */
  const tampered = (what: string, harm: string, repair: string, code: string, named: RegExp) =>
    test(`found: ${what}`, async () => {
      await store.db.query(harm);
      try {
        const { ok, broken } = await verify(store, KEEPER);
        assert.equal(ok, false);
        assert.equal(broken?.code, code);
        assert.match(broken.zh, named);
        assert.doesNotMatch(broken.zh + broken.en, /\{\w+\}|undefined/u);
      } finally {
        await store.db.query(repair);
      }
      assert.equal((await verify(store, KEEPER)).broken, null);
    });
  const at = `scope_id = '${PAIR}' and id =`;

  tampered(
    "an edited row",
    `update visit set headcount = 300 where ${at} '${row.id}'`,
    `update visit set headcount = 3 where ${at} '${row.id}'`,
    "ROW_EDITED",
    new RegExp(`互访”${row.id} 的第 2 版`, "u"),
  );
  tampered(
    "an edited past version",
    `update visit_past set name = '别的' where ${at} '${row.id}'`,
    `update visit_past set name = '白云区代表团考察' where ${at} '${row.id}'`,
    "ROW_EDITED",
    /第 1 版/u,
  );
  tampered(
    "a past version with another end",
    `update visit_past set until_seq = 3 where ${at} '${row.id}'`,
    `update visit_past set until_seq = 2 where ${at} '${row.id}'`,
    "VERSION_END_WRONG",
    /历史版本/u,
  );
  tampered(
    "a removed row brought back",
    `with p as (delete from visit_past where ${at} '${removed.id}' returning *)
     insert into visit select (jsonb_populate_record(null::visit, to_jsonb(p))).* from p`,
    `with c as (delete from visit where ${at} '${removed.id}' returning *)
     insert into visit_past select (jsonb_populate_record(null::visit_past, to_jsonb(c) || '{"until_seq": 3}')).* from c`,
    "VERSION_END_WRONG",
    new RegExp(removed.id, "u"),
  );
  tampered(
    "a deleted row",
    `create table aside as select * from person; delete from person`,
    `insert into person select * from aside; drop table aside`,
    "ROW_LOST",
    /人员.*不见了/u,
  );
  tampered(
    "a row written past the ledger",
    `insert into visit select (jsonb_populate_record(v, '{"id": "${newId()}"}')).* from visit v where ${at} '${row.id}'`,
    `delete from visit where scope_id = '${PAIR}' and id <> '${row.id}'`,
    "ROW_ADDED",
    /绕过系统/u,
  );
  tampered(
    "a row of a link that is still to come",
    `insert into visit select (jsonb_populate_record(v, '{"id": "${newId()}", "seq": 99}')).* from visit v where ${at} '${row.id}'`,
    `delete from visit where seq = 99`,
    "ROW_ADDED",
    /第 99 版/u,
  );
  tampered(
    "an edited quote of a source",
    `update source set quote = '代表团二行'`,
    `update source set quote = '代表团一行'`,
    "ROW_EDITED",
    /出处/u,
  );
  tampered(
    "an edited personal value",
    `update person set note = '手机尾号 0043'`,
    `update person set note = '手机尾号 0042'`,
    "ROW_EDITED",
    /人员/u,
  );
  tampered(
    "a personal value taken away without an erasure",
    `create table aside as select salt from person; update person set note = null, salt = null`,
    `update person set note = '手机尾号 0042', salt = (select salt from aside); drop table aside`,
    "ROW_EDITED",
    /人员/u,
  );
  tampered(
    "an edited body",
    `update change set body = replace(body, '测试', '测验') where scope_id = '${PAIR}' and seq = 2`,
    `update change set body = replace(body, '测验', '测试') where scope_id = '${PAIR}' and seq = 2`,
    "LINK_EDITED",
    /第 2 环/u,
  );
  tampered(
    "an edited column beside the body",
    `update change set actor_name = '某人' where scope_id = '${PAIR}' and seq = 1`,
    `update change set actor_name = '何台账' where scope_id = '${PAIR}' and seq = 1`,
    "LINK_COLUMNS",
    /actor_name/u,
  );
  tampered(
    "a deleted link",
    `create table aside as select * from change where scope_id = '${PAIR}' and seq = 2;
     delete from change where scope_id = '${PAIR}' and seq = 2`,
    `insert into change select * from aside; drop table aside`,
    "LINK_MISSING",
    /缺第 2 环/u,
  );
  tampered(
    "a deleted head",
    `create table aside as select * from head where scope_id = '${PAIR}'; delete from head where scope_id = '${PAIR}'`,
    `insert into head select * from aside; drop table aside`,
    "CHAIN_WITHOUT_HEAD",
    /没有末环/u,
  );
  tampered(
    "links after the head",
    `update head set seq = 2 where scope_id = '${PAIR}'`,
    `update head set seq = 3 where scope_id = '${PAIR}'`,
    "HEAD_WRONG",
    /末环/u,
  );

  test("found: a cut tail, whatever was made to fit", async () => {
    await store.db.transaction(async (sql) => {
      await sql.query(`create table kept_change as select * from change; create table kept_past as select * from visit_past;
        create table kept_head as select * from head`);
      await sql.query(`delete from change where scope_id = '${PAIR}' and seq = 3`);
      await sql.query(`update head set seq = 2, hash = (select hash from change where scope_id = '${PAIR}' and seq = 2)
        where scope_id = '${PAIR}'`);
      await sql.query(`insert into visit select (jsonb_populate_record(null::visit, to_jsonb(p))).* from visit_past p
        where ${at} '${removed.id}'; delete from visit_past where ${at} '${removed.id}'`);
    });
    const { broken } = await verify(store, KEEPER);
    assert.equal(broken?.code, "CHAIN_CUT");
    assert.match(broken.zh, /heads\.log 记有第 3 环/u);
    await store.db.query(`delete from change; insert into change select * from kept_change;
      delete from head; insert into head select * from kept_head; delete from visit where ${at} '${removed.id}';
      delete from visit_past; insert into visit_past select * from kept_past;
      drop table kept_change; drop table kept_head; drop table kept_past`);
    assert.equal((await verify(store, KEEPER)).broken, null);
  });

  test("found: a link rewritten with hashes that fit", async () => {
    const { rows } = await store.db.query<{ prev: Uint8Array; hash: Uint8Array; body: string }>(
      `select prev, hash, body from change where scope_id = '${PAIR}' and seq = 3`,
    );
    const [link] = rows;
    assert.ok(link);
    const body = link.body.replace("测试", "改写");
    const put = async (text: string, reason: string, hash: Uint8Array) => {
      const values = [text, hash, PAIR, reason];
      await store.db.query(
        "update change set body = $1, hash = $2, reason = $4 where scope_id = $3 and seq = 3",
        values,
      );
      await store.db.query("update head set hash = $1 where scope_id = $2", [hash, PAIR]);
    };
    await put(body, "改写", linkHash(link.prev, body));
    assert.equal((await verify(store, KEEPER)).broken?.code, "CHAIN_CUT");
    await put(link.body, "测试", link.hash);
    assert.equal((await verify(store, KEEPER)).broken, null);
  });

  test("found: a swapped file, and a missing one by its name", async () => {
    const path = filePath(trial.config.dataDir, sha256);
    await writeFile(path, "别的内容");
    assert.equal((await verify(store, KEEPER)).broken?.code, "FILE_CHANGED");
    await rm(path);
    const { broken } = await verify(store, KEEPER);
    assert.equal(broken?.code, "FILE_MISSING");
    assert.match(broken.zh, new RegExp(sha256, "u"));
    await keepFile(trial.config.dataDir, bytes);
    assert.equal((await verify(store, KEEPER)).broken, null);
  });

  test("a torn last line of heads.log is no trouble", async () => {
    const path = join(trial.config.dataDir, HEADS_LOG);
    const whole = await readFile(path);
    await appendFile(path, `2026-01-01T00:00:00.000000Z ${PAIR} 9`);
    assert.equal((await verify(store, KEEPER)).broken, null);
    await writeFile(path, whole);
  });
});
