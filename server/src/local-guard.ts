import { networkInterfaces } from "node:os";
import type { FastifyInstance } from "fastify";
import { ServerError } from "./error-codes.js";

/**
 * Refuses requests meant for other hosts (DNS rebinding) and writes that come from other sites.
 * A program without Origin (curl, a script with a session) is let through to the session check.
 */
export function guardHostAndOrigin(app: FastifyInstance, allowedHosts: () => ReadonlySet<string>): void {
  app.addHook("onRequest", async (request) => {
    const host = request.headers.host ?? "";
    if (!allowedHosts().has(host.toLowerCase())) throw new ServerError("FOREIGN_HOST");
    const origin = request.headers.origin;
    if (origin !== undefined && !sameOrigin(origin, host)) throw new ServerError("FOREIGN_ORIGIN");
    const site = request.headers["sec-fetch-site"];
    const writes = request.method !== "GET" && request.method !== "HEAD";
    if (writes && (site === "cross-site" || site === "same-site")) throw new ServerError("FOREIGN_ORIGIN");
  });
}

function sameOrigin(origin: string, host: string): boolean {
  return (
    origin.toLowerCase() === `http://${host.toLowerCase()}` || origin.toLowerCase() === `https://${host.toLowerCase()}`
  );
}

/** `host:port` forms under which a server that is reached as `names` answers; on this machine always. */
export function hostsOf(names: readonly string[], port: number): ReadonlySet<string> {
  const all = [...names.map((name) => (name.includes(":") ? `[${name}]` : name)), "127.0.0.1", "localhost", "[::1]"];
  return new Set(
    all.flatMap((name) => (port === 80 || port === 443 ? [name, `${name}:${port}`] : [`${name}:${port}`])),
  );
}

/** The addresses under which a bind address is reached: `0.0.0.0` and `::` are all that this machine has. */
export function reachedAs(address: string): readonly string[] {
  if (address !== "0.0.0.0" && address !== "::") return [address];
  return Object.values(networkInterfaces()).flatMap((found) => (found ?? []).map((one) => one.address));
}
