// @ts-check
// 佐证材料包 of 10,000 original files, 5 GB: prepared, written to a zip while it is read, checked against its list. What must
// not grow with it is the memory. SHANHAI_PACK_FILES and SHANHAI_PACK_KB make it smaller; the files take no space, the zip does.
import { createHash, randomUUID } from "node:crypto";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { checkPack, openLedger } from "@shanhai/ledger";
import { heading, table } from "./measure.mjs";

const FILES = Number(process.env.SHANHAI_PACK_FILES ?? 10_000);
const SIZE = Number(process.env.SHANHAI_PACK_KB ?? 512) * 1024;
const ROWS = 200;

heading(`npm run bench -- pack (${FILES.toLocaleString("en")} files of ${SIZE / 1024} KB)`);
const folder = mkdtempSync(join(tmpdir(), "shanhai-pack-"));
const dataDir = join(folder, "data");
const ledger = await openLedger({ dataDir }, { exclusive: true });
try {
  const actor = await ledger.operator();
  const place = (/** @type {string} */ path, /** @type {string} */ adcode) => ({ path, adcode });
  const { id: pair } = await ledger.openPair(
    actor,
    place("甲省临海市望潮区", "990101"),
    place("乙省云岭州石坎县", "980101"),
  );
  const workers = Array.from({ length: ROWS }, () => randomUUID());
  /** @param {string} record @param {string} id @param {Record<string, string>} values */
  const created = (record, id, values) => ({ op: /** @type {const} */ ("create"), record, scope_id: pair, id, values });
  /** @param {any[]} changes */
  const write = (changes) => ledger.write(actor, { command_id: randomUUID(), reason: "测量", changes });
  const worker = {
    year: "2023",
    village: "红星村",
    destination: "east",
    months: "8",
    started: "2023-02-15",
    longest: true,
  };
  await write(
    workers.map((id, at) =>
      created(
        "labour_record",
        id,
        /** @type {any} */ ({ ...worker, person_name: `张示例${at}`, person_key: `p${at}` }),
      ),
    ),
  );
  let proofs = [];
  for (let at = 0; at < FILES; at++) {
    const head = Buffer.alloc(SIZE);
    head.write(`原件 ${at}`);
    const hash = createHash("sha256").update(head).digest("hex");
    const path = join(dataDir, "files", hash.slice(0, 2), hash.slice(2));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, head.subarray(0, 64));
    truncateSync(path, SIZE);
    const of = { record: "labour_record", record_id: workers[at % ROWS] ?? "", strength: "B", formed: "2023-02-14" };
    proofs.push(
      created("proof", randomUUID(), { ...of, file_hash: hash, name: `微信图片_${at}.jpg`, size: String(SIZE) }),
    );
    if (proofs.length < 500 && at < FILES - 1) continue;
    await write(proofs);
    proofs = [];
  }
  const zip = join(folder, "pack.zip");
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const query = { scope: pair, year: 2023, month: 11, line: /** @type {const} */ ("west"), codes: ["E1"] };
  const pack = await ledger.preparePack(actor, query);
  const prepared = performance.now();
  const { body } = await ledger.takePack(actor, pack.id);
  await pipeline(body, createWriteStream(zip));
  const written = performance.now();
  const used = process.cpuUsage(cpu);
  clearInterval(watch);
  const found = await checkPack(zip);
  const checked = performance.now();
  const state = ledger.packState(actor, pack.id);
  if (found.same !== found.files || found.fingerprint !== state.fingerprint || pack.proofs !== FILES)
    throw new Error(`${found.same}/${found.files}, ${pack.proofs} proofs`);
  const seconds = (/** @type {number} */ from, /** @type {number} */ to) => ((to - from) / 1000).toFixed(1);
  table([
    ["prepared s", "written s", "CPU s", "GB", "memory before MB", "most while writing MB", "checked s", "agree"],
    [
      seconds(start, prepared),
      seconds(prepared, written),
      ((used.user + used.system) / 1e6).toFixed(1),
      (statSync(zip).size / 1e9).toFixed(2),
      Math.round(before / 1e6),
      Math.round(most / 1e6),
      seconds(written, checked),
      `${found.same}/${found.files}`,
    ],
  ]);
} finally {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
}
