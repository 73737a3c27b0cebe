import assert from "node:assert/strict";
import { test } from "node:test";
import { UploadRoom } from "./upload-room.js";

const open = new AbortController().signal;

test("files that fit come in together; who does not fit waits in the order of coming, and who leaves the queue makes way", async () => {
  const room = new UploadRoom(100);
  const came: string[] = [];
  const take = (name: string, bytes: number, gone = open) =>
    room.take(bytes, gone).then((leave) => {
      came.push(name);
      return leave;
    });
  const [one, two] = await Promise.all([take("one", 60), take("two", 40)]);
  const leaving = new AbortController();
  const large = take("large", 90, leaving.signal);
  const small = take("small", 10);
  one();
  await Promise.resolve();
  assert.deepEqual(came, ["one", "two"], "the small one does not go before the large one");
  leaving.abort();
  await assert.rejects(large);
  const third = await small;
  assert.deepEqual(came, ["one", "two", "small"]);
  const whole = take("more than all of it", 500);
  two();
  two();
  third();
  (await whole)();
  assert.equal(came.at(-1), "more than all of it");
});
