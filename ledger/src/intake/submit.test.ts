import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import type { Source } from "@shanhai/engine";
import { decide } from "../checking/decide.js";
import { plan } from "../checking/plan.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { CLERK, type FactSketch, type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { factId, REPORT, reportFacts } from "../trial/trial-report.js";
import { document, documents } from "./documents.js";
import { READING_LIMITS, ReadingPool } from "./reading.js";
import { reread } from "./reread.js";
import { submit } from "./submit.js";

const file = (name: string, content: string | Uint8Array): Source => ({
  name,
  bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
});

eachDatabase("documents coming in", (trial) => {
  let t: TrialDesk;
  /** The same desk with the real reading worker. */
  let real: Desk;
  let pool: ReadingPool;
  const kept = () => {
    const all = readdirSync(trial.config.dataDir, { recursive: true, withFileTypes: true });
    return all.filter((entry) => entry.isFile() && entry.parentPath.includes("files"));
  };
  const heads = async () => {
    const { rows } = await t.store.db.query<{ seq: bigint }>("select seq from head order by scope_id");
    return rows.map(({ seq }) => String(seq)).join();
  };

  before(async () => {
    t = await trialDesk(trial.config);
    pool = new ReadingPool({ ...READING_LIMITS, workers: 1 });
    real = { ...t.desk, read: (source) => pool.read(source) };
  });

  test("what cannot be taken in is refused with a code and texts, and nothing is stored", async () => {
    const refused: [Source, string, RegExp][] = [
      [file("空.txt", ""), "DOCUMENT_EMPTY", /文件是空的/u],
      [file("空白.txt", "\r\n  　\n"), "DOCUMENT_EMPTY", /文件是空的/u],
      [
        file(
          "照片.txt",
          Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251),
        ),
        "DOCUMENT_BINARY",
        /二进制/u,
      ],
      [
        file("page.txt", "The delegation visited three counties."),
        "DOCUMENT_NO_CHINESE",
        /没有汉字（按 \S+ 编码读取）/u,
      ],
      [file("a.txt", "机密★1年\n关于东西部协作有关工作的请示\n正文。"), "DOCUMENT_SECRET", /机密.*保密部门/u],
      [file("【秘密】名单.txt", "白云区到罗甸县考察。"), "DOCUMENT_SECRET", /秘密/u],
    ];
    const before = await heads();
    for (const [source, code, text] of refused) {
      await assert.rejects(submit(real, CLERK, source), (error) => {
        assert.ok(error instanceof LedgerError, `${source.name}: ${String(error)}`);
        assert.equal(error.code, code, source.name);
        assert.match(error.zh, text);
        return true;
      });
    }
    assert.equal(await heads(), before);
    assert.deepEqual(kept(), []);
    const everything = readdirSync(trial.config.dataDir, { recursive: true, withFileTypes: true }).filter((e) =>
      e.isFile(),
    );
    for (const entry of everything) {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      assert.ok(!bytes.includes("关于东西部协作有关工作的请示"), entry.name);
    }
  });

  test("words about secrets in an ordinary page are no marks", async () => {
    const page = "白云区到罗甸县对接协作\n双方签订商业秘密保护条款，组织涉密人员学习保守国家秘密的规定。\n";
    const { document_id, created } = await submit(real, CLERK, file("对接.txt", page));
    assert.equal(created, true);
    assert.equal((await document(real, CLERK, document_id))?.mark, null);
  });

  test("an internal mark passes with a warning and stays with the document", async () => {
    const source = t.reads("内部资料\n白云区到罗甸县对接。", [], { secrecy: "内部" });
    const { document_id, warnings } = await submit(t.desk, CLERK, source);
    assert.match(warnings.map(({ zh }) => zh).join(), /内部.*不会进入任何公开件/u);
    assert.equal((await document(t.desk, CLERK, document_id))?.mark, "内部");
  });

  test("the encoding that was chosen is kept and shown; another one can be forced", async () => {
    // 山海协作 in GB18030.
    const gbk = Uint8Array.from([0xc9, 0xbd, 0xba, 0xa3, 0xd0, 0xad, 0xd7, 0xf7, 0xa1, 0xa3]);
    const { document_id } = await submit(real, CLERK, { name: "编码.txt", bytes: gbk, encoding: "gb18030" });
    const view = await document(real, CLERK, document_id);
    assert.equal(view?.raw, "山海协作。");
    assert.equal(view?.extraction.raw.encoding, "gb18030");
  });

  test("bytes read in the wrong encoding are read anew in another one, until somebody has decided", async () => {
    // 山海协作。白云区与罗甸县。 in GB18030, which ISO-8859-style readers turn into other characters.
    const bytes = Uint8Array.from(Buffer.from("c9bdbaa3d0add7f7a1a3b0d7d4c6c7f8d3ebc2deb5e9cfd8a1a3", "hex"));
    const first = await submit(real, CLERK, { name: "乱码.txt", bytes, encoding: "big5" });
    const wrong = await document(real, CLERK, first.document_id);
    assert.notEqual(wrong?.raw, "山海协作。白云区与罗甸县。");
    const second = await submit(real, CLERK, { name: "乱码.txt", bytes, encoding: "gb18030" });
    assert.deepEqual([second.document_id, second.created], [first.document_id, false]);
    assert.match(second.warnings[0]?.zh ?? "", /按 gb18030 编码重新读取/u);
    const view = await document(real, CLERK, first.document_id);
    assert.equal(view?.raw, "山海协作。白云区与罗甸县。");
    for (const { fact } of view?.items ?? [])
      for (const { start, end, quote } of fact.evidence) assert.equal(view?.raw.slice(start, end), quote);
    assert.equal(view?.extraction.raw.choice?.forced, true);
    await reread(real, CLERK, first.document_id);
    const kept = (await document(real, CLERK, first.document_id))?.extraction.raw;
    assert.deepEqual([kept?.encoding, kept?.choice?.forced], ["gb18030", true], "the choice is kept with the document");
    await reread(real, CLERK, first.document_id, "auto");
    const detected = (await document(real, CLERK, first.document_id))?.extraction.raw;
    assert.deepEqual([detected?.encoding, detected?.choice?.forced], ["gb18030", false]);
    const item = view?.items[0];
    assert.ok(item, "the engine sees the regions");
    const decline = [{ fact: item.fact.id, verdict: "decline" as const }];
    const { hash } = await plan(real, CLERK, first.document_id, decline);
    await decide(real, CLERK, first.document_id, decline, hash, randomUUID());
    await assert.rejects(
      submit(real, CLERK, { name: "乱码.txt", bytes, encoding: "big5" }),
      (error) => error instanceof LedgerError && error.code === "DOCUMENT_IN_CHECKING",
    );
  });

  test("an actor of some scopes sees and checks what he brought himself, nothing else", async () => {
    const narrow = { ...CLERK, account_id: randomUUID(), name: "石小满", scopes: [randomUUID()] };
    const theirs = (await submit(t.desk, CLERK, t.reads("白云区与罗甸县的另一份材料。", []))).document_id;
    const own = (await submit(t.desk, narrow, t.reads("白云区与罗甸县，石小满来稿。", []))).document_id;
    assert.deepEqual(
      (await documents(t.desk, narrow, {})).rows.map(({ id }) => id),
      [own],
    );
    assert.equal(await document(t.desk, narrow, theirs), null);
    await assert.rejects(
      plan(t.desk, narrow, theirs, []),
      (error) => error instanceof LedgerError && error.code === "DOCUMENT_NOT_FOUND",
    );
  });

  test("two documents of one name are both kept, and the second one is told so", async () => {
    const [first, second] = ["白云区到罗甸县走访。", "白云区到罗甸县走访。（更正稿）"];
    await submit(t.desk, CLERK, { ...t.reads(first, []), name: "走访.txt" });
    const again = await submit(t.desk, CLERK, { ...t.reads(second, []), name: "C:\\Users\\林晓禾\\走访.txt" });
    assert.equal(again.same_name.length, 1);
    assert.match(again.warnings[0]?.zh ?? "", /同一文件名/u);
    const page = await documents(t.desk, CLERK, { text: "走访" });
    assert.deepEqual(
      page.rows.map(({ name }) => name),
      ["走访.txt", "走访.txt"],
    );
  });

  test("a full disk leaves nothing half stored, and the next attempt works", async () => {
    const source = t.reads("白云区到罗甸县回访。", []);
    const full: Desk = {
      ...t.desk,
      keepFile: async () => {
        throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      },
    };
    const before = await heads();
    await assert.rejects(
      submit(full, CLERK, source),
      (error) => error instanceof LedgerError && error.code === "DISK_FULL",
    );
    assert.equal(await heads(), before);
    assert.equal((await submit(t.desk, CLERK, source)).created, true);
  });

  test("the same bytes from two people at once are one document", async () => {
    const source = t.reads(
      "白云区与罗甸县同时来稿。",
      reportFacts.slice(0, 1).map((fact) => ({ ...fact, id: factId("9", 1) })),
    );
    const answers = await Promise.all([
      submit(t.desk, CLERK, source),
      submit(t.desk, { ...CLERK, account_id: randomUUID(), name: "石小满" }, source),
    ]);
    assert.deepEqual(answers.map(({ created }) => created).sort(), [false, true]);
    assert.equal(new Set(answers.map(({ document_id }) => document_id)).size, 1);
  });

  test("a document of more facts than one command holds comes in whole", async () => {
    const text = `罗甸县\n${Array.from({ length: 900 }, (_, at) => `${at}号车间。`).join("")}`;
    const facts = Array.from({ length: 900 }, (_, at): FactSketch => ({ ...projectFact(at), says: [`${at}号车间`] }));
    const { document_id } = await submit(t.desk, CLERK, t.reads(text, facts));
    const view = await document(t.desk, CLERK, document_id);
    assert.deepEqual(
      view?.items.map(({ fact }) => fact.id),
      facts.map(({ id }) => id),
    );
  });

  test("a quote that is not the text at its place is broken code: nothing is stored", async () => {
    const source = t.reads("白云区到罗甸县。", []);
    const before = await heads();
    const broken: Desk = {
      ...t.desk,
      read: async () => {
        const reading = await t.desk.read(source);
        const [fact] = reportFacts;
        const evidence = [{ start: 1, end: 4, quote: "白云区" }];
        return { ...reading, extraction: { ...reading.extraction, facts: [{ ...fact, evidence } as never] } };
      },
    };
    await assert.rejects(submit(broken, CLERK, source), /quote and place/u);
    assert.equal(await heads(), before);
  });

  test("a new engine run offers changed facts beside the old ones; decisions and corrections stay", async () => {
    const { document_id } = await submit(t.desk, CLERK, t.reads(REPORT, reportFacts));
    const visit = factId("c", 1);
    const correction = [{ fact: visit, verdict: "correct" as const, values: { lead: "陈启鸣" } }];
    const { hash } = await plan(t.desk, CLERK, document_id, correction);
    await decide(t.desk, CLERK, document_id, correction, hash, randomUUID());
    const before = await heads();
    assert.deepEqual(await reread(t.desk, CLERK, document_id), { engine: "1", added: 0, set_aside: 0 });
    assert.equal(await heads(), before);

    // The second engine reads another last day, and no longer sees the pledge.
    const changed = reportFacts.flatMap((fact): FactSketch[] =>
      fact.id === visit
        ? [{ ...fact, id: factId("c", 8), end: "2024-05-09" }]
        : fact.kind === "commitment"
          ? []
          : [fact],
    );
    t.reads(REPORT, changed, { engine: "2" });
    assert.deepEqual(await reread(t.desk, CLERK, document_id), { engine: "2", added: 1, set_aside: 2 });
    const view = await document(t.desk, CLERK, document_id);
    const states = new Map(view?.items.map(({ fact, state, beside }) => [fact.id, { state, beside }]));
    assert.deepEqual(states.get(visit), { state: "corrected", beside: [] });
    assert.deepEqual(states.get(factId("c", 8)), { state: "open", beside: [visit] });
    assert.equal(states.has(factId("e", 1)), false);
    assert.equal(view?.extraction.engine, "2");
    const [row] = (await t.desk.list(CLERK, "visit", {})).rows;
    assert.equal(row?.values.lead, "陈启鸣");
    const [line] = (await documents(t.desk, CLERK, { text: "白云区代表团" })).rows;
    assert.equal(line?.open, view?.items.filter(({ state }) => state === "open").length);
  });

  test("pages of documents go on after the last one", async () => {
    const first = await documents(t.desk, CLERK, { limit: 3 });
    const second = await documents(t.desk, CLERK, { limit: 3, after: first.next ?? "" });
    assert.equal(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size, 6);
    await pool.close();
    await t.store.close();
  });
});

function projectFact(at: number) {
  return {
    id: at.toString(16).padStart(64, "0"),
    kind: "project" as const,
    name: `${at}号车间`,
    region: null,
    stage: null,
    milestones: [],
  };
}
