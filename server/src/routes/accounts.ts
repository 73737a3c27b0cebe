import { Problem } from "../contract.js";
import {
  AccountList,
  AccountPath,
  AccountRequest,
  AccountState,
  AuditPage,
  AuditRequest,
  AuditStateView,
  GrantRequest,
  InvitationRequest,
  InvitationView,
  MadeView,
  OfficeChange,
  OfficeList,
  OfficePath,
  OfficeRequest,
  PlacesView,
  PostPath,
  RevokeRequest,
  SettingsChange,
  SettingsView,
} from "../contracts/accounts.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 设置: accounts, offices and posts, the settings of the installation, the audit log. */
export const accounts: Route = (api, { ledger }) => {
  const tags = ["设置 settings"];
  const refusals = { 403: Problem, 404: Problem, 409: Problem };
  api.get(
    "/api/accounts",
    { schema: { tags, summary: "账号与身份 · accounts and posts", response: { 200: AccountList, 403: Problem } } },
    async (request) => ledger.accounts(await actorOf(ledger, request)),
  );
  api.post(
    "/api/accounts",
    {
      schema: {
        tags,
        summary: "建立账号 · make an account",
        body: AccountRequest,
        response: { 200: InvitationView, ...refusals },
      },
    },
    async (request) => {
      const made = await ledger.createAccount(await actorOf(ledger, request), request.body);
      return { ...made, expires: made.expires.toISOString() };
    },
  );
  api.post(
    "/api/accounts/:id/state",
    { schema: { tags, summary: "停用、启用账号 · switch off or on", params: AccountPath, body: AccountState } },
    async (request, reply) => {
      const { state, reason, command_id } = request.body;
      const wanted = state === "active" ? "active" : "disabled";
      await ledger.setAccountState(await actorOf(ledger, request), request.params.id, wanted, reason, command_id);
      return reply.status(204).send();
    },
  );
  api.post(
    "/api/accounts/:id/invitation",
    {
      schema: {
        tags,
        summary: "重发登录链接（原密码作废） · a new link; the old password ends",
        params: AccountPath,
        body: InvitationRequest,
        response: { 200: InvitationView, ...refusals },
      },
    },
    async (request) => {
      const { id } = request.params;
      const made = await ledger.inviteAgain(await actorOf(ledger, request), id, request.body.command_id);
      return { id, token: made.token, expires: made.expires.toISOString() };
    },
  );
  api.get(
    "/api/offices",
    { schema: { tags, summary: "单位 · offices", response: { 200: OfficeList, 403: Problem } } },
    async (request) => ledger.offices(await actorOf(ledger, request)),
  );
  api.get(
    "/api/offices/places",
    {
      schema: {
        tags,
        summary: "可选的地区与结对双方 · regions and pairs to choose from",
        response: { 200: PlacesView, 403: Problem },
      },
    },
    async (request) => {
      const { parties, pairs } = await ledger.places(await actorOf(ledger, request));
      return { parties: [...parties], pairs: [...pairs] };
    },
  );
  api.post(
    "/api/offices",
    {
      schema: {
        tags,
        summary: "建立单位 · make an office",
        body: OfficeRequest,
        response: { 200: MadeView, ...refusals },
      },
    },
    async (request) => ({ id: await ledger.keepOffice(await actorOf(ledger, request), request.body) }),
  );
  api.put(
    "/api/offices/:id",
    {
      schema: {
        tags,
        summary: "修改单位 · change an office",
        params: OfficePath,
        body: OfficeChange,
        response: { 200: MadeView, ...refusals },
      },
    },
    async (request) => {
      const { version, ...input } = request.body;
      const of = { id: request.params.id, version };
      return { id: await ledger.keepOffice(await actorOf(ledger, request), input, of) };
    },
  );
  api.post(
    "/api/posts",
    { schema: { tags, summary: "授权 · grant a post", body: GrantRequest, response: { 200: MadeView, ...refusals } } },
    async (request) => ({ id: await ledger.grantPost(await actorOf(ledger, request), request.body) }),
  );
  api.post(
    "/api/posts/:id/revoke",
    { schema: { tags, summary: "撤销授权 · take a post away", params: PostPath, body: RevokeRequest } },
    async (request, reply) => {
      const { version, reason, command_id } = request.body;
      await ledger.revokePost(await actorOf(ledger, request), request.params.id, version, reason, command_id);
      return reply.status(204).send();
    },
  );
  api.get(
    "/api/settings",
    { schema: { tags, summary: "系统设置 · settings", response: { 200: SettingsView, 403: Problem } } },
    async (request) => ledger.settings(await actorOf(ledger, request)),
  );
  api.patch(
    "/api/settings",
    {
      schema: {
        tags,
        summary: "更改设置 · change them",
        body: SettingsChange,
        response: { 200: SettingsView, ...refusals },
      },
    },
    async (request) => ledger.changeSettings(await actorOf(ledger, request), request.body),
  );
  api.get(
    "/api/audit",
    {
      schema: {
        tags,
        summary: "审计日志 · the audit log",
        querystring: AuditRequest,
        response: { 200: AuditPage, 403: Problem },
      },
    },
    async (request) => ledger.auditLog(await actorOf(ledger, request), request.query),
  );
  api.post(
    "/api/audit/state",
    {
      schema: { tags, summary: "校验日志链 · verify the log's chain", response: { 200: AuditStateView, 403: Problem } },
    },
    async (request) => ledger.auditState(await actorOf(ledger, request)),
  );
};
