import { readSource } from "../read-source.js";
import type { Verb } from "../verb.js";
import { withReader } from "../with-reader.js";

/** 修复: prints the repaired text of damaged documents; stores nothing. */
export const repair: Verb = (program, { screen }) => {
  program
    .command("repair")
    .argument(
      "<file...>",
      "网页、.docx、.doc、.wps、.pdf、.ofd、.eml、文本文件；- 为标准输入 · pages, documents, mails, text files; - for standard input",
    )
    .description("修复乱码并打印修复后的文字，不入库 · prints the repaired text, stores nothing")
    .option("--encoding <label>", "指定编码（如 gb18030），不自动判断 · force an encoding")
    .addHelpText("after", "\n示例 · Example:\n  shanhai repair 新闻.txt > 修复后.txt\n")
    .action(async (files: string[], options: { encoding?: string }) => {
      await withReader(async (read) => {
        for (const file of files) {
          const reading = await read(await readSource(file, options.encoding));
          for (const issue of reading.extraction.issues)
            screen.note(`${file}：${issue.message.zh} · ${issue.message.en}`);
          screen.print(reading.repaired.replace(/\n$/, ""));
        }
      });
    });
};
