import assert from "node:assert/strict";
import { Readable, Writable } from "node:stream";
import { describe, test } from "node:test";
import type { Extraction } from "@shanhai/engine";
import fc from "fast-check";
import { LineCutter } from "./line-cutter.js";
import { filterLines } from "./line-filter.js";

/** What the filter answers to a stream that comes in the given pieces. */
async function answers(chunks: readonly Buffer[], threads = 1, batchBytes?: number): Promise<Extraction[]> {
  const out: Buffer[] = [];
  const output = new Writable({
    highWaterMark: 100,
    write(chunk: Buffer, _encoding, done) {
      // The memory is another piece's when this one is done.
      out.push(Buffer.from(chunk));
      setImmediate(done);
    },
  });
  await filterLines(Readable.from(chunks), output, batchBytes === undefined ? { threads } : { threads, batchBytes });
  const lines = Buffer.concat(out).toString("utf8").replace(/\n$/, "").split("\n");
  return lines.map((line) => (line === "" ? null : JSON.parse(line)) as Extraction);
}

const report = (day: number) => `12月${day}日，海珠区代表团赴惠水县考察，向惠水县捐赠图书${day}00册。`;

describe("a stream of documents, a line each", () => {
  test("as many lines come out as go in, in their order, whatever the threads and batches", async () => {
    const lines = Array.from({ length: 60 }, (_, at) => JSON.stringify({ id: at, text: report((at % 28) + 1) }));
    const whole = Buffer.from(`${lines.join("\n")}\n`);
    const one = await answers([whole], 1);
    assert.deepEqual(
      one.map(({ id }) => Number(id)),
      lines.map((_, at) => at),
    );
    assert.ok(one.every(({ facts }) => facts.some(({ kind }) => kind === "region")));
    const pieces = Array.from({ length: Math.ceil(whole.length / 97) }, (_, at) =>
      whole.subarray(at * 97, at * 97 + 97),
    );
    assert.deepEqual(await answers(pieces, 3, 500), one);
  });

  test("a string, a text with a name, bytes in another encoding, a last line without an end", async () => {
    const page = `<html><head><meta charset="gb18030"><title>t</title></head><body><p>${report(3)}</p></body></html>`;
    const [text, html, gb] = await answers([
      Buffer.from(
        [
          JSON.stringify(report(1)),
          JSON.stringify({ name: "02.html", text: page.replace("gb18030", "utf-8") }),
          // 罗甸 in GB18030.
          JSON.stringify({
            id: "gb",
            base64: Buffer.from([0xc2, 0xde, 0xb5, 0xe9]).toString("base64"),
            encoding: "gb18030",
          }),
        ].join("\n"),
      ),
    ]);
    assert.equal(text?.id, "1");
    assert.equal(html?.raw.reader, "html");
    assert.equal(html?.id, "02");
    assert.deepEqual([gb?.id, gb?.raw.encoding, gb?.raw.length], ["gb", "gb18030", 2]);
  });

  test("a very long document among short ones is read by a thread of its own, and the short ones by another again", async () => {
    const long = `${report(2)}${"\n".repeat(1_000_001)}`;
    const lines = [report(1), long, report(3)].map((text, id) => JSON.stringify({ id, text }));
    const found = await answers([Buffer.from(`${lines.join("\n")}\n`)], 1, 500);
    assert.deepEqual(
      found.map(({ id, facts }) => [id, facts.length]),
      ["0", "1", "2"].map((id) => [id, found[0]?.facts.length]),
    );
    assert.ok(found[0]?.facts.length);
  });

  test("a line that is no document is answered in words, with its number, and the rest goes on", async () => {
    const bad = ["xx", "[]", "7", "null", '{"a":1}', '{"text":5}'];
    const got = await answers([Buffer.from([...bad, "", JSON.stringify(report(2))].join("\r\n"))]);
    for (const [at] of bad.entries()) {
      const issue = got[at]?.issues[0];
      assert.equal(issue?.code, "line/no-document");
      assert.match(issue?.message.zh ?? "", new RegExp(`^第 ${at + 1} 行：`));
      assert.deepEqual(got[at]?.facts, []);
    }
    assert.equal(got[bad.length], null, "an empty line stays empty");
    assert.ok((got.at(-1)?.facts.length ?? 0) > 0);
  });
});

describe("cutting a stream into lines", () => {
  test("batches joined are the stream, each ends with a line, numbers go on", () => {
    const parts = fc.array(
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes.map((b) => (b < 60 ? 10 : b)))),
    );
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 64 }), (chunks, size) => {
        const cutter = new LineCutter(size);
        const batches = chunks.flatMap((chunk) => cutter.push(chunk));
        batches.push(...cutter.end());
        const whole = Buffer.concat(chunks);
        assert.deepEqual(Buffer.concat(batches.map(({ bytes }) => bytes)), whole);
        let line = 1;
        for (const [at, { first, bytes }] of batches.entries()) {
          assert.equal(first, line);
          if (at < batches.length - 1) assert.equal(bytes.at(-1), 10);
          line += bytes.filter((byte) => byte === 10).length;
        }
      }),
    );
  });

  test("an endless line does not fill the memory: it becomes one that is refused", () => {
    const cutter = new LineCutter(1000);
    const chunk = Buffer.alloc(8_000_000, 0x61);
    assert.deepEqual(cutter.push(Buffer.from("first\n")), []);
    const batches = Array.from({ length: 30 }, () => cutter.push(chunk)).flat();
    batches.push(...cutter.push(Buffer.from("tail\nlast\n")));
    batches.push(...cutter.end());
    assert.equal(Buffer.concat(batches.map(({ bytes }) => bytes)).toString(), "first\n{}\nlast\n");
  });
});
