import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyInstance } from "fastify";

/** Shorter answers gain nothing. */
const worthwhile = 2048;
/** Quick enough to be faster than the line it spares: 124 KB of definitions become 17 KB in 2 ms. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const ways = {
  br: (text: string) => promisify(brotliCompress)(text, quick),
  gzip: (text: string) => promisify(gzip)(text),
};

/** Answers in JSON go compressed to whom can read that; files and pages are left as they are. */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook("onSend", async (request, reply, payload) => {
    if (typeof payload !== "string" || payload.length < worthwhile) return payload;
    if (!String(reply.getHeader("content-type")).includes("json") || reply.hasHeader("content-encoding"))
      return payload;
    reply.header("vary", "accept-encoding");
    const accepted = String(request.headers["accept-encoding"] ?? "").split(/[\s,;]+/);
    const way = (["br", "gzip"] as const).find((name) => accepted.includes(name));
    if (way === undefined) return payload;
    reply.header("content-encoding", way).removeHeader("content-length");
    return ways[way](payload);
  });
}
