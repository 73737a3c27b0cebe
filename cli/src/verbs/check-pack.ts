import type { Verb } from "../verb.js";

/** 校验材料包: every file of an evidence pack against its list; needs no ledger. Ends with 1 where anything differs. */
export const checkPack: Verb = (program, { screen }) => {
  program
    .command("check-pack")
    .argument("<pack>", "解压后的材料包文件夹，或 .zip 文件 · the unpacked folder, or the .zip")
    .description("校验佐证材料包：逐个文件与清单核对 · checks an evidence pack file by file")
    .addHelpText("after", "\n示例 · Example:\n  shanhai check-pack ./佐证材料包\n")
    .action(async (path: string) => {
      const { checkPack: check } = await import("@shanhai/ledger");
      const found = await check(path, (done, of) => screen.progress(`校验 ${done}/${of}`));
      screen.endProgress();
      screen.print(`${found.same}/${found.files} 一致 · ${found.same} of ${found.files} agree`);
      if (!found.sound) screen.print("校验清单被改动 · the list itself was changed");
      for (const [names, zh, en] of [
        [found.changed, "内容不一致", "changed"],
        [found.missing, "缺少", "missing"],
        [found.added, "清单以外", "not on the list"],
      ] as const)
        for (const name of names) screen.print(`${zh}：${name} · ${en}`);
      screen.print(`清单指纹 ${found.fingerprint} · fingerprint of the list`);
      if (!found.sound || found.same < found.files || found.added.length > 0) process.exitCode = 1;
    });
};
