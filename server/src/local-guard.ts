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

/** `host:port` forms under which a server bound to `address` answers. */
export function hostsOf(address: string, port: number): ReadonlySet<string> {
  const loopback = ["127.0.0.1", "localhost", "[::1]"];
  const bound = address.includes(":") ? `[${address}]` : address;
  const names = ["127.0.0.1", "::1", "localhost"].includes(address) ? loopback : [bound, ...loopback];
  return new Set(
    names.flatMap((name) => (port === 80 || port === 443 ? [name, `${name}:${port}`] : [`${name}:${port}`])),
  );
}
