import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { after, before, test } from "node:test";
import { fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import type { AuditEvent } from "../account/audit-event.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { sha256Of } from "../fresh-id.js";
import { command, KEEPER, newId } from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { trialDesk } from "../trial/trial-desk.js";
import { parties, row, SHIKAN_PAIR, sales, WANGCHAO, wan } from "../trial/trial-year.js";
import { readBook } from "../workbook/read-book.js";
import { ZipWriter } from "../workbook/zip-writer.js";
import { checkPack } from "./check-pack.js";
import type { PackDesk, PackQuery } from "./pack-desk.js";
import { FolderNames, safeName } from "./pack-names.js";
import { packDesk } from "./packing.js";

test("file names are those that Windows, a U盘 and a zip all keep", () => {
  for (const [name, most, safe] of [
    ["会议纪要（终稿）.pdf", 60, "会议纪要（终稿）.pdf"],
    ['关于"山海"协作：2023/11 的<通知>?.docx', 60, "关于＿山海＿协作：2023＿11 的＿通知＿＿.docx"],
    ["CON.txt", 60, "＿CON.txt"],
    ["com1", 60, "＿com1"],
    ["  照片. ", 60, "照片"],
    ["..", 60, "文件"],
    [`${"长".repeat(200)}.jpg`, 60, `${"长".repeat(56)}.jpg`],
    [`${"𠮷".repeat(100)}.jpg`, 60, `${"𠮷".repeat(28)}.jpg`],
    ["a\u202egpj.exe", 60, "a＿gpj.exe"],
    ["第2.1.1项 关于下达指标的通知", 60, "第2.1.1项 关于下达指标的通知"],
  ] as const)
    assert.equal(safeName(name, most), safe);
  const folder = new FolderNames();
  assert.deepEqual(
    ["照片.JPG", "照片.jpg", "照片.jpg"].map((name) => folder.take(name, 60)),
    ["照片.JPG", "照片(2).jpg", "照片(3).jpg"],
  );
});

test("a zip goes on beyond 4 GiB: the parts there are found and whole", async () => {
  const folder = mkdtempSync(join(tmpdir(), "shanhai-zip-"));
  const path = join(folder, "large.zip");
  const begin = 5 * 2 ** 30;
  const file = openSync(path, "w");
  let at = begin;
  const zip = new ZipWriter(
    (bytes) => {
      at += writeSync(file, bytes, 0, bytes.length, at);
    },
    { begin, day: { year: 2023, month: 12, day: 1 } },
  );
  try {
    await zip.add("A1/佐证/照片.jpg", [new Uint8Array(100_000).fill(7)], true);
    await zip.add("index.html", ["山海"]);
    await zip.end();
    const names = await unpacked(await openPromise(path, { autoClose: false }));
    assert.deepEqual([...names.keys()], ["A1/佐证/照片.jpg", "index.html"]);
    assert.equal(names.get("index.html")?.toString(), "山海");
    assert.equal(names.get("A1/佐证/照片.jpg")?.length, 100_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

async function unpacked(zip: ZipFile): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  zip.close();
  return files;
}

const refused = (code: string) => (error: unknown) => error instanceof LedgerError && error.code === code;

eachDatabase("佐证材料包", (trial) => {
  let desk: Desk;
  let packs: PackDesk;
  let close: () => Promise<void>;
  const logged: AuditEvent[] = [];
  const folder = mkdtempSync(join(tmpdir(), "shanhai-pack-"));
  const month = { year: 2023, month: 11, line: "west", codes: ["E1", "F1", "B1"] } as const;
  const query: PackQuery = { ...month, scope: SHIKAN_PAIR };
  const write = (changes: Parameters<typeof command>[0]) => desk.write(KEEPER, command(changes));
  const worker = newId();
  const number = newId();

  const proof = async (record: string, id: string, name: string, bytes: Uint8Array, more = {}) => {
    await desk.keepFile(bytes);
    const values = {
      record,
      record_id: id,
      file_hash: sha256Of(bytes),
      name,
      size: bytes.length,
      strength: "B",
      ...more,
    };
    await write([row("proof", values)]);
  };

  before(async () => {
    const made = await trialDesk(trial.config);
    close = () => made.store.close();
    desk = {
      ...made.desk,
      log: async (_, event) => {
        logged.push(event);
        return String(logged.length);
      },
    };
    packs = packDesk(desk);
    await write(parties);
    await write(sales(true));
    await write([
      row(
        "labour_record",
        {
          ...{
            year: 2023,
            person_name: "石小山",
            person_key: "p1",
            id_number: "980101198503150015",
            phone: "13800001111",
          },
          ...{ village: "红星村", destination: "east", months: "8", started: "2023-02-15", longest: true },
        },
        SHIKAN_PAIR,
        worker,
      ),
      row(
        "indicator_value",
        {
          ...{ indicator: "F1", year: 2023, month: 11, line: "west", kind: "final", state: "closed" },
          ...{ this_month: "130", to_date: "1632.40", unit: "万元", note: "按盖章件" },
        },
        SHIKAN_PAIR,
        number,
      ),
    ]);
    const { rows } = await desk.list(KEEPER, "sale", { scope: SHIKAN_PAIR, filter: { counted: false } });
    const contract = Buffer.from("劳务合同");
    await proof("labour_record", worker, "石小山 合同.jpg", contract, { formed: "2023-02-14" });
    for (const { id } of rows) await proof("sale", id, "发票 00382915.jpg", Buffer.from(`发票${id}`));
    await proof("indicator_value", number, "乙商务〔2023〕8号关于报送数据的函.pdf", Buffer.from("盖章"), {
      strength: "A",
    });
    // The same bytes prove a second thing: they lie once, and stand in both lists.
    await proof("indicator_value", number, "合同复印件.jpg", contract);
    await proof("indicator_value", number, "机密★方案.pdf", Buffer.from("不应在此"));
    await proof("indicator_value", number, "方案二.pdf", Buffer.from("也不应在此"), { mark: "秘密" });
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await close();
  });

  async function taken(actor: Actor, asked: PackQuery) {
    const prepared = await packs.preparePack(actor, asked);
    const { name, body } = await packs.takePack(actor, prepared.id);
    const bytes = await buffer(body);
    const files = await unpacked(await fromBufferPromise(bytes, { autoClose: false }));
    return { prepared, name, bytes, files, state: packs.packState(actor, prepared.id) };
  }

  /** Name, ID number and telephone of the only worker, as the sheet of an indicator's folder tells them. */
  async function told(files: ReadonlyMap<string, Buffer>, folder: string) {
    const [, bytes] = [...files].find(([path]) => path.includes(`/${folder}`) && path.endsWith("/明细.xlsx")) ?? [];
    const parts = await unpacked(await fromBufferPromise(bytes ?? Buffer.alloc(0), { autoClose: false }));
    const text = parts.get("xl/worksheets/sheet1.xml")?.toString() ?? "";
    return [/石(?:小山|\*\*)(?=<)/, /980101[\d*]{12}/, /138[\d*]{8}/].map((shown) => shown.exec(text)?.[0]);
  }

  test("考3: numbers with day and source, their rows, what does not count, the originals; opened without anything else", async () => {
    const { prepared, name, bytes, files, state } = await taken(KEEPER, query);
    assert.equal(name, "佐证材料包 望潮区—石坎县 2023年11月.zip");
    const top = name.replace(/\.zip$/, "/");
    assert.deepEqual(
      prepared.indicators.map(({ code, rows, proofs }) => [code, rows, proofs]),
      [
        ["B1", 0, 0],
        ["E1", 1, 1],
        ["F1", 65, 4],
      ],
    );
    // A secret file stays out, told without its name.
    assert.deepEqual(
      prepared.leftOut.map(({ code, name: left }) => [code, left]),
      [
        ["F1", null],
        ["F1", null],
      ],
    );
    assert.ok(![...files.keys()].some((path) => /机密|方案/.test(path)));
    const page = (path: string) => files.get(top + path)?.toString() ?? "";
    const folderOf = (code: string) =>
      [...files.keys()].find((path) => path.startsWith(`${top}${code} `))?.split("/")[1] ?? "";
    const [f1, e1] = [folderOf("F1"), folderOf("E1")];
    for (const html of [page("index.html"), page(`${f1}/明细.html`)]) {
      assert.doesNotMatch(html, /<script|src=|href="(?:https?:|\/)/);
      assert.match(html, /截至 2023-11-30/);
    }
    const sold = page(`${f1}/明细.html`);
    assert.match(sold, /1,632\.40 万元<\/span> 截至 2023-11-30　采用来源：上报定稿数/);
    assert.match(sold, /共 65 条，合计 1,598\.15 万元/);
    assert.match(sold, /不计入的条目（2 条）[\s\S]*上年发票[\s\S]*重复票/);
    assert.match(page(`${e1}/明细.html`), /姓名 石小山/);
    assert.deepEqual(await told(files, e1), ["石小山", "980101**********15", "138******11"]);
    const index = page("index.html");
    const { rows: heads } = await desk.database.query<{ hash: Uint8Array }>(
      "select hash from head where scope_id = $1",
      [SHIKAN_PAIR],
    );
    assert.match(index, new RegExp(Buffer.from(heads[0]?.hash ?? []).toString("hex")));
    assert.match(index, /未收入的材料[\s\S]*不列名称[\s\S]*不列名称/);
    // Every link leads to a file that is there.
    for (const [path, html] of files)
      if (path.endsWith(".html"))
        for (const [, link = ""] of html.toString().matchAll(/href="([^"]+)"/g)) {
          const target = join(dirname(path), decodeURIComponent(link));
          assert.ok(files.has(target), `${path} → ${target}`);
        }
    const list = page(`${f1}/卷内目录.html`);
    assert.match(list, /乙商务〔2023〕8号/);
    assert.match(list, /合同复印件[\s\S]*互见/);
    assert.equal([...files.values()].filter((kept) => kept.toString() === "劳务合同").length, 1);
    const book = await readBook(files.get(`${top}${f1}/明细.xlsx`) ?? Buffer.alloc(0), "明细.xlsx");
    const sheet = book.sheets[0];
    let sum = 0n;
    let counted = 0;
    for (let at = 3; sheet?.cell(at, 0)?.text !== "合计"; at++) {
      sum += BigInt(Math.round(Number(sheet?.cell(at, 3)?.raw) * 100));
      counted += 1;
    }
    assert.deepEqual([counted, sum], [65, 159_815n], "the sum of the rows, to the last 分");
    // What was made can be told by its fingerprint.
    writeFileSync(join(folder, name), bytes);
    const check = await checkPack(join(folder, name));
    assert.deepEqual(
      [check.same, check.files, check.sound, check.fingerprint],
      [files.size - 1, files.size - 1, true, state.fingerprint],
    );
    assert.deepEqual(
      logged.slice(-2).map(({ event, target, detail }) => [event, target, detail?.names]),
      [
        ["pack", name, true],
        ["pack_sealed", state.fingerprint, undefined],
      ],
    );
    assert.match(page(`${e1}/明细.html`), /本表含个人信息，仅限工作使用，不得外传。导出人：/);
    await assert.rejects(packs.takePack(KEEPER, prepared.id), refused("PACK_MISSING"));
  });

  test("考4: one changed byte is named and all others agree; so are a missing file, one more, and a changed list", async () => {
    const { files } = await taken(KEEPER, query);
    const place = join(folder, "U盘");
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), bytes);
    }
    const all = files.size - 1;
    const whole = await checkPack(place);
    assert.deepEqual([whole.same, whole.files, whole.added, whole.sound], [all, all, [], true]);
    const find = (end: string) => [...files.keys()].find((path) => path.endsWith(end)) ?? "";
    const invoice = find("发票 00382915.jpg");
    const bytes = readFileSync(join(place, invoice));
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    writeFileSync(join(place, invoice), bytes);
    const [top = ""] = readdirSync(place);
    const name = (path: string) => path.slice(top.length + 1);
    const found = await checkPack(join(place, top));
    assert.deepEqual([found.same, found.files, found.changed], [all - 1, all, [name(invoice)]]);
    rmSync(join(place, find("index.html")));
    writeFileSync(join(place, top, "补充说明.txt"), "后放入的文件");
    writeFileSync(join(place, top, "Thumbs.db"), "");
    const more = await checkPack(place);
    assert.deepEqual([more.same, more.missing, more.added], [all - 2, ["index.html"], ["补充说明.txt"]]);
    // Who changes a file and its line of the list is found by the list's last line.
    const list = join(place, find("校验清单.sha256"));
    const forged = readFileSync(list, "utf8").replace(/^[0-9a-f]{64}(.*发票 00382915\.jpg)$/m, `${sha256Of(bytes)}$1`);
    writeFileSync(list, forged);
    const seen = await checkPack(place);
    assert.deepEqual([seen.sound, seen.changed], [false, []]);
    await assert.rejects(checkPack(join(place, top, "Thumbs.db")), refused("PACK_UNREADABLE"));
    await assert.rejects(checkPack(join(folder, "没有")), refused("PACK_UNREADABLE"));
  });

  test("who takes no real-name list out gets cut names; numbers in clear ask for their right; a pack is its maker's", async () => {
    const inspector: Actor = { ...KEEPER, account_id: newId(), name: "郑示例", role: "inspector" };
    const { prepared, files } = await taken(inspector, { ...month, party: WANGCHAO });
    assert.equal(prepared.namesCut, true);
    const text = [...files]
      .filter(([path]) => path.endsWith(".html"))
      .map(([, bytes]) => bytes.toString())
      .join("");
    assert.match(text, /姓名 石\*\*/);
    assert.deepEqual(await told(files, "E1"), ["石**", "980101**********15", "138******11"]);
    assert.doesNotMatch(
      text.replace(/石小山 合同|%E7%9F%B3%E5%B0%8F%E5%B1%B1/g, ""),
      /石小山|980101198503150015|13800001111/,
    );
    await assert.rejects(packs.preparePack(inspector, { ...query, plainNumbers: true }), refused("ROLE_FORBIDDEN"));
    const clerk: Actor = { ...inspector, account_id: newId(), role: "clerk" };
    assert.throws(() => packs.packState(clerk, prepared.id), refused("PACK_MISSING"));
    const clear = await taken(clerk, { ...query, codes: ["E1"], plainNumbers: true });
    assert.deepEqual(await told(clear.files, "E1"), ["石小山", "980101198503150015", "13800001111"]);
    await assert.rejects(packs.preparePack(clerk, { ...query, codes: ["X9"] }), refused("PACK_EMPTY"));
  });

  test("考5: a pack of a past day holds the numbers, rows, sources and proofs of that day, and says so", async () => {
    const before = await packs.preparePack(KEEPER, query);
    await desk.database.query("update change set at = at - interval '2 days'");
    const { rows } = await desk.list(KEEPER, "sale", { scope: SHIKAN_PAIR, filter: { counted: false } });
    const [excluded] = rows;
    assert.ok(excluded);
    const { id, version } = excluded;
    const of = { record: "sale", scope_id: SHIKAN_PAIR, id };
    await write([{ op: "change", ...of, version, values: { counted: true, exclusion: null } }]);
    await proof("labour_record", worker, "后来补的照片.jpg", Buffer.from("补"));
    const yesterday = new Date(Date.now() - 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
    const { prepared, name, files } = await taken(KEEPER, { ...query, asOf: yesterday });
    assert.deepEqual([prepared.indicators, prepared.proofs], [before.indicators, before.proofs]);
    assert.equal(name, `佐证材料包 望潮区—石坎县 2023年11月（${yesterday}时点）.zip`);
    const page = (end: string) => [...files].find(([path]) => path.endsWith(end))?.[1].toString() ?? "";
    assert.match(page("/index.html"), new RegExp(`截至 2023-11-30（按 ${yesterday} 的记录）`));
    assert.match(page("F1 消费协作金额/明细.html") || page("/明细.html"), /的记录/);
    const { rows: head } = await desk.database.query<{ hash: Uint8Array }>(
      "select hash from head where scope_id = $1",
      [SHIKAN_PAIR],
    );
    assert.ok(!page("/index.html").includes(Buffer.from(head[0]?.hash ?? []).toString("hex")), "the chain of that day");
    const now = await packs.preparePack(KEEPER, query);
    const f1 = ({ indicators }: typeof now) => indicators.find(({ code }) => code === "F1");
    assert.deepEqual([f1(prepared)?.rows, f1(now)?.rows, now.proofs - prepared.proofs], [65, 66, 1]);
    const after = (await desk.get(KEEPER, "sale", SHIKAN_PAIR, id))?.version ?? "";
    await write([{ op: "change", ...of, version: after, values: { counted: false, exclusion: "重复票" } }]);
  });

  test("cancelled, changed under its making, or an original that is not what was registered: it ends without a list", async () => {
    const stopped = await packs.preparePack(KEEPER, query);
    const { body } = await packs.takePack(KEEPER, stopped.id);
    await new Promise((resolve) => body.once("data", resolve));
    packs.cancelPack(KEEPER, stopped.id);
    await assert.rejects(buffer(body));
    assert.equal(packs.packState(KEEPER, stopped.id).state, "cancelled");
    const changed = await packs.preparePack(KEEPER, query);
    await write([
      row("sale", {
        sold_on: "2023-11-20",
        seller: "石坎县茶社",
        product: "茶",
        year: 2023,
        month: 11,
        amount: wan("1"),
        counted: true,
      }),
    ]);
    await assert.rejects(
      packs.takePack(KEEPER, changed.id).then(({ body: rest }) => buffer(rest)),
      refused("PACK_CHANGED"),
    );
    assert.equal(packs.packState(KEEPER, changed.id).problem?.code, "PACK_CHANGED");
    const damaged = await packs.preparePack(KEEPER, query);
    writeFileSync(desk.keptPath(sha256Of(Buffer.from("盖章"))), "改过");
    await assert.rejects(
      packs.takePack(KEEPER, damaged.id).then(({ body: rest }) => buffer(rest)),
      refused("PACK_FILE_DAMAGED"),
    );
    assert.ok(logged.every(({ event }) => event === "pack" || event === "pack_sealed"));
  });
});
