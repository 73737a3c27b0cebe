import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { OpenStore } from "../open-store.js";
import { openTrialStore } from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import {
  actorOf,
  createSignIn,
  endSession,
  exchangeSignIn,
  firstAccount,
  hasPassword,
  setPassword,
  signInWithPassword,
} from "./accounts.js";

const PASSWORD = "山海 相连 一条 路";

eachDatabase("accounts", (trial) => {
  let store: OpenStore;
  before(async () => {
    store = await openTrialStore(trial);
  });
  after(() => store.close());

  test("the first account keeps the whole office, and is one however often it is asked for", async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, () => firstAccount(store.db)));
    assert.equal(new Set(asked.map(({ account_id }) => account_id)).size, 1);
    assert.deepEqual([asked[0]?.role, asked[0]?.scopes], ["administrator", "all"]);
  });

  test("a sign-in token works once, also for two browsers at once, and makes a session", async () => {
    const { token, expires } = await createSignIn(store.db);
    const minutes = (expires.getTime() - Date.now()) / 60_000;
    assert.ok(minutes > 9 && minutes <= 10.1, `${minutes}`);
    const both = await Promise.all([exchangeSignIn(store.db, token), exchangeSignIn(store.db, token)]);
    const [session] = both.flatMap((each) => each?.session ?? []);
    assert.equal(both.filter((each) => each === null).length, 1);
    assert.equal((await actorOf(store.db, session ?? ""))?.role, "administrator");
    assert.equal(await exchangeSignIn(store.db, token), null);
    await endSession(store.db, session ?? "");
    assert.equal(await actorOf(store.db, session ?? ""), null);
  });

  test("a token out of time, an unknown one and an ended session are nobody's", async () => {
    const { token } = await createSignIn(store.db);
    await store.db.query("update sign_in set expires_at = clock_timestamp() - interval '1 second'");
    assert.equal(await exchangeSignIn(store.db, token), null);
    assert.equal(await exchangeSignIn(store.db, "no such token"), null);
    const signed = await exchangeSignIn(store.db, (await createSignIn(store.db)).token);
    await store.db.query("update session set expires_at = clock_timestamp() - interval '1 second'");
    assert.equal(await actorOf(store.db, signed?.session ?? ""), null);
  });

  test("the database holds no token that works", async () => {
    const { token } = await createSignIn(store.db);
    const signed = await exchangeSignIn(store.db, token);
    const { rows } = await store.db.query<{ line: string }>(
      "select to_jsonb(s)::text as line from sign_in s union all select to_jsonb(s)::text from session s",
    );
    const hex = (text: string) => Buffer.from(text, "base64url").toString("hex");
    for (const { line } of rows)
      for (const secret of [token, signed?.session ?? token])
        assert.ok(!line.includes(secret) && !line.includes(hex(secret)));
  });

  test("a password: set, right, wrong, resting after five wrong ones", async () => {
    const keeper = await firstAccount(store.db);
    assert.equal(await hasPassword(store.db), false);
    assert.equal(await signInWithPassword(store.db, keeper.name, ""), null);
    await store.db.query("update account set failures = 0");
    await assert.rejects(setPassword(store.db, keeper, "短"), { code: "PASSWORD_TOO_SHORT" });
    await assert.rejects(setPassword(store.db, { ...keeper, role: "clerk" }, PASSWORD), { code: "ROLE_FORBIDDEN" });
    await setPassword(store.db, keeper, PASSWORD);
    assert.equal(await hasPassword(store.db), true);
    assert.equal((await signInWithPassword(store.db, keeper.name, PASSWORD))?.actor.account_id, keeper.account_id);
    assert.equal(await signInWithPassword(store.db, "无此人", PASSWORD), null);
    const wrong = await Promise.all(
      Array.from({ length: 5 }, () => signInWithPassword(store.db, keeper.name, "不对的密码")),
    );
    assert.deepEqual(wrong, [null, null, null, null, null]);
    assert.equal(await signInWithPassword(store.db, keeper.name, PASSWORD), null, "rests");
    await store.db.query("update account set resting_until = clock_timestamp() - interval '1 second'");
    assert.notEqual(await signInWithPassword(store.db, keeper.name, PASSWORD), null);
    const { rows } = await store.db.query<{ password: string }>("select password from account");
    assert.match(rows[0]?.password ?? "", /^scrypt\$32768\$8\$1\$/);
  });

  test("a new password ends every session", async () => {
    const keeper = await firstAccount(store.db);
    const signed = await exchangeSignIn(store.db, (await createSignIn(store.db)).token);
    await setPassword(store.db, keeper, `${PASSWORD} 新`);
    assert.equal(await actorOf(store.db, signed?.session ?? ""), null);
  });
});
