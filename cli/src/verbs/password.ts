import { createInterface } from "node:readline/promises";
import type { Verb } from "../verb.js";
import { withLedger } from "../with-ledger.js";

/** 设置密码: asked for before the server may be bound beyond this machine. Read from standard input, never from arguments. */
export const password: Verb = (program, { config, screen }) => {
  program
    .command("password")
    .description("设置本账号密码（对外提供访问前需要） · sets the account's password")
    .addHelpText("after", "\n示例 · Example:\n  shanhai password\n")
    .action(async () => {
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      const typed = await lines.question(
        "新密码（至少 10 个字符，两类以上） · new password, 10 characters or more of two kinds: ",
      );
      lines.close();
      await withLedger(config, async (ledger) => {
        await ledger.setPassword(await ledger.operator(), typed);
        screen.print("已设置 · set");
      });
    });
};
