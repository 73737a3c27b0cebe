import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Ledger } from "@shanhai/ledger";
import type { Config } from "../config.js";
import { backUpDaily, lastBackupLine } from "../daily-backup.js";
import { InputError } from "../input-error.js";
import { refusalText, type Screen } from "../screen.js";
import { endServing, noteServing } from "../serving.js";
import { signInLink } from "../sign-in-link.js";
import type { Verb } from "../verb.js";

interface ServeOptions {
  readonly port?: string;
  readonly host?: string;
  readonly tlsKey?: string;
  readonly tlsCert?: string;
  readonly allow?: readonly string[];
  /** true: the project's own; a path: another folder of papers, decisions and, under `workbooks`, sheets. */
  readonly samples?: boolean | string;
}

/** 启动: opens the ledger, loads the samples on the first run, prints what it holds and a sign-in link, serves until Ctrl-C. */
export const serve: Verb = (program, { config, screen }) => {
  program
    .command("serve")
    .description("启动山海，在浏览器中使用 · serves the ledger to a browser")
    .option("--port <number>", "端口，默认 8321（或 SHANHAI_PORT） · port")
    .option("--host <address>", "绑定地址，默认只限本机 · bind address, this machine only unless given")
    .option("--tls-key <file>", "证书私钥（PEM） · TLS key")
    .option("--tls-cert <file>", "证书（PEM） · TLS certificate")
    .option(
      "--allow <network...>",
      "允许访问的网段或地址，如 10.1.2.0/24（或 SHANHAI_ALLOW）；本机总可访问 · networks that may come in",
    )
    .option(
      "--samples [folder]",
      "首次启动时载入示例材料（可另指文件夹） · loads the samples, or those of a folder, on the first run",
    )
    .addHelpText(
      "after",
      "\n示例 · Example:\n  shanhai serve --port 8400\n  shanhai serve --host 10.1.2.3 --port 8443 --tls-cert 证书.pem --tls-key 私钥.pem --allow 10.1.2.0/24\n",
    )
    .action(async (options: ServeOptions) => {
      await run(config, screen, options);
    });
};

async function run(config: Config, screen: Screen, options: ServeOptions): Promise<void> {
  // Loaded here: help needs neither the database nor the server.
  const { openLedger } = await import("@shanhai/ledger");
  const { startServer } = await import("@shanhai/server");
  const { summaryLines } = await import("../summary-lines.js");
  const tls = await tlsOf(options);
  const port = portOf(options.port) ?? config.port;
  const stop = stopSignal();
  const ledger = await openLedger(
    { dataDir: config.dataDir, ...(config.databaseUrl === null ? {} : { databaseUrl: config.databaseUrl }) },
    { exclusive: true },
  );
  try {
    const samplesDir = typeof options.samples === "string" ? resolve(options.samples) : config.samplesDir;
    const first =
      options.samples !== undefined &&
      (await samplesWanted(ledger, config.dataDir)) &&
      (await firstRun(ledger, samplesDir, options.samples === true ? join(config.sharedDir, "seeds") : null, screen));
    const allow = options.allow ?? config.allow;
    const server = await startServer(
      ledger,
      {
        host: options.host ?? config.host,
        port,
        webDir: config.webDir,
        ...(tls === null ? {} : { tls }),
        ...(allow.length === 0 ? {} : { allow }),
        ...(config.uploadMb === null ? {} : { uploadMb: config.uploadMb }),
      },
      config.version,
      (line) => screen.note(line),
    );
    noteServing(config.dataDir, server.url);
    try {
      for (const line of summaryLines(await ledger.summary(await ledger.operator()))) screen.print(line);
      screen.print(await lastBackupLine(ledger));
      if (server.exposedToAll) {
        screen.note(
          "注意：没有限定网段，能连到本机的人都可以打开登录页；可用 --allow 限定。 · Warning: whoever reaches this address sees the sign-in page; --allow limits it.",
        );
      }
      if (server.exposedWithoutTls) {
        screen.note(
          "注意：未使用证书（TLS），同网段的人可能看到传输内容。 · Warning: without TLS others on the network may read what is sent.",
        );
      }
      screen.print(
        `\n打开（链接一次有效，10 分钟内） · open (works once, for 10 minutes):\n  ${await signInLink(ledger, server.url)}`,
      );
      if (server.others.length > 0)
        screen.print(
          `其他电脑用账号密码登录 · other computers sign in with name and password:\n${server.others.map((url) => `  ${url}`).join("\n")}`,
        );
      screen.print("按 Ctrl-C 停止 · Ctrl-C stops");
      // The workbooks come in while the pages are served already: the start does not wait for them.
      const ending = new AbortController();
      const backing = backUpDaily(ledger, screen);
      const loading = first
        ? sampleWorkbooks(ledger, samplesDir, screen, ending.signal, config.dataDir)
        : Promise.resolve();
      await stop;
      ending.abort();
      await loading;
      await backing.stop();
      screen.note("正在停止… · stopping…");
    } finally {
      endServing(config.dataDir);
      await server.close();
    }
  } finally {
    await ledger.close();
  }
}

/**
 * Into an empty ledger; and on, where the load before was cut short. What says so is a file beside the data: a ledger that
 * has long been in use is never given samples of a newer program.
 */
async function samplesWanted(ledger: Ledger, dataDir: string): Promise<boolean> {
  const unfinished = samplesUnfinished(dataDir);
  if (existsSync(unfinished)) return true;
  if ((await ledger.summary(await ledger.operator())).documents > 0) return false;
  writeFileSync(unfinished, "");
  return true;
}

function samplesUnfinished(dataDir: string): string {
  return join(dataDir, "samples-unfinished");
}

/** The samples come in once, into an empty ledger; with the project's own the founding documents too where they are present. */
async function firstRun(ledger: Ledger, samplesDir: string, seeds: string | null, screen: Screen): Promise<true> {
  screen.print(
    "首次启动，载入示例材料（示例中的人员、企业均为虚构） · first run: loading the samples (people and firms in them are invented)",
  );
  const present = seeds !== null && existsSync(seeds);
  if (seeds !== null && !present) {
    screen.print("  两份原始材料不在本机，略过 · the two founding documents are not on this machine, passed over");
  }
  // The decisions on the founding documents are kept apart: they fit only where those are present.
  const folders: (readonly [papers: string, decisions: string])[] = [[samplesDir, samplesDir]];
  if (present) folders.push([seeds, join(samplesDir, "founding")]);
  const progress = (done: number, of: number, name: string) => screen.progress(`  ${done}/${of} ${name}`);
  for (const [papers, decisions] of folders) {
    const { loadSamples } = await import("@shanhai/ledger");
    const report = await loadSamples(ledger, papers, progress, decisions);
    screen.endProgress();
    for (const { file, zh, en } of report.problems) screen.note(`  ${file}：${zh}\n  ${en}`);
  }
  return true;
}

/** 望潮区 ↔ 石坎县、清溪县, invented, three years: the sample workbooks through the same import as anybody's. */
async function sampleWorkbooks(
  ledger: Ledger,
  samplesDir: string,
  screen: Screen,
  signal: AbortSignal,
  dataDir: string,
): Promise<void> {
  const workbooks = join(samplesDir, "workbooks");
  try {
    if (!existsSync(workbooks)) return rmSync(samplesUnfinished(dataDir), { force: true });
    const { loadSampleWorkbooks } = await import("@shanhai/ledger");
    const report = await loadSampleWorkbooks(ledger, workbooks, { signal });
    if (!signal.aborted) rmSync(samplesUnfinished(dataDir), { force: true });
    for (const { file, zh, en } of report.problems) screen.note(`  ${file}：${zh}\n  ${en}`);
    if (!signal.aborted)
      screen.print(`示例表格 ${report.imported} 份已载入 · ${report.imported} sample workbooks loaded`);
  } catch (error) {
    screen.note(refusalText(error) ?? String(error));
  }
}

/** Both files or none: one alone would serve without TLS unnoticed. */
async function tlsOf({
  tlsKey,
  tlsCert,
}: ServeOptions): Promise<{ readonly key: string; readonly cert: string } | null> {
  if (tlsKey === undefined && tlsCert === undefined) return null;
  if (tlsKey === undefined || tlsCert === undefined) {
    const { ServerError } = await import("@shanhai/server");
    throw new ServerError("TLS_PAIR");
  }
  return { key: tlsKey, cert: tlsCert };
}

function portOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new InputError(`--port ${text}`, "请填 0–65535 的整数", "must be a number from 0 to 65535");
  }
  return port;
}

/** Resolves at the first Ctrl-C or termination; a second one ends at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = () => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}
