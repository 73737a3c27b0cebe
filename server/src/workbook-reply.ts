import type { Readable } from "node:stream";
import type { FastifyReply } from "fastify";

const types: { readonly [ending: string]: string } = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  zip: "application/zip",
  ics: "text/calendar; charset=utf-8",
};

/** Sends a file to be saved under its Chinese name (RFC 6266), never kept by a cache. */
export function sendWorkbook(
  reply: Pick<FastifyReply, "header" | "send">,
  name: string,
  body: Readable | Uint8Array,
): FastifyReply {
  const ending = /\.(\w+)$/.exec(name)?.[1] ?? "";
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  reply.header("content-type", types[ending] ?? "application/octet-stream");
  reply.header("content-disposition", `attachment; filename="download.${ending}"; filename*=UTF-8''${encoded}`);
  reply.header("cache-control", "no-store");
  return reply.send(body instanceof Uint8Array ? Buffer.from(body) : body);
}
