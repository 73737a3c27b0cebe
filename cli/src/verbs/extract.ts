import { availableParallelism } from "node:os";
import type { Extraction, Fact } from "@shanhai/engine";
import { acrossLines } from "../across-lines.js";
import { InputError } from "../input-error.js";
import { filterLines } from "../line-filter.js";
import { fileRefusal, readSource } from "../read-source.js";
import type { Screen } from "../screen.js";
import { fileChunks, inputChunks } from "../stream-chunks.js";
import type { Verb } from "../verb.js";
import { withReader } from "../with-reader.js";

interface ExtractOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly across?: boolean;
  readonly jobs?: string;
  readonly encoding?: string;
  readonly mentions?: boolean;
}

/** 提取要素: prints what documents say; `--json` is the public contract, one line a document. Stores nothing. */
export const extract: Verb = (program, { screen }) => {
  program
    .command("extract")
    .argument(
      "[file...]",
      "网页、.docx、.doc、.wps、.pdf、.ofd、.eml、文本文件；- 为标准输入 · pages, documents, mails, text files; - for standard input",
    )
    .description("提取要素并打印，不入库 · prints the facts of documents, stores nothing")
    .option("--json", "每份材料一行 JSON（公开格式） · one line of JSON a document")
    .option(
      "--jsonl",
      "流式：每行一份材料（JSON），逐行输出 · a filter: a document a line in (JSON), an extraction a line out",
    )
    .option(
      "--across",
      "多份材料比对：同一活动、项目、人员、数据，及不一致之处 · what several documents tell in common, and where they differ",
    )
    .option("--mentions", "--json 另附原文中的日期、数量、地名等 · --json also holds the dates, quantities and places")
    .option("--jobs <number>", "--jsonl 的线程数，默认全部核心 · threads of --jsonl, all cores unless given")
    .option("--encoding <label>", "指定编码（如 gb18030） · force an encoding")
    .addHelpText(
      "after",
      "\n示例 · Example:\n  shanhai extract 新闻.txt --json > 要素.jsonl\n  shanhai extract --jsonl < 材料.jsonl > 要素.jsonl\n  shanhai extract 报道一.txt 报道二.txt --across\n",
    )
    .action(async (files: string[], options: ExtractOptions) => {
      if (options.jsonl === true) return await filter(files, options);
      if (files.length === 0)
        throw new InputError("extract", "请给出文件，- 为标准输入", "name a file, - for standard input");
      if (options.across === true) return await compare(files, options, screen);
      await withReader(async (read) => {
        for (const file of files) {
          const source = await readSource(file, options.encoding);
          const { extraction } = await read(options.mentions === true ? { ...source, mentions: true } : source);
          if (options.json === true) screen.print(JSON.stringify(extraction));
          else for (const line of readable(extraction)) screen.print(line);
        }
      });
    });
};

/** Reads all documents, then says what they tell in common; `--json` prints it as one line. */
async function compare(files: readonly string[], options: ExtractOptions, screen: Screen): Promise<void> {
  if (files.length < 2) throw new InputError("--across", "请给出两份以上材料", "name two documents or more");
  await withReader(async (read) => {
    const documents: Extraction[] = [];
    for (const file of files) documents.push((await read(await readSource(file, options.encoding))).extraction);
    // Read here: the other ways of this command leave the engine to their threads, and start sooner without it.
    const { across } = await import("@shanhai/engine");
    const told = across(documents);
    if (options.json === true) screen.print(JSON.stringify(told));
    else for (const line of acrossLines(told)) screen.print(line);
  });
}

/** Files of lines, or standard input; a stream of any length in constant memory. */
async function filter(files: readonly string[], options: ExtractOptions): Promise<void> {
  const threads = options.jobs === undefined ? availableParallelism() : Number(options.jobs);
  if (!Number.isInteger(threads) || threads < 1 || threads > 1024)
    throw new InputError(`--jobs ${options.jobs}`, "请填 1–1024 的整数", "must be a number from 1 to 1024");
  if (files.length === 0) return await filterLines(inputChunks(), process.stdout, { threads });
  for (const file of files) {
    try {
      await filterLines(file === "-" ? inputChunks() : fileChunks(file), process.stdout, { threads });
    } catch (error) {
      throw fileRefusal(file, error);
    }
  }
}

/** For people: a head, and a line for each fact with its first quote. */
function readable(extraction: Extraction): string[] {
  const head = [extraction.title ?? extraction.id, extraction.source, extraction.published].filter(
    (part) => part !== null,
  );
  const damage = extraction.damage.map(({ repair, count }) => `${repair} ${count}`).join("，");
  return [
    `■ ${head.join(" · ")}`,
    ...encodingLines(extraction),
    ...(damage === "" ? [] : [`  修复 ${damage}`]),
    ...extraction.issues.map((issue) => `  ! ${issue.message.zh} · ${issue.message.en}`),
    ...extraction.facts.map(
      (fact) => `  ${fact.kind} ${factLine(fact)}  「${shorten(fact.evidence[0]?.quote ?? "")}」`,
    ),
  ];
}

/** How the bytes were read, where that was not plain: the choice, and the rivals that could have been meant. */
function encodingLines({ raw }: Extraction): string[] {
  const rivals = (raw.choice?.encodings ?? []).filter(
    ({ encoding, score }) => encoding !== raw.encoding && score >= 0.01,
  );
  if (raw.choice === undefined || (raw.encoding === "utf-8" && rivals.length === 0)) return [];
  const listed = rivals.map(({ encoding, score }) => `${encoding} ${Math.round(score * 100)}%`).join("，");
  const chosen = raw.choice.forced ? "指定 · asked for" : "自动判断 · detected";
  return [`  编码 ${raw.encoding ?? "—"}（${chosen}）${listed === "" ? "" : `；其次 · else ${listed}`}`];
}

function factLine(fact: Fact): string {
  switch (fact.kind) {
    case "region":
      return fact.path;
    case "pairing":
      return `${fact.east} ↔ ${fact.west}`;
    case "pairing_count":
      return [...fact.east, ...fact.west].map((entry) => `${entry.count ?? "—"}${entry.unit}`).join("、");
    case "event":
      return [fact.subtype ?? fact.type, fact.start, fact.end === fact.start ? null : fact.end, fact.lead]
        .filter(Boolean)
        .join(" ");
    case "person":
      return [fact.name, fact.title].filter(Boolean).join(" ");
    case "organisation":
    case "project":
    case "plan":
      return fact.name;
    case "figure":
      return `${fact.of} ${fact.approx ?? ""}${fact.value}${fact.unit}`;
    case "commitment":
      return `${fact.act} ${fact.speaker ?? "—"}`;
    case "document":
      return [fact.number, fact.issuer, fact.date].filter(Boolean).join(" ");
    case "target":
      return `${fact.indicator} ${fact.value}${fact.unit}`;
  }
}

const shorten = (quote: string): string => (quote.length <= 30 ? quote : `${quote.slice(0, 30)}…`).replace(/\s+/g, " ");
