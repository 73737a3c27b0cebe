import { PasswordSignIn, Problem, SessionView, SignIn } from "../contract.js";
import { ServerError } from "../error-codes.js";
import type { Route } from "../route.js";
import { actorOf, keepSession, sessionCookie } from "../session.js";

/** 登录: a one-time link or a name and password become a session. */
export const session: Route = (api, { ledger, secure }) => {
  const tags = ["登录 session"];
  api.post(
    "/api/session",
    {
      schema: {
        tags,
        summary: "用启动链接登录 · sign in with the start link",
        body: SignIn,
        response: { 200: SessionView, 401: Problem },
      },
    },
    async (request, reply) => {
      const made = await ledger.exchangeSignIn(request.body.token);
      if (made === null) throw new ServerError("LINK_USED");
      keepSession(reply, made.session, secure);
      return { name: made.actor.name, role: made.actor.role };
    },
  );
  api.post(
    "/api/session/password",
    {
      schema: {
        tags,
        summary: "用账号密码登录 · sign in with a password",
        body: PasswordSignIn,
        response: { 200: SessionView, 401: Problem },
      },
    },
    async (request, reply) => {
      const made = await ledger.signInWithPassword(request.body.name, request.body.password);
      if (made === null) throw new ServerError("PASSWORD_WRONG");
      keepSession(reply, made.session, secure);
      return { name: made.actor.name, role: made.actor.role };
    },
  );
  api.get(
    "/api/session",
    { schema: { tags, summary: "当前登录人 · who is signed in", response: { 200: SessionView, 401: Problem } } },
    async (request) => {
      const actor = await actorOf(ledger, request);
      return { name: actor.name, role: actor.role };
    },
  );
  api.delete("/api/session", { schema: { tags, summary: "退出 · sign out" } }, async (request, reply) => {
    const kept = request.cookies[sessionCookie];
    if (kept !== undefined) await ledger.endSession(kept);
    reply.clearCookie(sessionCookie, { path: "/" });
    return reply.status(204).send();
  });
};
