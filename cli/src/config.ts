import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** What the environment says, read once. */
export interface Config {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly port: number;
  readonly host: string;
  /** 授权网段, where the environment names some. */
  readonly allow: readonly string[];
  /** Largest file that the server takes as material, in MB. */
  readonly uploadMb: number | null;
  readonly webDir: string;
  readonly samplesDir: string;
  /** The two founding documents and their neighbours, outside the project; may be absent. */
  readonly sharedDir: string;
  readonly version: string;
}

export class ConfigError extends Error {}

/** Reads SHANHAI_DATA, SHANHAI_PORT, SHANHAI_HOST, SHANHAI_ALLOW, SHANHAI_UPLOAD_MB, DATABASE_URL; throws a ConfigError in words. */
export function readConfig(env: NodeJS.ProcessEnv, cwd: string, version: string): Config {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const port = env.SHANHAI_PORT === undefined || env.SHANHAI_PORT === "" ? 8321 : Number(env.SHANHAI_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConfigError(
      `SHANHAI_PORT=${env.SHANHAI_PORT} 不是端口号，请填 1–65535 的整数 · SHANHAI_PORT must be a number from 1 to 65535`,
    );
  }
  return {
    dataDir: resolve(cwd, env.SHANHAI_DATA || "data"),
    databaseUrl: env.DATABASE_URL || null,
    port,
    host: env.SHANHAI_HOST || "127.0.0.1",
    allow: (env.SHANHAI_ALLOW ?? "").split(/[,，\s]+/).filter((network) => network !== ""),
    uploadMb: uploadMbOf(env.SHANHAI_UPLOAD_MB || null),
    webDir: join(root, "web/dist"),
    samplesDir: join(root, "samples"),
    sharedDir: join(dirname(root), "shared"),
    version,
  };
}

/** Files are taken into memory, as a marked one may not touch the disk: half a gigabyte at most. */
function uploadMbOf(said: string | null): number | null {
  if (said === null) return null;
  const mb = Number(said);
  if (!Number.isInteger(mb) || mb < 1 || mb > 512)
    throw new ConfigError(
      `SHANHAI_UPLOAD_MB=${said} 不对，请填 1–512 的整数（MB） · SHANHAI_UPLOAD_MB must be a number from 1 to 512`,
    );
  return mb;
}
