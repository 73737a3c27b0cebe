import type { CommanderError } from "commander";

type Words = (what: string) => readonly [zh: string, en: string];

/** What the parser of commands refuses, by its code; its own words are English only. */
const REFUSALS: { readonly [code: string]: Words } = {
  "commander.unknownCommand": (what) => [`没有“${what}”这个命令`, `there is no command “${what}”`],
  "commander.unknownOption": (what) => [`没有“${what}”这个选项`, `there is no option “${what}”`],
  "commander.missingArgument": (what) => [`缺少 <${what}>`, `<${what}> is missing`],
  "commander.missingMandatoryOptionValue": (what) => [`必须给出 ${what}`, `${what} must be given`],
  "commander.optionMissingArgument": (what) => [`${what} 后面缺少内容`, `${what} wants a value`],
  "commander.excessArguments": () => [
    "给出的内容太多；路径中有空格时请加引号",
    "more was given than the command takes; quote a path that has blanks",
  ],
};

/** A command that was mistyped, in both languages with where help is; null for what is no mistake of typing (help, version). */
export function mistyped(error: CommanderError): string | null {
  if (error.exitCode === 0 || error.code === "commander.help") return null;
  const [, what = ""] = /'([^']*)'/.exec(error.message) ?? [];
  const [zh, en] = REFUSALS[error.code]?.(what) ?? [error.message, error.message];
  return `${zh}。加 --help 查看用法\n${en}; --help shows how`;
}
