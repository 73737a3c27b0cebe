// @ts-check
// Part of every build: the thread of `shanhai extract --jsonl` in one file of ASCII (cli/dist/line-worker.cjs), and beside
// it the tables that it made while it read our samples (line-worker.*.table, see engine/src/patterns/prepared.ts) and the code that
// V8 compiled (line-worker.code), so that the command answers a short document in a fraction of the time that its modules
// need to load. cli/src/line-bundle.ts says when they are used.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { MessageChannel, Worker } from "node:worker_threads";
import { rolldown } from "rolldown";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, "cli/dist");
const target = join(out, "line-worker.cjs");
const code = join(out, "line-worker.code");
const words = join(out, "line-worker.words");

/** Names of tables and lists, in one file of UTF-16 that is read by one call and cut by place. @type {string[]} */
const texts = [];
let length = 0;
/** @param {string} text */
function cut(text) {
  const from = length;
  texts.push(text);
  length += text.length;
  return `cut(${from}, ${length})`;
}
const { lexiconData } = await import("../engine/dist/lexicons.gen.js");
const { tableData } = await import("../engine/dist/tables.gen.js");
const { binaryData } = await import("../engine/dist/binaries.gen.js");
const reading = `const { readFileSync } = require("node:fs"); const { join } = require("node:path");
let all; const cut = (from, to) => (all ??= readFileSync(join(__dirname, "line-worker.words"), "utf16le")).slice(from, to);\n`;
/** The generated modules of the engine, with the words and tables outside the program: V8 would copy them at each start. */
const outside = {
  "lexicons.gen.js": `${reading}exports.lexiconData = {${Object.entries(lexiconData).map(
    ([name, { columns, rows }]) =>
      `${JSON.stringify(name)}: { columns: ${JSON.stringify(columns)}, get rows() { return ${cut(rows)}; } }`,
  )}};`,
  "tables.gen.js": `${reading}exports.tableData = {${Object.entries(tableData).map(
    ([name, text]) => `get ${JSON.stringify(name)}() { return ${cut(text)}; }`,
  )}};`,
  "binary.js": `const { readFileSync } = require("node:fs"); const { join } = require("node:path");
exports.binary = (name) => readFileSync(join(__dirname, \`line-worker.\${name}\`));`,
  // The first run has no tables: it gives out what it makes, and those behind it read that where it lies.
  "patterns/prepared.js": `const { existsSync, readFileSync } = require("node:fs"); const { join } = require("node:path");
const { workerData } = require("node:worker_threads");
const arrays = { Int32Array, Uint8Array, Uint16Array, Uint32Array };
exports.madeAhead = existsSync(join(__dirname, "line-worker.region-rows.table"));
exports.prepared = (name, make) => {
  const path = join(__dirname, \`line-worker.\${name}.table\`);
  if (!existsSync(path)) {
    const columns = make();
    workerData?.tables?.postMessage({ name, columns });
    return columns;
  }
  const bytes = readFileSync(path);
  const head = bytes.readUInt32LE(0);
  const columns = {};
  for (const [column, type, from, length] of JSON.parse(bytes.latin1Slice(4, 4 + head)))
    columns[column] = new arrays[type](bytes.buffer, bytes.byteOffset + from, length);
  return columns;
};`,
};
for (const [name, text] of Object.entries(binaryData))
  writeFileSync(join(out, `line-worker.${name}`), Buffer.from(text, "base64"));
writeFileSync(words, texts.join(""), "utf16le");

const bundle = await rolldown({
  input: join(out, "line-worker.js"),
  platform: "node",
  logLevel: "warn",
  plugins: [
    {
      name: "words-outside",
      load(id) {
        const text = Object.entries(outside).find(([name]) => id.endsWith(`/engine/dist/${name}`))?.[1];
        return text === undefined ? null : { code: text, moduleType: "js" };
      },
    },
  ],
});
const { output } = await bundle.generate({ format: "cjs", codeSplitting: false, comments: false, minify: false });
await bundle.close();
const text = output[0].code;
if (/String\.raw/.test(text)) throw new Error("String.raw would show the escapes");
rmSync(code, { force: true });
// In strings, expressions and names \uXXXX says the same.
const ascii = text.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
writeFileSync(target, `(function (require, module, exports, __dirname) {${ascii}\n})`);

// The samples once through the very program for its tables; again, with those, for what V8 compiled.
const samples = join(root, "samples");
const documents = readdirSync(samples)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => JSON.stringify({ name, base64: readFileSync(join(samples, name)).toString("base64") }));
const bytes = new Uint8Array(Buffer.from(`${documents.join("\n")}\n`));
for (const name of readdirSync(out)) if (name.endsWith(".table")) rmSync(join(out, name));
await run((name, columns) => writeFileSync(join(out, `line-worker.${name}.table`), packed(columns)));
writeFileSync(code, await run(() => undefined));

/**
 * Runs the program over the samples; gives the tables that it makes, at the end the code that V8 compiled.
 * @param {(name: string, columns: Record<string, Int32Array>) => void} keep
 * @returns {Promise<Uint8Array>}
 */
async function run(keep) {
  const { port1, port2 } = new MessageChannel();
  port1.on("message", ({ name, columns }) => keep(name, columns));
  const worker = new Worker(
    `import("${new URL(`file://${join(out, "line-bundle.js")}`).href}").then(({ lineBundle }) => {
      const { parentPort } = require("node:worker_threads");
      const { script, start } = lineBundle();
      start();
      // Behind the program's own listener, so when it has answered.
      parentPort.on("message", () => parentPort.postMessage({ code: script.createCachedData() }));
    })`,
    { eval: true, env: {}, execArgv: [], workerData: { tables: port2 }, transferList: [port2] },
  );
  try {
    return await new Promise((resolve, reject) => {
      worker.on("error", reject);
      worker.on("message", (answer) => {
        if (answer?.code !== undefined) resolve(answer.code);
      });
      worker.postMessage({ first: 1, bytes });
    });
  } finally {
    await worker.terminate();
    port1.close();
  }
}

/** A head that names the columns, their types, places and lengths, then their numbers, each at a multiple of eight. @param {Record<string, Int32Array>} columns */
function packed(columns) {
  const places = Object.entries(columns).map(([name, column]) => [name, column.constructor.name, 0, column.length]);
  // The places make the head no longer: room for ten digits each.
  const start = Math.ceil((4 + JSON.stringify(places).length + places.length * 10) / 8) * 8;
  let at = start;
  Object.values(columns).forEach(({ byteLength }, index) => {
    /** @type {unknown[]} */ (places[index])[2] = at;
    at += Math.ceil(byteLength / 8) * 8;
  });
  const file = Buffer.alloc(at, 0);
  const head = JSON.stringify(places);
  file.writeUInt32LE(head.length, 0);
  file.write(head, 4, "latin1");
  Object.values(columns).forEach(({ buffer, byteOffset, byteLength }, index) => {
    file.set(new Uint8Array(buffer, byteOffset, byteLength), Number(/** @type {unknown[]} */ (places[index])[2]));
  });
  return file;
}
