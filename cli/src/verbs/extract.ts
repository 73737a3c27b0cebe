import type { Extraction, Fact } from "@shanhai/engine";
import { readSource } from "../read-source.js";
import type { Verb } from "../verb.js";
import { withReader } from "../with-reader.js";

/** 提取要素: prints what documents say; `--json` is the public contract, one line a document. Stores nothing. */
export const extract: Verb = (program, { screen }) => {
  program
    .command("extract")
    .argument("<file...>", "网页、文本文件；- 为标准输入 · pages, text files; - for standard input")
    .description("提取要素并打印，不入库 · prints the facts of documents, stores nothing")
    .option("--json", "每份材料一行 JSON（公开格式） · one line of JSON a document")
    .option("--encoding <label>", "指定编码（如 gb18030） · force an encoding")
    .addHelpText("after", "\n示例 · Example:\n  shanhai extract 新闻.txt --json > 要素.jsonl\n")
    .action(async (files: string[], options: { json?: boolean; encoding?: string }) => {
      await withReader(async (read) => {
        for (const file of files) {
          const { extraction } = await read(await readSource(file, options.encoding));
          if (options.json === true) screen.print(JSON.stringify(extraction));
          else for (const line of readable(extraction)) screen.print(line);
        }
      });
    });
};

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
