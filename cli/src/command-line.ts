import { createRequire } from "node:module";
import { Command, CommanderError } from "commander";
import { readConfig } from "./config.js";
import { mistyped } from "./mistyped.js";
import { refusalText, screenOf } from "./screen.js";
import { verbs } from "./verbs/index.js";

/** The command with its verbs, options and help. Refusals are printed in words and leave exit code 1. */
export async function commandLine(): Promise<void> {
  const { version } = createRequire(import.meta.url)("../package.json") as { version: string };
  const screen = screenOf(process.stdout, process.stderr);
  try {
    const program = new Command("shanhai")
      .description("山海：东西部协作台账 · the ledger of East–West cooperation")
      .version(version)
      .exitOverride()
      .configureOutput({ outputError: () => undefined });
    const config = readConfig(process.env, process.cwd(), version);
    const asked = verbs.filter(({ name }) => name === process.argv[2]);
    for (const { load } of asked.length > 0 ? asked : verbs) (await load())(program, { config, screen });
    await program.parseAsync(process.argv);
  } catch (error) {
    screen.endProgress();
    const typed = error instanceof CommanderError;
    const text = typed ? mistyped(error) : refusalText(error);
    if (text === null && !typed) throw error;
    if (text !== null) screen.note(text);
    process.exitCode = typed ? error.exitCode : 1;
  }
}
