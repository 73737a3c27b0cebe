import { signInLink } from "../sign-in-link.js";
import type { Verb } from "../verb.js";
import { withLedger } from "../with-ledger.js";

/** 登录链接: a new one-time link for a running server. */
export const link: Verb = (program, { config, screen }) => {
  program
    .command("link")
    .description("取得新的登录链接（一次有效，10 分钟内） · a new sign-in link, works once, for 10 minutes")
    .addHelpText("after", "\n示例 · Example:\n  shanhai link\n")
    .action(async () => {
      await withLedger(config, async (ledger) => {
        screen.print(await signInLink(ledger, `http://127.0.0.1:${config.port}`));
      });
    });
};
