import { InputError } from "../input-error.js";
import type { Verb } from "../verb.js";
import { withLedger } from "../with-ledger.js";

/** 清除: a document that should never have been brought in, out of every place; the chains still verify. */
export const erase: Verb = (program, { config, screen }) => {
  program
    .command("erase")
    .argument("<document>", "材料编号（材料页地址的末段） · the document's id")
    .requiredOption("--reason <text>", "清除事由，留痕 · why; it is kept")
    .option("--yes", "确认清除，不可恢复 · yes, this cannot be undone")
    .description("彻底清除误传的材料：文件、文字、要素、历史 · removes a document everywhere")
    .addHelpText("after", '\n示例 · Example:\n  shanhai erase 0190a1b2-… --reason "误传" --yes\n')
    .action(async (id: string, options: { reason: string; yes?: boolean }) => {
      if (options.yes !== true) {
        throw new InputError(id, "清除后不可恢复，确认请加 --yes", "erasing cannot be undone; add --yes to confirm");
      }
      await withLedger(config, async (ledger) => {
        await ledger.erase(await ledger.operator(), id, options.reason);
        screen.print(
          [
            "已清除。此前的整库导出和备份仍含该材料，请一并处理。",
            ...(ledger.kind === "server"
              ? ["数据库服务器的预写日志（WAL）及其归档在被覆盖前也仍含该材料，请告知数据库管理员。"]
              : []),
            "· Erased. Exports and backups made before still hold it: deal with them too.",
            ...(ledger.kind === "server"
              ? [
                  "So do the server's write-ahead log and its archive until they are overwritten: tell its administrator.",
                ]
              : []),
          ].join(" "),
        );
      });
    });
};
