import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { documentId, NIL_SCOPE } from "@shanhai/model";
import type { Change, Values } from "../command.js";
import { filePath, keepFile } from "../intake/files.js";
import type { OpenStore } from "../open-store.js";
import { history, sources } from "../querying/read-history.js";
import { get, list } from "../read.js";
import { tableCatalog, tableRows } from "../schema/table-catalog.js";
import * as trialRows from "../trial/trial-cooperation.js";
import {
  command,
  created,
  EAST,
  KEEPER,
  newId,
  OTHER_PAIR,
  PAIR,
  person,
  source,
  visit,
} from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { verify } from "../verification/verify.js";
import { write } from "../write.js";
import { erase } from "./erase.js";

/** Stands in the erased document and nowhere else. */
const WORDS = "鹧鸪岭蓄水工程";

eachDatabase("erase", (trial) => {
  let store: OpenStore;
  const bytes = Buffer.from(`白云区与罗甸县议定${WORDS}。`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const [erased, other] = [newId(), newId()];
  // Rows that only the document states, that two documents state, and that another document's row points to.
  const alone = visit(PAIR, newId(), { name: WORDS, purpose: WORDS });
  const shared = visit(OTHER_PAIR, newId(), { name: `${WORDS}考察`, purpose: WORDS, lead: "韦清源" });
  const pointed = person(newId(), { name: WORDS, note: WORDS });
  const free = person(newId(), { name: "覃一平", note: WORDS });
  const attendance = created("attendance", OTHER_PAIR, newId(), {
    visit: shared.id,
    person: pointed.id,
    position: "1",
    name: "方远山",
    part: "attended",
  });
  const documentRow = (id: string, values: Values): Change =>
    created("document", NIL_SCOPE, id, {
      arrival: newId(),
      size: bytes.length,
      engine: "0.1.0",
      repairs: 0,
      facts: 1,
      open_facts: 0,
      withdrawn: false,
      ...values,
    });
  const of = (document: string) => ({ document_id: document, quote: document === erased ? WORDS : "另一份材料" });

  const proof = (of: Change, file_hash: string, name: string): Change =>
    created("proof", of.scope_id, newId(), {
      record: of.record,
      record_id: of.id,
      file_hash,
      name,
      size: 1,
      strength: "A",
    });

  before(async () => {
    store = await trialRows.openTrialStore(trial);
    await write(store, KEEPER, trialRows.foundation());
    await keepFile(store.dataDir, bytes);
    const otherHash = await keepFile(store.dataDir, Buffer.from("另一份材料"));
    const ofDocument = (record: string, document: string, values: Values) =>
      created(record, NIL_SCOPE, newId(), { document, ...values });
    const decided = { account: "1", who: "何台账", fact_id: "f1", verdict: "adopt" };
    await write(
      store,
      KEEPER,
      command([
        documentRow(erased, { sha256, name: `${WORDS}.txt`, title: WORDS }),
        documentRow(other, { sha256: otherHash, name: "另一份.txt" }),
        ofDocument("document_text", erased, { reader: "text", reader_version: 1, raw: WORDS, repaired: WORDS }),
        ofDocument("submission", erased, { account: "1", who: "何台账", name: `${WORDS}.txt` }),
        ofDocument("fact", erased, {
          fact_id: "f1",
          kind: "event",
          rule: "visit@1",
          confidence: 900,
          engine: "0.1.0",
          ordinal: 0,
          set_aside: false,
          body: [{ text: WORDS }],
        }),
        ofDocument("decision", erased, { ...decided, corrected: [{ name: WORDS }], reason: WORDS }),
        // Laid before a colleague: what would be written of it.
        ofDocument("held_change", erased, {
          ...{ kind: "rows", state: "waiting", office: newId(), scope: PAIR, maker: "1", maker_name: "何台账" },
          ...{ made_at: "2024-05-09T00:00:00Z", title: WORDS, note: WORDS, work: [{ kind: "rows", name: WORDS }] },
        }),
        // The other document's decision says what stood before it.
        ofDocument("decision", other, {
          ...decided,
          written: [{ id: shared.id, action: "change", fields: { purpose: { before: WORDS, after: "调研" } } }],
        }),
      ]),
    );
    const made = await write(
      store,
      KEEPER,
      command(
        [alone, shared, pointed, free, attendance],
        [
          ...["name", "purpose", "start_date"].map((field) => source(alone, field, of(erased))),
          ...["name", "purpose", "start_date"].map((field) => source(shared, field, of(erased))),
          source(shared, "lead", of(other)),
          source(shared, "start_date", { ...of(other), chosen: false, value: "2023-12" }),
          source(pointed, "name", of(erased)),
          source(free, "note", of(erased)),
          source(attendance, "name", of(other)),
        ],
      ),
    );
    const version = made.links.find(({ scope_id }) => scope_id === PAIR)?.seq ?? "";
    const change = {
      op: "change",
      record: "visit",
      scope_id: PAIR,
      id: alone.id,
      version,
      values: { headcount: "9" },
    } as const;
    await write(store, KEEPER, command([change]));
    // By the document's own file, of a row that goes, and of a row that stays.
    const proofs = [proof(shared, sha256, WORDS), proof(alone, otherHash, "旁证"), proof(shared, otherHash, "旁证")];
    await write(store, KEEPER, command(proofs));
    // A pair stays, known by its codes; what the document said of it goes.
    const pair = await get(store, KEEPER, "pair", NIL_SCOPE, PAIR);
    const said = { op: "change", record: "pair", scope_id: NIL_SCOPE, id: PAIR, version: pair?.version ?? "" } as const;
    const values = { since: [{ statement: WORDS }] };
    await write(store, KEEPER, command([{ ...said, values }], [source({ ...said, values }, "since", of(erased))]));
    assert.equal((await verify(store, KEEPER)).broken, null);
    assert.ok((await tablesWith(WORDS)).length > 5);
  });
  after(() => store.close());

  async function tablesWith(words: string): Promise<string[]> {
    const found = new Set<string>();
    for (const table of await tableCatalog(store.db, store.records))
      for await (const { line } of tableRows(store.db, table)) if (line.includes(words)) found.add(table.name);
    return [...found];
  }

  test("only an administrator erases, and only what is there", async () => {
    await assert.rejects(erase(store, { ...KEEPER, role: "clerk" }, erased, "试"), { code: "ROLE_FORBIDDEN" });
    await assert.rejects(erase(store, KEEPER, newId(), "试"), { code: "DOCUMENT_NOT_FOUND" });
    assert.ok((await tablesWith(WORDS)).length > 5);
  });

  test("nothing of the document is left in any table or file; the chains verify", async () => {
    const seen = await get(store, KEEPER, "document", NIL_SCOPE, erased);
    await erase(store, KEEPER, erased, "误导入，按保密要求清除");
    assert.deepEqual(await tablesWith(WORDS), []);
    const { broken, files } = await verify(store, KEEPER);
    assert.deepEqual([broken, files], [null, 1]);
    await assert.rejects(stat(filePath(store.dataDir, sha256)), { code: "ENOENT" });
    const { rows } = await store.db.query("select document_id, actor_name, reason from erasure");
    assert.deepEqual(rows, [{ document_id: erased, actor_name: "何台账", reason: "误导入，按保密要求清除" }]);
    // Whoever was checking it is refused.
    const late = {
      op: "change",
      record: "document",
      scope_id: NIL_SCOPE,
      id: erased,
      version: seen?.version ?? "",
    } as const;
    await assert.rejects(write(store, KEEPER, command([{ ...late, values: { open_facts: "0" } }])), {
      code: "VERSION_STALE",
    });
  });

  test("what only it stated is gone, what others state or point to stays without it", async () => {
    assert.equal(await get(store, KEEPER, "visit", PAIR, alone.id), null);
    assert.deepEqual(await history(store, KEEPER, "visit", PAIR, alone.id), []);
    assert.equal(await get(store, KEEPER, "person", NIL_SCOPE, free.id), null);
    const kept = await get(store, KEEPER, "visit", OTHER_PAIR, shared.id);
    assert.deepEqual(
      ["name", "purpose", "lead", "start_date", "visitor"].map((field) => kept?.values[field]),
      ["（已清除）", null, "韦清源", "2023-12", [EAST]],
    );
    const stated = await sources(store, KEEPER, "visit", OTHER_PAIR, shared.id);
    assert.deepEqual(
      stated.map(({ field, chosen, document_id }) => [field, chosen, document_id]),
      [
        ["lead", true, other],
        ["start_date", true, other],
      ],
    );
    assert.equal((await get(store, KEEPER, "person", NIL_SCOPE, pointed.id))?.title, "（已清除）");
    const pair = await get(store, KEEPER, "pair", NIL_SCOPE, PAIR);
    assert.deepEqual([pair?.title, pair?.values.since], ["白云区·罗甸县", null]);
    assert.equal((await list(store, KEEPER, "visit", { text: WORDS })).rows.length, 0);
  });

  test("a file that proves something goes with its document, or alone by the id of its bytes", async () => {
    const { rows } = await store.db.query("select record_id from proof");
    assert.deepEqual(rows, [{ record_id: shared.id }], "neither by the document's file nor of a row that is gone");
    const photo = await keepFile(store.dataDir, Buffer.from("只作佐证的照片"));
    const row = visit(OTHER_PAIR, newId(), { name: "另一次考察" });
    await write(store, KEEPER, command([row, proof(row, photo, "照片.jpg"), proof(shared, photo, "照片.jpg")]));
    assert.equal((await verify(store, KEEPER)).broken, null);
    await assert.rejects(erase(store, KEEPER, newId(), "误传"), { code: "DOCUMENT_NOT_FOUND" });
    await erase(store, KEEPER, documentId(photo), "误传");
    assert.deepEqual((await store.db.query("select record_id from proof")).rows, rows);
    await assert.rejects(stat(filePath(store.dataDir, photo)));
    assert.equal((await verify(store, KEEPER)).broken, null);
  });

  test("erasing again finishes quietly; who brought and who decided stays", async () => {
    await keepFile(store.dataDir, bytes);
    await erase(store, KEEPER, erased, "再次");
    await assert.rejects(stat(filePath(store.dataDir, sha256)), { code: "ENOENT" });
    const { rows } = await store.db.query(
      "select who, name from submission union all select who, reason from decision where document = $1",
      [erased],
    );
    assert.deepEqual(rows, [
      { who: "何台账", name: null },
      { who: "何台账", name: null },
    ]);
    assert.equal((await verify(store, KEEPER)).broken, null);
  });

  test("found: a value put where one was erased, and an erased value whose HMAC is lost", async () => {
    await store.db.query("update person set note = '伪造' where id = $1", [pointed.id]);
    assert.equal((await verify(store, KEEPER)).broken?.code, "ROW_EDITED");
    await store.db.query("update person set note = null where id = $1", [pointed.id]);
    await store.db.query("delete from erased_value");
    assert.equal((await verify(store, KEEPER)).broken?.code, "ROW_EDITED");
  });

  if (trial.kind === "embedded")
    test("the database's files hold nothing of it either, nor does its write-ahead log", async () => {
      const holding: string[] = [];
      for (const name of await readdir(store.dataDir, { recursive: true })) {
        const path = join(store.dataDir, name);
        if (!(await stat(path)).isFile()) continue;
        if ((await readFile(path)).includes(WORDS)) holding.push(name);
      }
      assert.deepEqual(holding, []);
    });
});
