import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.js";
import { InputError } from "../input-error.js";
import { readSource } from "../read-source.js";
import { refusalText, type Screen } from "../screen.js";
import type { Verb } from "../verb.js";
import { withLedger } from "../with-ledger.js";

/** 导入: documents into the ledger to be checked, or a whole exported ledger into an empty one. */
export const importVerb: Verb = (program, { config, screen }) => {
  program
    .command("import")
    .argument(
      "<path...>",
      "材料文件（网页、.docx、.doc、.wps、.pdf、.ofd、.eml、文本），或一个整库导出目录 · documents, or one folder made by `export`",
    )
    .description(
      "导入材料（待核对），或把整库导出恢复到空库 · brings in documents, or a whole export into an empty ledger",
    )
    .option(
      "--encoding <label>",
      "指定编码（如 gb18030），不自动判断；随材料保存 · force an encoding; kept with the document",
    )
    .addHelpText("after", "\n示例 · Example:\n  shanhai import 新闻1.txt 新闻2.html\n  shanhai import 整库导出/\n")
    .action(async (paths: string[], options: { encoding?: string }) => {
      const [first] = paths;
      if (paths.length === 1 && first !== undefined && isFolder(first)) await restore(config, screen, first);
      else await bringIn(config, screen, paths, options.encoding);
    });
};

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

async function restore(config: Config, screen: Screen, folder: string): Promise<void> {
  const { exportManifest } = await import("@shanhai/ledger");
  if (!existsSync(join(folder, exportManifest))) {
    throw new InputError(
      folder,
      "不是整库导出的目录；要导入材料，请给出其中的文件",
      "not a folder made by `export`; to bring in documents, name the files in it",
    );
  }
  await withLedger(config, async (ledger) => {
    const done = await ledger.importFrom(await ledger.operator(), folder);
    screen.print(
      `已恢复：${done.rows} 行、${done.files} 个文件、${done.heads} 条链 · restored ${done.rows} rows, ${done.files} files, ${done.heads} chains`,
    );
  });
}

/** One message per file; a refused one does not stop the others. Ends with 1 when any was refused. */
async function bringIn(config: Config, screen: Screen, paths: readonly string[], encoding?: string): Promise<void> {
  await withLedger(config, async (ledger) => {
    const actor = await ledger.operator();
    for (const [at, path] of paths.entries()) {
      screen.progress(`${at + 1}/${paths.length} ${path}`);
      try {
        const submission = await ledger.submit(actor, await readSource(path, encoding));
        screen.endProgress();
        screen.print(
          submission.created
            ? `${path}：已导入，待核对 · brought in, waits to be checked (${submission.document_id})`
            : `${path}：已在库中，未作改动 · here already, nothing changed (${submission.document_id})`,
        );
        for (const warning of submission.warnings) screen.note(`  ${warning.zh} · ${warning.en}`);
      } catch (error) {
        screen.endProgress();
        const text = refusalText(error);
        if (text === null) throw error;
        screen.note(text.startsWith(path) ? text : `${path}：${text}`);
        process.exitCode = 1;
      }
    }
  });
}
