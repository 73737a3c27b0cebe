import assert from "node:assert/strict";
import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, "main.js");
const samples = join(dirname(dirname(here)), "samples");
const damaged = join(samples, "03-三都县考察团赴东莞.txt");

/** Each command lives for a second or two: compiling the database's engine once is enough. */
const QUICK = ["--liftoff-only"];

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The shanhai command as a user runs it. */
function shanhai(args: readonly string[], env: NodeJS.ProcessEnv = {}, input?: string): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, DATABASE_URL: "", ...env }, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(process.execPath, [...QUICK, main, ...args], options, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err });
    });
    child.stdin?.end(input ?? "");
  });
}

/** Starts `serve` and waits for the printed link. `as`: the command itself, where it is another than the project's. */
async function served(
  dataDir: string,
  more: readonly string[] = [],
  as: readonly string[] = [main],
  env: NodeJS.ProcessEnv = {},
): Promise<{ server: ChildProcess; out: () => string }> {
  const server = spawn(process.execPath, [...QUICK, ...as, "serve", "--port", "0", ...more], {
    env: { ...process.env, DATABASE_URL: "", SHANHAI_DATA: dataDir, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  await new Promise((resolve, reject) => {
    server.stdout.on("data", (chunk) => {
      printed += chunk;
      if (printed.includes("#token=")) resolve(undefined);
    });
    server.once("exit", (code) => reject(new Error(`serve ended with ${code}: ${printed}`)));
  });
  return { server, out: () => printed };
}

function stopped(server: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
  server.kill("SIGINT");
  return ended;
}

describe("the shanhai command", () => {
  const folder = mkdtempSync(join(tmpdir(), "shanhai-cli-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  // 信2: unpacked to a desktop, under a name with Chinese and a space; the data lies in it.
  const desktop = join(folder, "Users/张三/桌面/山海 台账");
  const data = { SHANHAI_DATA: join(desktop, "data") };

  test("every verb explains itself with an example", async () => {
    const { out } = await shanhai(["--help"]);
    const verbs = [...out.matchAll(/^ {2}([a-z-]+) /gm)]
      .map(([, verb]) => verb ?? "")
      .filter((verb) => verb !== "help");
    for (const needed of ["repair", "extract", "import", "serve", "verify", "check-pack", "erase", "export"])
      assert.ok(verbs.includes(needed), needed);
    for (const verb of verbs) {
      const help = await shanhai([verb, "--help"]);
      assert.equal(help.code, 0);
      assert.match(help.out, /示例 · Example:\n {2}shanhai /, verb);
      assert.match(help.out, /\p{Script=Han}/u, verb);
    }
  });

  test("repair prints the text before the damage", async () => {
    const { code, out } = await shanhai(["repair", damaged]);
    assert.equal(code, 0);
    const wide = (text: string) => text.normalize("NFKC").trim();
    assert.equal(wide(out), wide(readFileSync(join(samples, "clean", "03-三都县考察团赴东莞.txt"), "utf8")));
  });

  test("extract --across names what two documents tell in common, and needs two", async () => {
    const minutes = join(samples, "04-两地联席会议纪要.txt");
    const { code, out } = await shanhai([
      "extract",
      join(samples, "01-海珠区代表团赴黔南三县.txt"),
      minutes,
      "--across",
      "--json",
    ]);
    assert.equal(code, 0);
    const { documents, things } = JSON.parse(out) as {
      documents: readonly { id: string }[];
      things: readonly { kind: string; name: string; occurrences: readonly { document: string }[] }[];
    };
    assert.equal(documents.length, 2);
    const project = things.find((thing) => thing.kind === "project");
    assert.ok(project?.name.includes("刺梨") && project.occurrences.length === 2);
    const alone = await shanhai(["extract", minutes, "--across"]);
    assert.notEqual(alone.code, 0);
    assert.match(alone.err, /两份以上材料/);
  });

  test("extract --json --mentions also prints what stands where", async () => {
    const { out } = await shanhai(["extract", damaged, "--json", "--mentions"]);
    const line = JSON.parse(out) as {
      raw: { length: number };
      mentions: { kind: string; quote: string; start: number; end: number }[];
    };
    assert.ok(line.mentions.some(({ kind }) => kind === "date"));
    for (const { quote, start, end } of line.mentions) {
      assert.equal(end - start, quote.length);
      assert.ok(end <= line.raw.length);
    }
    const plain = await shanhai(["extract", damaged, "--json"]);
    assert.equal("mentions" in (JSON.parse(plain.out) as object), false);
  });

  test("extract --json prints one line a document, each quote in its place", async () => {
    const { code, out } = await shanhai(["extract", damaged, join(samples, "04-两地联席会议纪要.txt"), "--json"]);
    assert.equal(code, 0);
    const lines = out
      .trim()
      .split("\n")
      .map(
        (line) =>
          JSON.parse(line) as {
            id: string;
            contract: number;
            facts: { evidence: { start: number; end: number; quote: string }[] }[];
          },
      );
    assert.deepEqual(
      lines.map(({ id }) => id),
      ["03-三都县考察团赴东莞", "04-两地联席会议纪要"],
    );
    const raw = readFileSync(damaged, "utf8");
    for (const { evidence } of lines[0]?.facts ?? []) {
      for (const { start, end, quote } of evidence) assert.equal(raw.slice(start, end), quote);
    }
    assert.ok((lines[0]?.facts.length ?? 0) > 20);
  });

  test("standard input is a document too", async () => {
    const { out } = await shanhai(["extract", "-", "--json"], {}, readFileSync(damaged, "utf8"));
    assert.equal((JSON.parse(out) as { id: string }).id, "stdin");
  });

  test("a missing file, a folder, a wrong option: what, where, what to do, no stack", async () => {
    for (const args of [
      ["repair", "没有.txt"],
      ["extract", folder],
      ["serve", "--port", "海"],
      ["serve", "--tls-cert", "证书.pem"],
      ["erase", "x", "--reason", "误传"],
    ]) {
      const { code, err } = await shanhai(args, data);
      assert.equal(code, 1, args.join(" "));
      assert.match(err, /\p{Script=Han}/u);
      assert.doesNotMatch(err, /\n\s+at /, err);
    }
    assert.equal((await shanhai(["verify"], { SHANHAI_PORT: "99999" })).code, 1);
  });

  test("first run loads the samples and says what it found; verbs work beside it; Ctrl-C ends it cleanly", async () => {
    // The papers without the workbooks: those come in at the first run in the browser's test.
    const papers = join(folder, "papers");
    const own = readdirSync(samples).filter((name) => /\.(?:txt|html|review\.json)$/.test(name));
    mkdirSync(papers);
    for (const name of own) copyFileSync(join(samples, name), join(papers, name));
    // The program is loaded by the names of this folder, as if it lay there; every attempt to reach out is written down (信1).
    mkdirSync(desktop, { recursive: true });
    for (const part of ["cli", "engine", "ledger", "model", "node_modules", "package.json", "samples", "server", "web"])
      symlinkSync(join(dirname(samples), part), join(desktop, part));
    const attempts = join(folder, "attempts");
    const trap = ["--import", pathToFileURL(join(here, "trial-network-trap.js")).href];
    const there = ["--preserve-symlinks", "--preserve-symlinks-main", join(desktop, "cli/dist/main.js")];
    const { server, out } = await served(data.SHANHAI_DATA, ["--samples", papers], [...trap, ...there], {
      SHANHAI_TRAP: attempts,
    });
    const link = /(http:\S+)\/sign-in#token=(\S+)/.exec(out());
    const signedIn = await fetch(`${link?.[1]}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: link?.[2] }),
    });
    assert.equal(signedIn.status, 200);
    assert.match(await (await fetch(`${link?.[1]}/`)).text(), /<div id="root">/);
    assert.match(out(), /材料 documents\s+5/);
    for (const line of ["修复 repairs", "要素 facts", "台账 records", "待核对 to check", "待分解 statements"])
      assert.match(out(), new RegExp(line));
    assert.match(out(), /互访 \d/);
    assert.doesNotMatch(out(), /待核对 to check\s+0/, "one sample stays unchecked");

    assert.equal(existsSync(attempts), false, "nothing was asked of another machine");
    const reached = "fetch('http://192.0.2.1', { signal: AbortSignal.timeout(50) }).catch(() => 0)";
    execFileSync(process.execPath, [...trap, "-e", reached], { env: { ...process.env, SHANHAI_TRAP: attempts } });
    assert.equal(readFileSync(attempts, "utf8"), "connect 192.0.2.1\n", "the trap catches what does");

    const second = await shanhai(["serve"], data);
    assert.equal(second.code, 1, "only a second serve is refused");
    assert.match(second.err, /已在运行/);

    const paper = join(folder, "来稿.txt");
    writeFileSync(paper, "12月1日，海珠区向贵定县捐赠图书2000册。\n");
    const brought = await shanhai(["import", paper], data);
    assert.equal(brought.code, 0, brought.err);
    assert.match(brought.out, /已导入，待核对/);
    assert.match((await shanhai(["import", paper], data)).out, /已在库中，未作改动/);
    const fresh = await shanhai(["link"], data);
    assert.ok(
      fresh.out.startsWith(`${link?.[1]}/sign-in#token=`),
      `the port that is served, not the usual one: ${fresh.out}`,
    );
    const sound = await shanhai(["verify"], data);
    assert.equal(sound.code, 0, sound.err);
    assert.match(sound.out, /校验通过/);
    assert.equal(await stopped(server), 0);
    const idle = await shanhai(["link"], data);
    assert.match(idle.err, /山海没有在运行/);
    assert.match(idle.out, /\/sign-in#token=/);
  });

  test("a pack is checked without a ledger: what agrees is counted, a changed file is named", async () => {
    const pack = join(folder, "U盘/佐证材料包");
    mkdirSync(join(pack, "E1 就业/佐证"), { recursive: true });
    const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
    const files = { "index.html": "目录", "E1 就业/佐证/001 合同.jpg": "照片" };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(pack, name), text);
    const list = Object.entries(files).map(([name, text]) => `${sha256(text)}  ${name}\n`);
    writeFileSync(join(pack, "校验清单.sha256"), `${list.join("")}# 清单校验值 ${sha256(list.join(""))}\n`);
    const whole = await shanhai(["check-pack", pack], data);
    assert.deepEqual([whole.code, whole.out.split("\n")[0]], [0, "2/2 一致 · 2 of 2 agree"], whole.err);
    writeFileSync(join(pack, "E1 就业/佐证/001 合同.jpg"), "照货");
    const { code, out } = await shanhai(["check-pack", join(folder, "U盘")], data);
    assert.equal(code, 1);
    assert.match(out, /^1\/2 一致[\s\S]*内容不一致：E1 就业\/佐证\/001 合同\.jpg/);
  });

  test("a port in use is a message", async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, "127.0.0.1", () => resolve((taken.address() as { port: number }).port));
    });
    const { code, err } = await shanhai(["serve"], { ...data, SHANHAI_PORT: String(port) });
    taken.close();
    assert.equal(code, 1);
    assert.match(err, new RegExp(`端口 ${port} 已被占用`));
    assert.doesNotMatch(err, /\n\s+at /);
  });

  test("a whole ledger moves: equal rows and heads; a second import into it is refused", async () => {
    const copy = join(folder, "copy");
    assert.equal((await shanhai(["export", copy], data)).code, 0);
    const other = { SHANHAI_DATA: join(folder, "moved") };
    const moved = await shanhai(["import", copy], other);
    assert.equal(moved.code, 0, moved.err);
    assert.equal((await shanhai(["verify"], other)).code, 0);
    const [before, after_] = [await shanhai(["verify"], data), await shanhai(["verify"], other)];
    assert.equal(before.out, after_.out);
    assert.equal((await shanhai(["import", copy], other)).code, 1);
    assert.equal((await shanhai(["import", folder], other)).code, 1, "a folder that is no export");
  });

  test("an erased document is gone and the ledger still verifies", async () => {
    // A first run that was cut short goes on at the next start; one that came to its end is never begun again.
    const unfinished = join(data.SHANHAI_DATA, "samples-unfinished");
    assert.equal(existsSync(unfinished), false);
    writeFileSync(unfinished, "");
    writeFileSync(join(folder, "papers/06-后补.txt"), "12月3日，海珠区与惠水县签订劳务协作协议。\n");
    const { server, out } = await served(data.SHANHAI_DATA, ["--samples", join(folder, "papers")]);
    assert.match(out(), /首次启动[\s\S]*材料 documents\s+7/);
    assert.equal(await stopped(server), 0);
    assert.equal(existsSync(unfinished), false);
    const paper = join(folder, "误传.txt");
    writeFileSync(paper, "12月2日，海珠区与惠水县召开座谈会，蓝误传主持会议。\n");
    await shanhai(["import", paper], data);
    const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec((await shanhai(["import", paper], data)).out)?.[0] ?? "";
    assert.notEqual(id, "", "import names the document");
    const erased = await shanhai(["erase", id, "--reason", "误传", "--yes"], data);
    assert.equal(erased.code, 0, erased.err);
    assert.equal((await shanhai(["verify"], data)).code, 0);
    assert.ok(existsSync(data.SHANHAI_DATA));
  });
});
