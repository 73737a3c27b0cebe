import { servedAt } from "../serving.js";
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
        const url = servedAt(config.dataDir);
        if (url === null)
          screen.note(
            "山海没有在运行：请先启动，再打开下面的链接。 · Shanhai is not running: start it, then open the link.",
          );
        screen.print(await signInLink(ledger, url ?? `http://127.0.0.1:${config.port}`));
      });
    });
};
