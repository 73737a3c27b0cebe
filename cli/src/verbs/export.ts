import type { Verb } from "../verb.js";
import { withLedger } from "../with-ledger.js";

/** 整库导出: tables, files and chains into a folder; the heads are printed, so that a cut tail is found later. */
export const exportVerb: Verb = (program, { config, screen }) => {
  program
    .command("export")
    .argument("<folder>", "新建的目录 · a new folder")
    .description("整库导出（可恢复到本机或服务器的空库） · writes the whole ledger, for either database")
    .addHelpText("after", "\n示例 · Example:\n  shanhai export ./整库导出-2023-12-01\n")
    .action(async (folder: string) => {
      await withLedger(config, async (ledger) => {
        const done = await ledger.exportTo(await ledger.operator(), folder);
        screen.print(
          `已导出：${done.rows} 行、${done.files} 个文件、${done.heads} 条链 → ${folder} · exported ${done.rows} rows, ${done.files} files, ${done.heads} chains`,
        );
      });
    });
};
