import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Ledger } from "@shanhai/ledger";
import { buildServer } from "./build-server.js";
import { readCertificate } from "./certificate.js";
import { ServerError } from "./error-codes.js";
import { addressesForOthers, hostTest, isEvery } from "./local-guard.js";
import { isLoopback, type ServerConfig } from "./server-config.js";

export interface RunningServer {
  /** Where a browser on this machine opens it, such as `http://127.0.0.1:8321`. */
  readonly url: string;
  /** How other machines open it, where it is bound beyond this one: addresses, then the name of this machine. */
  readonly others: readonly string[];
  /** True where the bind address is reached from outside without TLS: the caller must say so. */
  readonly exposedWithoutTls: boolean;
  /** True where it is reached from outside and no networks are named: the caller must say so. */
  readonly exposedToAll: boolean;
  close(): Promise<void>;
}

/** Builds and listens. Refuses a port in use and a bind address beyond loopback without a password, in words. */
export async function startServer(
  ledger: Ledger,
  config: ServerConfig,
  version: string,
  log: (line: string) => void,
): Promise<RunningServer> {
  const outside = !isLoopback(config.host);
  if (outside && !(await ledger.hasPassword())) throw new ServerError("PASSWORD_NEEDED", { host: config.host });
  if (!existsSync(join(config.webDir, "index.html"))) throw new ServerError("PAGES_MISSING", { folder: config.webDir });
  let answersTo: (host: string) => boolean = () => false;
  const tls = config.tls && readCertificate(config.tls);
  const app = await buildServer({
    ledger,
    webDir: config.webDir,
    answersTo: (host) => answersTo(host),
    version,
    secure: tls !== undefined,
    log,
    ...(tls === undefined ? {} : { tls }),
    ...(config.allow === undefined ? {} : { allow: config.allow }),
    ...(config.uploadMb === undefined ? {} : { uploadMb: config.uploadMb }),
  });
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await app.close();
    throw listenRefusal(error, config);
  }
  const address = app.server.address() as AddressInfo;
  const names = tls?.names ?? [];
  answersTo = hostTest(config.host, names, address.port);
  const at = (host: string) =>
    `${tls === undefined ? "http" : "https"}://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
  return {
    // A browser opens no 0.0.0.0; a certificate says under which name it is believed.
    url: at(isEvery(config.host) ? (names[0] ?? "127.0.0.1") : config.host),
    others: outside ? (names.length > 0 ? names : addressesForOthers(config.host)).map(at) : [],
    exposedWithoutTls: outside && tls === undefined,
    exposedToAll: outside && config.allow === undefined,
    close: () => app.close(),
  };
}

function listenRefusal(error: unknown, config: ServerConfig): unknown {
  const code = error instanceof Error && "code" in error ? error.code : "";
  const params = { port: String(config.port), host: config.host };
  if (code === "EADDRINUSE") return new ServerError("PORT_IN_USE", params);
  if (code === "EACCES") return new ServerError("PORT_FORBIDDEN", params);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return new ServerError("ADDRESS_UNKNOWN", params);
  return error;
}
