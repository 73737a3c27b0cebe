import { mayConfirm, mayDo, RIGHTS, recordsWritten, type SessionState } from "@shanhai/ledger";
import { recordDefinitions, withParts } from "@shanhai/model";
import { PasswordSignIn, Problem, SignIn } from "../contract.js";
import { PasswordChange, SessionView, SwitchRequest, UnlockRequest } from "../contracts/accounts.js";
import { ServerError } from "../error-codes.js";
import type { Route } from "../route.js";
import { actorOf, keepSession, sessionCookie, stateOf } from "../session.js";

/** 登录: a one-time link or a name and password become a session; who one is in it, locked and unlocked. */
export const session: Route = (api, { ledger, secure }) => {
  const tags = ["登录 session"];
  const signedIn = async (kept: string): Promise<SessionView> => {
    const state = await ledger.sessionState(kept);
    if (state === null) throw new ServerError("NOT_SIGNED_IN");
    return viewOf(state);
  };
  api.post(
    "/api/session",
    {
      schema: {
        tags,
        summary: "用登录链接登录 · sign in with a one-time link",
        body: SignIn,
        response: { 200: SessionView, 401: Problem },
      },
    },
    async (request, reply) => {
      const made = await ledger.exchangeSignIn(request.body.token);
      if (made === null) throw new ServerError("LINK_USED");
      await ledger.note(made.actor, { event: "sign_in", detail: { by: "link" } });
      keepSession(reply, made.session, secure);
      return signedIn(made.session);
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
      const { name, password } = request.body;
      const made = await ledger.signInWithPassword(name, password);
      if (made === null) {
        await ledger.note({ name }, { event: "sign_in", outcome: "failed", detail: { by: "password" } });
        throw new ServerError("PASSWORD_WRONG");
      }
      await ledger.note(made.actor, { event: "sign_in", detail: { by: "password" } });
      keepSession(reply, made.session, secure);
      return signedIn(made.session);
    },
  );
  api.get(
    "/api/session",
    { schema: { tags, summary: "当前登录人与身份 · who is signed in", response: { 200: SessionView, 401: Problem } } },
    async (request) => viewOf(await stateOf(ledger, request)),
  );
  api.post(
    "/api/session/post",
    {
      schema: {
        tags,
        summary: "切换身份 · act in another of the own posts",
        body: SwitchRequest,
        response: { 200: SessionView, 404: Problem },
      },
    },
    async (request) => {
      await actorOf(ledger, request);
      const kept = request.cookies[sessionCookie] ?? "";
      if ((await ledger.switchPost(kept, request.body.membership)) === null) throw new ServerError("NOT_FOUND");
      return signedIn(kept);
    },
  );
  api.post(
    "/api/session/lock",
    { schema: { tags, summary: "锁屏 · lock", response: { 200: SessionView, 401: Problem } } },
    async (request) => {
      await stateOf(ledger, request);
      const kept = request.cookies[sessionCookie] ?? "";
      await ledger.lockSession(kept);
      return signedIn(kept);
    },
  );
  api.post(
    "/api/session/unlock",
    {
      schema: { tags, summary: "解锁 · unlock", body: UnlockRequest, response: { 200: SessionView, 401: Problem } },
    },
    async (request) => {
      await stateOf(ledger, request);
      const kept = request.cookies[sessionCookie] ?? "";
      if (!(await ledger.unlockSession(kept, request.body.password))) throw new ServerError("PASSWORD_WRONG");
      return signedIn(kept);
    },
  );
  api.post(
    "/api/session/own-password",
    {
      schema: {
        tags,
        summary: "设置、更改自己的密码 · set or change the own password",
        body: PasswordChange,
        response: { 200: SessionView, 401: Problem, 422: Problem },
      },
    },
    async (request) => {
      if ((await stateOf(ledger, request)).locked) throw new ServerError("SESSION_LOCKED");
      const kept = request.cookies[sessionCookie] ?? "";
      await ledger.changePassword(kept, request.body);
      return signedIn(kept);
    },
  );
  api.delete("/api/session", { schema: { tags, summary: "退出 · sign out" } }, async (request, reply) => {
    const kept = request.cookies[sessionCookie];
    const state = kept === undefined ? null : await ledger.sessionState(kept);
    if (kept !== undefined && state !== null) {
      await ledger.endSession(kept);
      await ledger.note(state.actor, { event: "sign_out" });
    }
    reply.clearCookie(sessionCookie, { path: "/" });
    return reply.status(204).send();
  });
};

function viewOf(state: SessionState): SessionView {
  const { actor, posts, locked, lock_minutes, has_password, must_set_password } = state;
  return {
    name: actor.name,
    role: actor.role,
    membership: actor.membership ?? null,
    office: actor.office?.name ?? null,
    posts: [...posts],
    rights: RIGHTS.filter((right) => mayDo(actor, right)),
    writes: [...recordsWritten(actor, recordDefinitions)],
    locked,
    lock_minutes,
    has_password,
    reviewed: [...withParts(actor.office?.reviewed ?? [])],
    confirms: (["east", "west"] as const).filter((side) => mayConfirm(actor, side)),
    must_set_password,
  };
}
