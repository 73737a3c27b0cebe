import { BlockList, isIP } from "node:net";
import type { FastifyInstance } from "fastify";
import { ServerError } from "./error-codes.js";

/**
 * Who may come in at all (授权网段): addresses and networks as `10.1.2.0/24`, `10.1.3.7`, `fd00::/8`. This machine itself
 * always may. NETWORK_UNREADABLE names a part that is none of these.
 */
export function allowedNetworks(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of ["127.0.0.1", "::1", ...networks]) {
    const [, address = "", length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(network.trim()) ?? [];
    const version = isIP(address);
    const most = version === 4 ? 32 : 128;
    const prefix = length === undefined ? most : Number(length);
    if (version === 0 || prefix > most) throw new ServerError("NETWORK_UNREADABLE", { network });
    list.addSubnet(address, prefix, version === 4 ? "ipv4" : "ipv6");
  }
  return (address) => {
    // A socket of both families gives IPv4 as ::ffff:10.1.2.3.
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
    return isIP(plain) !== 0 && list.check(plain, isIP(plain) === 4 ? "ipv4" : "ipv6");
  };
}

/**
 * Refuses everybody from outside the allowed networks before anything else is looked at, with the address to be told to the
 * administrator. What a proxy says about the address is not believed. `note` is told of each such address once.
 */
export function guardNetworks(
  app: FastifyInstance,
  networks: readonly string[],
  note: (address: string) => void,
): void {
  const allowed = allowedNetworks(networks);
  const seen = new Set<string>();
  app.addHook("onRequest", async (request) => {
    const { ip } = request;
    if (allowed(ip)) return;
    if (!seen.has(ip) && seen.size < 1000) {
      seen.add(ip);
      note(ip);
    }
    throw new ServerError("NETWORK_FORBIDDEN", { address: ip });
  });
}
