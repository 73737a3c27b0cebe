import { LedgerError } from "@shanhai/ledger";
import { ServerError } from "@shanhai/server";
import { ConfigError } from "./config.js";
import { InputError } from "./input-error.js";

/** Where a command prints: results to standard output, progress and refusals to standard error. */
export interface Screen {
  print(line: string): void;
  note(line: string): void;
  /** Rewrites one line on a terminal; elsewhere prints nothing. */
  progress(line: string): void;
  endProgress(): void;
}

export function screenOf(out: NodeJS.WriteStream, err: NodeJS.WriteStream): Screen {
  let drawn = false;
  return {
    print: (line) => void out.write(`${line}\n`),
    note: (line) => void err.write(`${line}\n`),
    progress: (line) => {
      if (!err.isTTY) return;
      drawn = true;
      err.write(`\r\x1b[2K${line}`);
    },
    endProgress: () => {
      if (drawn) err.write("\r\x1b[2K");
      drawn = false;
    },
  };
}

/** A refusal in both languages: what, where, what to do. Null for errors that are not refusals. */
export function refusalText(error: unknown): string | null {
  if (error instanceof LedgerError || error instanceof ServerError) return `${error.zh}\n${error.en}`;
  if (error instanceof ConfigError || error instanceof InputError) return error.message;
  return null;
}
