import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { encodeMessage, encodeQuery, MessageReader, ProtocolViolation, sqlOf, withoutMessages } from "./wire.js";

test("however a stream is cut, the same messages come out", () => {
  const body = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
  const messages = fc.array(
    body.map((bytes) => encodeMessage("d", bytes)),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(messages, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (sent, cuts) => {
      const stream = Buffer.concat(sent);
      const reader = new MessageReader();
      const got: Buffer[] = [];
      for (let at = 0, turn = 0; at < stream.length; turn += 1) {
        const size = cuts[turn % cuts.length] ?? 1;
        reader.push(stream.subarray(at, at + size));
        at += size;
        for (let message = reader.next(); message; message = reader.next()) got.push(message);
      }
      assert.deepEqual(Buffer.concat(got), stream);
      assert.equal(got.length, sent.length);
    }),
  );
});

test("a message of 50 MB in pieces of 1 KB costs one copy, not one per piece", () => {
  const message = encodeMessage("d", Buffer.alloc(50 << 20, 7));
  const reader = new MessageReader();
  const from = process.cpuUsage();
  let whole: Buffer | null = null;
  for (let at = 0; at < message.length; at += 1024) {
    assert.equal(whole, null);
    reader.push(message.subarray(at, at + 1024));
    whole = reader.next();
  }
  assert.ok(whole?.equals(message));
  // One copy for each of the 51,201 pieces would move 1.3 TB.
  assert.ok(process.cpuUsage(from).user < 5_000_000);
});

test("a length that cannot be is refused before anything is kept for it", () => {
  const reader = new MessageReader();
  reader.push(Buffer.from([0x51, 0x7f, 0xff, 0xff, 0xff]));
  assert.throws(() => reader.next(), ProtocolViolation);
  const startup = new MessageReader();
  startup.push(Buffer.from("GET / HTTP/1.1\r\n"));
  assert.throws(() => startup.startup(), ProtocolViolation);
});

test("the SQL of a query and of a parse is read, one type of message is left out", () => {
  assert.equal(sqlOf(encodeQuery("SELECT '罗甸'")), "SELECT '罗甸'");
  assert.equal(sqlOf(encodeMessage("P", Buffer.from("name\0SELECT 1\0\0\0"))), "SELECT 1");
  const both = Buffer.concat([encodeMessage("G", Buffer.alloc(3)), encodeMessage("C", Buffer.from("COPY 1\0"))]);
  assert.deepEqual(withoutMessages(both, 0x47), encodeMessage("C", Buffer.from("COPY 1\0")));
});
