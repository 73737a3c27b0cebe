import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { NIL_SCOPE } from "@shanhai/model";
import type { Actor, Role } from "../actor.js";
import type { OpenStore } from "../open-store.js";
import { list } from "../read.js";
import {
  command,
  created,
  EAST,
  foundation,
  newId,
  OTHER_PAIR,
  OTHER_WEST,
  openTrialStore,
  PAIR,
  WEST,
} from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { verify } from "../verification/verify.js";
import { write } from "../write.js";
import type { AccountDesk, GrantInput, OfficeInput } from "./account-desk.js";
import { exchangeSignIn, firstAccount, signInWithPassword } from "./accounts.js";
import { auditState } from "./audit.js";
import { accountDesk } from "./open-account-desk.js";

const PASSWORD = "红星村 大坪村 两座桥";

eachDatabase("accounts, offices and posts", (trial) => {
  let store: OpenStore;
  let desk: AccountDesk;
  let keeper: Actor;

  before(async () => {
    store = await openTrialStore(trial);
    desk = accountDesk(store);
    keeper = await firstAccount(store.db);
    await write(store, keeper, foundation());
  });
  after(() => store.close());

  const office = (name: string, of: Partial<OfficeInput> = {}) =>
    desk.keepOffice(keeper, {
      name,
      kind: "cooperation",
      party: WEST,
      branches: [],
      place: null,
      maker_checker: false,
      state: "active",
      ...of,
    });
  const person = async (name: string) => (await desk.createAccount(keeper, { name, note: null })).id;
  const grant = (account: string, at: string, role: Role, of: Partial<GrantInput> = {}) =>
    desk.grantPost(keeper, { account, office: at, role, title: null, pairs: [], branches: [], projects: [], ...of });
  /** A session of an account that set its password. */
  async function signedIn(account: string, password = PASSWORD): Promise<string> {
    const { token } = await desk.inviteAgain(keeper, account);
    const made = await exchangeSignIn(store.db, token);
    await desk.changePassword(made?.session ?? "", { old: null, next: password });
    return made?.session ?? "";
  }
  const actorOf = async (session: string): Promise<Actor> => {
    const state = await desk.sessionState(session);
    assert.ok(state, "a session");
    return state.actor;
  };

  test("an account has no password until its holder sets one, by a link that works once; nobody has a default", async () => {
    const { id, token } = await desk.createAccount(keeper, { name: "李示例", note: "石坎县" });
    await assert.rejects(desk.createAccount(keeper, { name: "李示例", note: null }), { code: "ACCOUNT_NAME_TAKEN" });
    for (const guess of ["", "李示例", "123456", "Shanhai123"])
      assert.equal(await signInWithPassword(store.db, "李示例", guess), null);
    const made = await exchangeSignIn(store.db, token);
    const session = made?.session ?? "";
    const state = await desk.sessionState(session);
    assert.deepEqual([state?.must_set_password, state?.actor.role, state?.posts.length], [true, "unassigned", 0]);
    const easy = [
      "短",
      "1234567890",
      "aaaaaaaaaa!1",
      "李示例李示例1234",
      "password!123",
      "qwertyuiop12",
      "石坎县石坎县石坎县石坎县",
    ];
    for (const next of easy)
      await assert.rejects(desk.changePassword(session, { old: null, next }), /密码|password/i, next);
    await desk.changePassword(session, { old: null, next: PASSWORD });
    assert.equal((await desk.sessionState(session))?.must_set_password, false);
    await assert.rejects(desk.changePassword(session, { old: "不是这个", next: `${PASSWORD}8` }), {
      code: "PASSWORD_OLD_WRONG",
    });
    await assert.rejects(desk.changePassword(session, { old: PASSWORD, next: PASSWORD }), { code: "PASSWORD_SAME" });
    await desk.setAccountState(keeper, id, "disabled", "调离");
    assert.equal(await desk.sessionState(session), null, "its sessions end at once");
    assert.equal(await signInWithPassword(store.db, "李示例", PASSWORD), null);
    await desk.setAccountState(keeper, id, "active", "返岗");
    assert.notEqual(await signInWithPassword(store.db, "李示例", PASSWORD), null);
  });

  test("what is sent again, as its answer was lost, is done once and answered as before", async () => {
    const given = { name: "郑示例", note: null, command_id: randomUUID() };
    const made = await desk.createAccount(keeper, given);
    assert.deepEqual(await desk.createAccount(keeper, given), made, "the same account, the same link");
    const { id } = made;
    const again = randomUUID();
    const invited = await desk.inviteAgain(keeper, id, again);
    assert.equal(await exchangeSignIn(store.db, made.token), null, "the link before has ended");
    const session = (await exchangeSignIn(store.db, invited.token))?.session ?? "";
    await desk.changePassword(session, { old: null, next: PASSWORD });
    assert.equal((await desk.inviteAgain(keeper, id, again)).token, invited.token);
    assert.notEqual(await desk.sessionState(session), null, "its holder stays in, with the password that he set");
    const off = randomUUID();
    await desk.setAccountState(keeper, id, "disabled", "调离", off);
    await desk.setAccountState(keeper, id, "active", "返岗");
    await desk.setAccountState(keeper, id, "disabled", "调离", off);
    assert.notEqual(await signInWithPassword(store.db, "郑示例", PASSWORD), null, "what came after it holds");
    const { rows } = await store.db.query("select 1 from audit where target = '郑示例' and event = 'account_state'");
    assert.equal(rows.length, 2);
  });

  test("scopes follow the office: a county has its pairs, a city all parties of its region, an office of no party all", async () => {
    const account = await person("王示例");
    const county = await grant(account, await office("罗甸县农业农村局"), "clerk");
    const session = await signedIn(account);
    assert.deepEqual([...(await actorOf(session)).scopes].sort(), [PAIR, WEST].sort());

    const city = await office("黔南州乡村振兴局", { kind: "city", party: await cityParty() });
    const above = await grant(account, city, "consolidator");
    await desk.switchPost(session, above);
    const region = [await cityParty(), WEST, OTHER_WEST, PAIR, OTHER_PAIR].sort();
    assert.deepEqual([...(await actorOf(session)).scopes].sort(), region);

    const narrowed = await grant(account, city, "consolidator", { pairs: [OTHER_PAIR] });
    await desk.switchPost(session, narrowed);
    assert.deepEqual((await actorOf(session)).scopes, [OTHER_PAIR]);

    const inspection = await grant(account, await office("省考核组", { kind: "inspection", party: null }), "inspector");
    await desk.switchPost(session, inspection);
    assert.equal((await actorOf(session)).scopes, "all");

    // A post that is taken away is gone with the next request.
    await desk.switchPost(session, county);
    const [line] = (await desk.accounts(keeper)).filter(({ id }) => id === account);
    const post = line?.posts.find(({ id }) => id === county);
    await desk.revokePost(keeper, county, post?.version ?? "", "轮岗");
    assert.notEqual((await actorOf(session)).membership, county);
    assert.equal(await desk.switchPost(session, county), null);
    assert.equal(await desk.switchPost(session, newId()), null, "somebody else's post");
  });

  let cityId: string | null = null;
  async function cityParty(): Promise<string> {
    if (cityId !== null) return cityId;
    cityId = newId();
    const path = "贵州省黔南布依族苗族自治州";
    const values = { path, name: "黔南州", kind: "region", side: "west", adcode: "522700" };
    await write(store, keeper, command([created("party", NIL_SCOPE, cityId, values)]));
    return cityId;
  }

  test("前5: one sign-in, two posts; each sees its own side's office, and the working group confirms for nobody", async () => {
    const account = await person("吴示例");
    const east = await grant(
      account,
      await office("白云区前方工作组", { kind: "working_group", party: EAST }),
      "posted_cadre",
    );
    const west = await grant(account, await office("罗甸县人民政府", { kind: "government" }), "posted_cadre", {
      title: "县委常委、副县长",
    });
    const session = await signedIn(account);
    const state = await desk.sessionState(session);
    assert.deepEqual(
      state?.posts.map(({ membership, office: name, side }) => [membership, name, side]),
      [
        [east, "白云区前方工作组", "east"],
        [west, "罗甸县人民政府", "west"],
      ].sort(),
    );
    await desk.switchPost(session, east);
    assert.deepEqual([...(await actorOf(session)).scopes].sort(), [EAST, PAIR, OTHER_PAIR].sort());
    await desk.switchPost(session, west);
    assert.equal((await actorOf(session)).office?.side, "west");
  });

  test("三员: three people; nobody grants to himself; set apart, the first account keeps its business only", async () => {
    const machine = await office("运维保密审计", { kind: "operations", party: null });
    const three = { system_admin: "孙系统", security_admin: "孙安全", audit_admin: "孙审计" } as const;
    await assert.rejects(desk.changeSettings(keeper, { separated: true }), { code: "ADMINISTRATORS_MISSING" });
    const ids = new Map<Role, string>();
    for (const [role, name] of Object.entries(three) as [Role, string][]) {
      const account = await person(name);
      ids.set(role, account);
      await grant(account, machine, role);
    }
    await assert.rejects(grant(ids.get("system_admin") ?? "", machine, "security_admin"), {
      code: "ADMINISTRATORS_APART",
    });
    await assert.rejects(grant(ids.get("audit_admin") ?? "", machine, "clerk"), { code: "ADMINISTRATORS_APART" });
    const acting = async (role: keyof typeof three) => actorOf(await signedIn(ids.get(role) ?? ""));
    const [system, security, audit] = [
      await acting("system_admin"),
      await acting("security_admin"),
      await acting("audit_admin"),
    ];

    await desk.changeSettings(keeper, { separated: true });
    const apart: Actor = { ...keeper, separated: true };
    await assert.rejects(desk.createAccount(apart, { name: "周示例", note: null }), { code: "ROLE_FORBIDDEN" });
    const made = await desk.createAccount(system, { name: "周示例", note: null });
    const at = await desk.keepOffice(system, {
      name: "平塘县乡村振兴局",
      kind: "cooperation",
      party: OTHER_WEST,
      branches: [],
      place: null,
      maker_checker: true,
      state: "active",
    });
    const input: GrantInput = {
      account: made.id,
      office: at,
      role: "clerk",
      title: null,
      pairs: [],
      branches: [],
      projects: [],
    };
    await assert.rejects(desk.grantPost(system, input), { code: "ROLE_FORBIDDEN" });
    await assert.rejects(desk.grantPost(security, { ...input, account: security.account_id, role: "security_admin" }), {
      code: "GRANT_OWN",
    });
    await desk.grantPost(security, input);
    for (const who of [system, security, audit])
      await assert.rejects(list(store, who, "project", {}), { code: "ROLE_FORBIDDEN" }, who.name);
    for (const who of [system, security])
      await assert.rejects(desk.auditLog(who, {}), { code: "ROLE_FORBIDDEN" }, who.name);

    // 信4: the auditor sees both steps, by whom.
    const { rows } = await desk.auditLog(audit, { limit: 10 });
    const steps = rows.map(({ event, who, target }) => [event, who, target]);
    assert.deepEqual(
      steps.find(([event]) => event === "grant"),
      ["grant", "孙安全", "周示例"],
    );
    assert.deepEqual(
      steps.find(([event]) => event === "account_made"),
      ["account_made", "孙系统", "周示例"],
    );
    await assert.rejects(desk.changeSettings(system, { separated: false }), { code: "ROLE_FORBIDDEN" });
    assert.equal((await desk.changeSettings(security, { separated: false })).separated, false);
  });

  test("a session rests while nobody clicks: locked after a while, opened by the password, ended by guessing", async () => {
    const account = await person("何示例");
    await grant(account, await office("罗甸县文旅局"), "clerk");
    const session = await signedIn(account);
    const idle = (minutes: number) =>
      store.db.query("update session set seen_at = clock_timestamp() - make_interval(mins => $1::int)", [minutes]);
    await idle(14);
    assert.equal((await desk.sessionState(session))?.locked, false);
    await idle(16);
    assert.equal((await desk.sessionState(session))?.locked, true);
    await idle(0);
    assert.equal((await desk.sessionState(session))?.locked, true, "a click does not open it");
    assert.equal(await desk.unlockSession(session, "不是这个密码"), false);
    assert.equal(await desk.unlockSession(session, PASSWORD), true);
    assert.equal((await desk.sessionState(session))?.locked, false);
    assert.equal(await desk.lockSession(session), true);
    const guesses = await Promise.all(Array.from({ length: 5 }, () => desk.unlockSession(session, "再猜一次看看")));
    assert.deepEqual(guesses, [false, false, false, false, false]);
    assert.equal(await desk.sessionState(session), null);
  });

  test("the audit log is a chain: whole as written, broken at the entry that somebody edits, cuts off or puts in", async () => {
    const whole = await desk.auditState(keeper);
    assert.equal(whole.broken, null);
    assert.ok(whole.entries > 5, `${whole.entries}`);
    const many = Array.from({ length: 20 }, (_, at) =>
      desk.note({ name: `某人${at}` }, { event: "sign_in", outcome: "failed" }),
    );
    await Promise.all(many);
    const { entries, broken } = await desk.auditState(keeper);
    assert.deepEqual([entries, broken], [whole.entries + 21, null], "many at once make one chain");

    const faults: readonly [string, string, string | null][] = [
      [
        "update audit set who = '别人' where seq = 3",
        "update audit set who = (body::jsonb ->> 'who') where seq = 3",
        "3",
      ],
      [
        "update audit set body = replace(body, 'done', 'gone') where seq = 4",
        "update audit set body = replace(body, 'gone', 'done') where seq = 4",
        "4",
      ],
      ["update audit_head set seq = seq + 1", "update audit_head set seq = seq - 1", null],
      ["update audit set seq = 100000 where seq = 5", "update audit set seq = 5 where seq = 100000", "5"],
    ];
    for (const [edit, mend, place] of faults) {
      await store.db.query(edit);
      const found = (await auditState(store)).broken;
      assert.ok(place === null ? found !== null : found === place, `${edit}: ${found}`);
      assert.equal((await verify(store, keeper)).broken?.code, "AUDIT_EDITED", "and so is the whole");
      await store.db.query(mend);
    }
  });

  test("nobody writes accounts, offices or posts by the ordinary door", async () => {
    const clerk: Actor = { account_id: newId(), name: "外人", role: "clerk", scopes: "all" };
    const values = { name: "自封", kind: "city", maker_checker: false, state: "active" };
    await assert.rejects(write(store, clerk, command([created("office", NIL_SCOPE, newId(), values)])), {
      code: "ROLE_FORBIDDEN",
    });
    await assert.rejects(list(store, clerk, "membership", {}), /./);
  });
});
