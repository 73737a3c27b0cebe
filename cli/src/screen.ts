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
  if (error instanceof ConfigError || error instanceof InputError) return error.message;
  // The ledger's and the server's coded refusals; told by their shape, so that a command loads only the rooms it uses.
  if (error instanceof Error && "zh" in error && "en" in error) return `${error.zh}\n${error.en}`;
  return null;
}
