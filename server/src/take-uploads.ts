import type { IncomingMessage } from "node:http";
import type { FastifyRequest } from "fastify";
import { maxDocumentMb } from "./body-limit.js";
import type { Api, RouteContext } from "./route.js";
import { actorOf } from "./session.js";
import { tooLarge, wholeBody } from "./whole-body.js";

const MB = 1024 * 1024;

/**
 * Routes of this scope take a file as it is, whatever it says it is; its reader finds out in a worker. Who may not come in, a
 * file that says it is too large and what `refuse` says of its name are refused before a byte is read; then it waits for room.
 */
export function takeUploads(
  upload: Api,
  { ledger, room }: Pick<RouteContext, "ledger" | "room">,
  limitMb: number = maxDocumentMb,
  refuse: (request: FastifyRequest, size: number | null) => void = () => undefined,
): void {
  upload.removeAllContentTypeParsers();
  upload.addHook("preParsing", async (request, reply, payload) => {
    await actorOf(ledger, request);
    const announced = request.headers["content-length"];
    const size = announced === undefined ? null : Number(announced);
    if (size !== null && size > limitMb * MB) throw tooLarge(limitMb);
    refuse(request, size);
    const gone = new AbortController();
    reply.raw.once("close", () => gone.abort());
    const leave = await room.take(size ?? limitMb * MB, gone.signal);
    for (const end of ["finish", "close"]) reply.raw.once(end, leave);
    if (gone.signal.aborted) leave();
    return payload;
  });
  upload.addContentTypeParser("*", (request: FastifyRequest, body: IncomingMessage) =>
    wholeBody(body, request.headers["content-length"], limitMb),
  );
}
