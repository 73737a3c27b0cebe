import type { FastifyReply } from "fastify";

/** What the first bytes of the pictures and papers that a browser shows by itself are. */
const SHOWN: readonly (readonly [type: string, at: number, bytes: readonly number[]])[] = [
  ["image/jpeg", 0, [0xff, 0xd8, 0xff]],
  ["image/png", 0, [0x89, 0x50, 0x4e, 0x47]],
  ["image/gif", 0, [0x47, 0x49, 0x46, 0x38]],
  ["image/webp", 8, [0x57, 0x45, 0x42, 0x50]],
  ["application/pdf", 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/**
 * How a kept file is given out: pictures and PDFs are shown, by what they are and never by their name; all else is saved.
 * Nothing that a browser could run is ever shown.
 */
export function shownAs(bytes: Uint8Array): { readonly type: string; readonly inline: boolean } {
  const found = SHOWN.find(([, at, head]) => head.every((byte, index) => bytes[at + index] === byte));
  return found === undefined ? { type: "application/octet-stream", inline: false } : { type: found[0], inline: true };
}

/** Gives a kept file out under its name, in a page of its own that runs nothing. */
export function sendOriginal(reply: FastifyReply, name: string, bytes: Uint8Array): FastifyReply {
  const { type, inline } = shownAs(bytes);
  return reply
    .header("content-type", type)
    .header("content-security-policy", "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox")
    .header("content-disposition", `${inline ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(Buffer.from(bytes));
}
