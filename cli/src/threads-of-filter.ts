import { availableParallelism } from "node:os";

/**
 * The threads of `extract --jsonl [--jobs N]` over standard input, null for every other command line. As a part of a pipe
 * it is started for each document, so that it does without the program that reads options and prints help.
 */
export function threadsOfFilter(words: readonly string[]): number | null {
  const asked = /^extract --jsonl(?: --jobs[ =]([1-9]\d{0,2}))?$/.exec(words.join(" "));
  if (asked === null) return null;
  return asked[1] === undefined ? availableParallelism() : Number(asked[1]);
}
