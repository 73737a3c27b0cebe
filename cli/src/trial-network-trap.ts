import { type createSocket, Socket as Datagrams } from "node:dgram";
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import { isIP, Socket } from "node:net";

/**
 * For tests only, loaded before a program (`node --import`): writes down every attempt to reach another machine, in the
 * file that SHANHAI_TRAP names. Threads of the program load it too. Sockets in the file system and this machine's own
 * addresses are no attempt.
 */
const file = process.env.SHANHAI_TRAP ?? "";
const tell = (what: string, where: unknown) => appendFileSync(file, `${what} ${String(where)}\n`);
const isLocal = (host: unknown): boolean =>
  host === undefined ||
  host === null ||
  ["localhost", "::1", "0.0.0.0", "::"].includes(String(host)) ||
  /^127\./.test(String(host));

const connect = Socket.prototype.connect as (...given: unknown[]) => unknown;
Object.assign(Socket.prototype, {
  connect(this: Socket, ...given: unknown[]): unknown {
    const [first, second] = Array.isArray(given[0]) ? (given[0] as unknown[]) : given;
    const named = typeof first === "object" && first !== null ? (first as { host?: unknown; path?: unknown }) : null;
    const isPath = named === null ? typeof first === "string" && !/^\d+$/.test(first) : typeof named.path === "string";
    const host = named === null ? second : named.host;
    if (!isPath && !isLocal(host)) tell("connect", host);
    return connect.apply(this, given);
  },
});
const send = Datagrams.prototype.send as (...given: unknown[]) => unknown;
Object.assign(Datagrams.prototype, {
  send(this: ReturnType<typeof createSocket>, ...given: unknown[]): unknown {
    tell(
      "datagram",
      given.find((one) => typeof one === "string" && isIP(one) !== 0),
    );
    return send.apply(this, given);
  },
});
for (const asked of [dns, dns.promises] as { lookup: (...given: unknown[]) => unknown }[]) {
  const lookup = asked.lookup;
  asked.lookup = (host: unknown, ...given: unknown[]) => {
    if (isIP(String(host)) === 0 && !isLocal(host)) tell("lookup", host);
    return lookup(host, ...given);
  };
}
