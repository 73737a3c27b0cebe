import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Source } from "@shanhai/engine";
import { InputError } from "./input-error.js";

/** Reads a file (or standard input for `-`) as a source; refuses what is missing, a folder or over 50 MB, in words. */
export async function readSource(path: string, encoding?: string): Promise<Source> {
  try {
    const bytes = path === "-" ? await standardInput() : await readFile(path);
    if (bytes.length > 50 * 1024 * 1024)
      throw new InputError(
        path,
        "文件超过 50 MB，请拆开或压缩图片后再试",
        "larger than 50 MB; split it or shrink its pictures",
      );
    return {
      name: path === "-" ? "stdin.txt" : basename(path),
      bytes,
      ...(encoding === undefined ? {} : { encoding }),
    };
  } catch (error) {
    throw fileRefusal(path, error);
  }
}

/** What the system says of a file, as a refusal in words; other errors come back as they are. */
export function fileRefusal(path: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "ENOENT") return new InputError(path, "没有这个文件，请核对文件名和所在文件夹", "no such file");
  if (code === "EISDIR")
    return new InputError(path, "这是文件夹，请给出其中的文件", "this is a folder; name the files in it");
  if (code === "EACCES" || code === "EPERM") return new InputError(path, "没有权限读取", "no permission to read it");
  return error;
}

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
