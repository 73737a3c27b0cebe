import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { firstAccount } from "../account/accounts.js";
import type { Actor, ActorOffice } from "../actor.js";
import { LedgerError } from "../error-codes.js";
import { newId } from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { viewingDesk } from "./saved-views.js";

const officeOf = (id: string): ActorOffice => ({
  ...{ id, name: "石坎县农业农村局", kind: "cooperation", party: null },
  ...{ side: "west", place: null, maker_checker: false },
});
const code = (wanted: string) => (error: unknown) => error instanceof LedgerError && error.code === wanted;

eachDatabase("台账视图", (trial) => {
  let t: TrialDesk;
  let me: Actor;
  let colleague: Actor;
  let stranger: Actor;
  before(async () => {
    t = await trialDesk(trial.config);
    const office = officeOf(newId());
    const another = async (name: string, of: ActorOffice): Promise<Actor> => {
      const id = newId();
      await t.store.db.query("insert into account (id, name, role) values ($1, $2, 'clerk')", [id, name]);
      return { account_id: id, name, role: "clerk", scopes: [], office: of };
    };
    me = { ...(await firstAccount(t.store.db)), office };
    colleague = await another("王示例", office);
    stranger = await another("赵示例", officeOf(newId()));
  });
  after(() => t.store.close());

  test("a view is its maker's, and the office's where he shares it; it is changed and taken away by him only", async () => {
    const desk = viewingDesk(t.desk);
    const view = { name: " 本月到期 ", address: "sort=due", shared: false };
    const [kept] = await desk.saveView(me, "task", view);
    assert.deepEqual([kept?.name, kept?.address, kept?.shared, kept?.own], ["本月到期", "sort=due", false, true]);
    assert.deepEqual(await desk.savedViews(colleague, "task"), []);
    assert.deepEqual(await desk.savedViews(me, "project"), [], "each list has its own");

    const again = await desk.saveView(me, "task", { ...view, address: "sort=-due", shared: true });
    assert.deepEqual(
      again.map(({ id, address }) => [id, address]),
      [[kept?.id, "sort=-due"]],
      "the name keeps its view",
    );
    const [seen] = await desk.savedViews(colleague, "task");
    assert.deepEqual([seen?.own, seen?.shared, seen?.who], [false, true, me.name]);
    assert.deepEqual(await desk.savedViews(stranger, "task"), []);
    await assert.rejects(desk.removeView(colleague, "task", kept?.id ?? ""), code("VIEW_MISSING"));
    assert.deepEqual(await desk.removeView(me, "task", kept?.id ?? ""), []);
    await assert.rejects(desk.saveView(me, "task", { ...view, name: " " }), code("VALUE_REQUIRED"));
  });

  test("nobody keeps views without end; one that is there may still be changed", async () => {
    const desk = viewingDesk(t.desk);
    const view = (at: number) => ({ name: `视图${at}`, address: "", shared: false });
    for (let at = 0; at < 50; at++) await desk.saveView(colleague, "project", view(at));
    await assert.rejects(desk.saveView(colleague, "project", view(50)), code("VIEWS_FULL"));
    assert.equal((await desk.saveView(colleague, "project", { ...view(3), address: "group=kind" })).length, 50);
  });

  test("of a list that one may not read there are no views", async () => {
    const bureau: Actor = { ...me, records: ["project"] };
    await assert.rejects(
      viewingDesk(t.desk).saveView(bureau, "task", { name: "督办", address: "", shared: false }),
      code("RECORD_FORBIDDEN"),
    );
    assert.deepEqual(await viewingDesk(t.desk).savedViews(bureau, "task"), []);
  });
});
