import { type Actor, type Ledger, requireRight, type SessionState } from "@shanhai/ledger";
import type { FastifyReply, FastifyRequest } from "fastify";
import { rightAt } from "./door-rights.js";
import { ServerError } from "./error-codes.js";

export const sessionCookie = "shanhai";

/** Who asked, for the log of refusals. */
const askers = new WeakMap<FastifyRequest, Actor>();

/** The person behind a request in the post he acts in, or a refusal with what to do. */
export async function actorOf(ledger: Ledger, request: FastifyRequest): Promise<Actor> {
  const state = await stateOf(ledger, request);
  if (state.locked) throw new ServerError("SESSION_LOCKED");
  if (state.must_set_password) throw new ServerError("PASSWORD_FIRST");
  askers.set(request, state.actor);
  const right = rightAt(request.method, request.routeOptions.url ?? "");
  if (right !== null) requireRight(state.actor, right);
  return state.actor;
}

/** The session itself, locked or not: for the routes that unlock it. */
export async function stateOf(ledger: Ledger, request: FastifyRequest): Promise<SessionState> {
  const session = request.cookies[sessionCookie];
  const state = session === undefined ? null : await ledger.sessionState(session);
  if (state === null) throw new ServerError("NOT_SIGNED_IN");
  return state;
}

/** Who asked, where the request came so far that it is known. */
export function askerOf(request: FastifyRequest): Actor | undefined {
  return askers.get(request);
}

/** Keeps the session in a cookie that no script reads and no other site sends. */
export function keepSession(reply: FastifyReply, session: string, secure: boolean): void {
  reply.setCookie(sessionCookie, session, { path: "/", httpOnly: true, sameSite: "strict", secure });
}
