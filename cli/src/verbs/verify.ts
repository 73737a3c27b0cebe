import type { Verb } from "../verb.js";
import { withLedger } from "../with-ledger.js";

/** 校验: chains, rows and files; names the first broken place and ends with 1. */
export const verify: Verb = (program, { config, screen }) => {
  program
    .command("verify")
    .description("校验台账：变更链、每一行、每个文件 · checks chains, rows and files, names the first broken place")
    .addHelpText("after", "\n示例 · Example:\n  shanhai verify\n")
    .action(async () => {
      await withLedger(config, async (ledger) => {
        const found = await ledger.verify(await ledger.operator(), (done, of) => screen.progress(`校验 ${done}/${of}`));
        screen.endProgress();
        screen.print(
          `${found.scopes} 个范围、${found.links} 次变更、${found.rows} 行、${found.files} 个文件、${found.audit} 条审计日志 · ${found.scopes} scopes, ${found.links} links, ${found.rows} rows, ${found.files} files, ${found.audit} audit entries`,
        );
        if (found.broken === null) screen.print("校验通过 · all agree");
        else {
          screen.note(`不一致：${found.broken.zh}\n${found.broken.en}`);
          process.exitCode = 1;
        }
      });
    });
};
