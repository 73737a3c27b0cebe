import type { Actor, Ledger } from "@shanhai/ledger";
import type { FastifyReply, FastifyRequest } from "fastify";
import { ServerError } from "./error-codes.js";

export const sessionCookie = "shanhai";

/** The person behind a request, or a refusal with what to do. */
export async function actorOf(ledger: Ledger, request: FastifyRequest): Promise<Actor> {
  const session = request.cookies[sessionCookie];
  const actor = session === undefined ? null : await ledger.actorOf(session);
  if (actor === null) throw new ServerError("NOT_SIGNED_IN");
  return actor;
}

/** Keeps the session in a cookie that no script reads and no other site sends. */
export function keepSession(reply: FastifyReply, session: string, secure: boolean): void {
  reply.setCookie(sessionCookie, session, { path: "/", httpOnly: true, sameSite: "strict", secure });
}
