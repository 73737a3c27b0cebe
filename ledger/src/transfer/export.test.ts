import assert from "node:assert/strict";
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type FieldValue, NIL_SCOPE } from "@shanhai/model";
import { firstAccount } from "../account/accounts.js";
import type { Values } from "../command.js";
import { keepFile, removeFile } from "../intake/files.js";
import type { OpenStore } from "../open-store.js";
import { list } from "../read.js";
import { tableCatalog, tableRows } from "../schema/table-catalog.js";
import * as trialRows from "../trial/trial-cooperation.js";
import { command, created, KEEPER, newId, PAIR, person, source, visit } from "../trial/trial-cooperation.js";
import { eachDatabase, embeddedDatabase, serverDatabase, type TrialDatabase } from "../trial/trial-databases.js";
import { verify } from "../verification/verify.js";
import { write } from "../write.js";
import { exportTo } from "./export.js";
import { MANIFEST, type Manifest, tablePath } from "./export-format.js";
import { importFrom } from "./import.js";

/** Every row of every table, as text. */
async function everything(store: OpenStore): Promise<Map<string, string[]>> {
  const all = new Map<string, string[]>();
  for (const table of await tableCatalog(store.db, store.records)) {
    const lines: string[] = [];
    for await (const { line } of tableRows(store.db, table)) lines.push(line);
    all.set(table.name, lines.sort());
  }
  return all;
}

async function fill(store: OpenStore): Promise<void> {
  await write(store, KEEPER, trialRows.foundation());
  const row = visit(PAIR, newId(), { name: '引号"与\\反斜线、换行\n、罕用字𠮷' });
  const made = await write(store, KEEPER, command([row, person(newId())], [source(row, "start_date")]));
  const version = made.links.find(({ scope_id }) => scope_id === PAIR)?.seq ?? "";
  // More than a number of JSON holds exactly.
  const values = { headcount: "9007199254740993" };
  await write(store, KEEPER, command([{ op: "change", record: "visit", scope_id: PAIR, id: row.id, version, values }]));
  await write(store, KEEPER, command(Array.from({ length: 300 }, () => visit(PAIR, newId()))));
  const decimal = store.records.get("reported_figure").definition.fields.find(({ type }) => type === "decimal");
  assert.ok(decimal, "a record with a decimal field is needed here");
  const figure = { ...required(store, "reported_figure"), [decimal.key]: "1610.50" };
  await write(store, KEEPER, command([created("reported_figure", PAIR, newId(), figure)]));
  const sha256 = await keepFile(store.dataDir, Buffer.from("会议纪要"));
  const document = {
    sha256,
    arrival: newId(),
    size: 12,
    engine: "0.1.0",
    repairs: 0,
    facts: 0,
    open_facts: 0,
    withdrawn: false,
  };
  await write(store, KEEPER, command([created("document", NIL_SCOPE, newId(), document)]));
}

/** Some value for every required field of a record. */
function required(store: OpenStore, name: string): Values {
  const values: { [field: string]: FieldValue } = {};
  for (const { key, type, codes } of store.records.get(name).definition.fields.filter((field) => field.required)) {
    if (codes !== undefined) values[key] = codes[0]?.code ?? "";
    else if (type === "identifier" || type === "reference") values[key] = newId();
    else if (type === "integer" || type === "decimal" || type === "money") values[key] = "1";
    else if (type === "flag") values[key] = true;
    else values[key] = type === "date" ? "2023-12" : "甲";
  }
  return values;
}

/** Source and target database of a move. */
function moving(from: TrialDatabase["kind"], to: TrialDatabase["kind"]): void {
  const on = { embedded: embeddedDatabase, server: serverDatabase };
  on[from](`export to ${to}`, (source) => {
    on[to](`import from ${from}`, (target) => {
      let original: OpenStore;
      let copy: OpenStore;
      let directory = "";
      before(async () => {
        directory = await mkdtemp(join(tmpdir(), "shanhai-export-"));
        original = await trialRows.openTrialStore(source);
        copy = await trialRows.openTrialStore(target);
        await fill(original);
      });
      after(async () => {
        await original.close();
        await copy.close();
        await rm(directory, { recursive: true });
      });

      test("equal rows, files and heads; the copy verifies, and goes on as the same ledger", async () => {
        const moved = await exportTo(original, KEEPER, directory);
        assert.deepEqual(await importFrom(copy, KEEPER, directory), moved);
        assert.equal(moved.files, 1);
        assert.equal(moved.heads, 2);
        assert.deepEqual(await everything(copy), await everything(original));
        const { broken, files } = await verify(copy, KEEPER);
        assert.deepEqual([broken, files], [null, 1]);
        await write(copy, KEEPER, command([visit(PAIR, newId())]));
        assert.equal((await verify(copy, KEEPER)).broken, null);
      });

      test("what holds data takes no import, and stays as it is", async () => {
        const before = await everything(original);
        await assert.rejects(importFrom(original, KEEPER, directory), { code: "TARGET_NOT_EMPTY" });
        assert.deepEqual(await everything(original), before);
      });
    });
  });
}

moving("embedded", "server");
moving("server", "embedded");

eachDatabase("export", (trial) => {
  let store: OpenStore;
  const directories: string[] = [];
  const fresh = async () => {
    const directory = await mkdtemp(join(tmpdir(), "shanhai-export-"));
    directories.push(directory);
    return directory;
  };
  before(async () => {
    store = await trialRows.openTrialStore(trial);
    await fill(store);
  });
  after(async () => {
    await store.close();
    for (const directory of directories) await rm(directory, { recursive: true });
  });

  test("an export beside a ledger in use is of one moment", async () => {
    const directory = await fresh();
    const { rows } = await list(store, KEEPER, "visit", { limit: 60 });
    let writing = true;
    const writer = (async () => {
      for (const row of rows) {
        if (!writing) return;
        const change = {
          op: "change",
          record: "visit",
          scope_id: PAIR,
          id: row.id,
          version: row.version,
          values: { purpose: "改" },
        } as const;
        await write(store, KEEPER, command([change, visit(PAIR, newId())]));
      }
    })();
    await exportTo(store, KEEPER, directory);
    writing = false;
    await writer;
    const manifest = JSON.parse(await readFile(join(directory, MANIFEST), "utf8")) as Manifest;
    const read = async (file: string) =>
      (await readFile(tablePath(directory, file), "utf8"))
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { scope_id: string; id: string; seq: number });
    const head = (await read("head")).find(({ scope_id }) => scope_id === PAIR)?.seq ?? 0;
    const versions = [...(await read("visit")), ...(await read("visit_past")), ...(await read("visit.late"))];
    assert.ok(versions.every(({ seq }) => seq <= head));
    const links = (await read("change")).filter(({ scope_id }) => scope_id === PAIR);
    assert.equal(links.length, head);
    assert.ok(manifest.tables.length > 20);
  });

  test("a directory that is not empty takes no export", async () => {
    const directory = await fresh();
    await appendFile(join(directory, "note.txt"), "x");
    await assert.rejects(exportTo(store, KEEPER, directory), { code: "EXPORT_TARGET_UNUSABLE" });
    assert.deepEqual(await readdir(directory), ["note.txt"]);
  });

  test("only an administrator exports", async () => {
    const clerk = { ...KEEPER, role: "clerk" } as const;
    await assert.rejects(exportTo(store, clerk, await fresh()), { code: "ROLE_FORBIDDEN" });
  });
});

eachDatabase("import", (trial) => {
  embeddedDatabase("of an export", (source) => {
    let store: OpenStore;
    let directory = "";
    before(async () => {
      directory = await mkdtemp(join(tmpdir(), "shanhai-export-"));
      const original = await trialRows.openTrialStore(source);
      await fill(original);
      await exportTo(original, KEEPER, directory);
      await original.close();
      store = await trialRows.openTrialStore(trial);
    });
    after(async () => {
      await store.close();
      await rm(directory, { recursive: true });
    });

    test("an altered or unfinished export is refused before anything is done", async () => {
      const path = tablePath(directory, "visit");
      const whole = await readFile(path);
      await appendFile(path, "{}\n");
      await assert.rejects(importFrom(store, KEEPER, directory), { code: "EXPORT_BROKEN", zh: /visit/u });
      await writeFile(path, whole);
      const empty = await mkdtemp(join(tmpdir(), "shanhai-export-"));
      await assert.rejects(importFrom(store, KEEPER, empty), { code: "EXPORT_BROKEN", zh: /manifest/u });
      await rm(empty, { recursive: true });
      assert.equal((await firstAccount(store.db)).role, "administrator");
    });

    test("an interrupted import cannot be used, and is finished by the same import again", async () => {
      const [file = ""] = (await readdir(join(directory, "files"), { recursive: true })).filter(
        (name) => name.length > 60,
      );
      const sha256 = file.replaceAll(/[\\/]/g, "");
      const path = join(directory, "files", file);
      const bytes = await readFile(path);
      await removeFile(directory, sha256);
      await assert.rejects(importFrom(store, KEEPER, directory), { code: "EXPORT_BROKEN" });
      await assert.rejects(list(store, KEEPER, "visit", {}), { code: "IMPORT_UNFINISHED" });
      await assert.rejects(write(store, KEEPER, command([person(newId())])), { code: "IMPORT_UNFINISHED" });
      await store.close();
      store = await trialRows.openTrialStore({ kind: trial.kind, config: trial.config, database: trial.database });
      await assert.rejects(list(store, KEEPER, "visit", {}), { code: "IMPORT_UNFINISHED" });
      await writeFile(path, bytes);
      await importFrom(store, KEEPER, directory);
      assert.equal((await verify(store, KEEPER)).broken, null);
      assert.equal((await list(store, KEEPER, "visit", { limit: 500 })).rows.length, 301);
    });
  });
});
