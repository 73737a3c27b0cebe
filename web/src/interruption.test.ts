import assert from "node:assert/strict";
import { test } from "node:test";
import { interruption } from "./interruption.js";

const ended = { code: "NOT_SIGNED_IN" };
const me = { name: "李示例", membership: "one" };

test("before anybody is known, and for the session itself, a refusal is an answer", async () => {
  assert.equal(await interruption.passes("/api/records/visit", ended), false);
  interruption.worksHere(me);
  assert.equal(await interruption.passes("/api/session/unlock", ended), false);
  assert.equal(await interruption.passes("/api/records/visit", { code: "VERSION_STALE" }), false);
  assert.equal(interruption.since(), null);
});

test("what is sent while the session is ended goes on when the same person is back, and only then", async () => {
  let told = 0;
  const end = interruption.subscribe(() => {
    told += 1;
  });
  const first = interruption.passes("/api/records/visit", ended);
  const second = interruption.passes("/api/documents", { code: "SESSION_LOCKED" });
  assert.ok(interruption.since() !== null);
  assert.equal(told, 1, "told once, however much waits");
  interruption.over(me);
  assert.deepEqual(await Promise.all([first, second]), [true, true]);
  assert.equal(interruption.since(), null);

  const mine = interruption.passes("/api/records/visit", ended);
  interruption.over({ name: "王示例", membership: null });
  assert.equal(await mine, false, "nothing typed by one is sent as another");
  end();
});
