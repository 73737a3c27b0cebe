import { hostname, networkInterfaces } from "node:os";
import type { FastifyInstance } from "fastify";
import { ServerError } from "./error-codes.js";

/**
 * Refuses requests meant for other hosts (DNS rebinding) and writes that come from other sites.
 * A program without Origin (curl, a script with a session) is let through to the session check.
 */
export function guardHostAndOrigin(app: FastifyInstance, answersTo: (host: string) => boolean): void {
  app.addHook("onRequest", async (request) => {
    const host = request.headers.host ?? "";
    if (!answersTo(host.toLowerCase())) throw new ServerError("FOREIGN_HOST");
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

/**
 * Says whether a server bound to `address` is meant by a `host:port`. Where it is bound to all addresses of the machine,
 * a host that is not known is looked up again: an office PC gets another address from its network while it runs.
 */
export function hostTest(address: string, names: readonly string[], port: number): (host: string) => boolean {
  const now = () => hostsOf([...reachedAs(address), ...names], port);
  let hosts = now();
  return (host) => {
    if (hosts.has(host)) return true;
    if (!isEvery(address)) return false;
    hosts = now();
    return hosts.has(host);
  };
}

/** True for the bind addresses that mean all addresses of this machine. */
export function isEvery(address: string): boolean {
  return address === "0.0.0.0" || address === "::";
}

/** How a server with that bind address is reached: for all addresses what this machine has, and its name in the network. */
function reachedAs(address: string): readonly string[] {
  if (!isEvery(address)) return [address];
  const all = Object.values(networkInterfaces()).flatMap((found) => (found ?? []).map((one) => one.address));
  const name = hostname().toLowerCase();
  return [...all, name, `${name}.local`];
}

/** What a colleague types to reach it: addresses of this machine in its networks, then its name. */
export function addressesForOthers(address: string): readonly string[] {
  if (!isEvery(address)) return [address];
  const outside = Object.values(networkInterfaces()).flatMap((found) =>
    (found ?? []).filter(({ internal, family }) => !internal && family === "IPv4").map((one) => one.address),
  );
  return [...outside, hostname()];
}
