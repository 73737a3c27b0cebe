import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { takeNameList } from "../account/name-lists.js";
import type { Actor } from "../actor.js";
import { erase } from "../erasure/erase.js";
import { submit } from "../intake/submit.js";
import { KEEPER } from "../trial/trial-cooperation.js";
import { embeddedDatabase } from "../trial/trial-databases.js";
import { type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { REPORT, reportFacts } from "../trial/trial-report.js";
import { verify } from "../verification/verify.js";
import { backupDesk, renewBackups } from "./backup.js";
import type { BackupDesk } from "./backup-desk.js";

const SECURITY: Actor = { ...KEEPER, name: "孙安全", role: "security_admin", scopes: [] };

embeddedDatabase("backups while serving", (trial) => {
  let t: TrialDesk;
  let desk: BackupDesk;
  let document = "";

  before(async () => {
    t = await trialDesk(trial.config, { exclusive: true });
    desk = backupDesk(t.store);
    ({ document_id: document } = await submit(t.desk, KEEPER, t.reads(REPORT, reportFacts)));
  });
  after(() => t.store.close());

  const place = (name: string) => join(trial.config.dataDir, "backups", name);
  /** Whether a backup's tables or files hold these words. */
  const holds = (name: string, words: string): boolean =>
    readdirSync(place(name), { recursive: true, withFileTypes: true }).some(
      (entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name), "utf8").includes(words),
    );

  test("a backup is brought back aside, verified and counted; a spoilt one is told", async () => {
    const made = await desk.backUp(KEEPER);
    assert.ok(made.rows > 10 && made.files === 1 && holds(made.name, "陈启明"), JSON.stringify(made));
    const drilled = await desk.drill(KEEPER, made.id);
    assert.equal(drilled.drilled_by, KEEPER.name);
    assert.deepEqual(
      readdirSync(place("")).filter((name) => name.startsWith(".drill")),
      [],
      "nothing is left aside",
    );
    const facts = join(place(made.name), "tables", "fact.jsonl");
    writeFileSync(facts, readFileSync(facts, "utf8").replace("attended", "presided"));
    await assert.rejects(desk.drill(KEEPER, made.id), /./);
    await assert.rejects(desk.backUp(SECURITY), { code: "ROLE_FORBIDDEN" });
  });

  test("信7: what is erased is in no backup either; the chain holds, and who did it and why stays", async () => {
    const [before] = await desk.backups(KEEPER);
    await erase(t.store, SECURITY, document, "误传");
    await renewBackups(t.store, SECURITY);
    const after = await desk.backups(KEEPER);
    assert.equal(existsSync(place(before?.name ?? "")), false, "the one that held it is gone");
    assert.equal(after.length, 1);
    assert.equal(holds(after[0]?.name ?? "", "陈启明"), false);
    assert.deepEqual((await verify(t.store, KEEPER)).broken, null);
    const [line] = await desk.erasures(SECURITY);
    assert.deepEqual([line?.document, line?.who, line?.reason], [document, "孙安全", "误传"]);
  });

  test("a real-name list leaves with a line that names who took it, under the number of the log", async () => {
    const record = t.store.records.get("person").definition;
    const mark = await takeNameList(t.store, KEEPER, { record, rows: 93 });
    const { rows } = await t.store.db.query<{ seq: string; event: string }>(
      "select seq::text as seq, event from audit order by audit.seq desc limit 1",
    );
    assert.equal(rows[0]?.event, "name_list");
    assert.match(mark.zh, new RegExp(`导出人：${KEEPER.name}.*编号：${rows[0]?.seq}$`));
    await assert.rejects(takeNameList(t.store, { ...KEEPER, role: "inspector" }, { record, rows: 93 }), {
      code: "ROLE_FORBIDDEN",
    });
  });
});
