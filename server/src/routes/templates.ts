import { Type } from "typebox";
import { NameQuery, Problem } from "../contract.js";
import { BindingRequest, FillQuery, TemplatePath, TemplateView } from "../contracts/templates.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";
import { takeUploads } from "../take-uploads.js";
import { sendWorkbook } from "../workbook-reply.js";

/** 模板填报: a form is opened, its cells bound, its copy filled in. The form itself is not kept. */
export const templates: Route = (api, context) => {
  const { ledger } = context;
  const tags = ["模板填报 templates"];
  const refused = { 403: Problem, 413: Problem, 422: Problem };
  api.put(
    "/api/templates/:fingerprint",
    {
      schema: {
        tags,
        summary: "记住填报位置 · remember what belongs into which cell",
        params: TemplatePath,
        body: BindingRequest,
        response: { 204: Type.Null(), 403: Problem, 422: Problem },
      },
    },
    async (request, reply) => {
      const { bindings, command_id, name } = request.body;
      const actor = await actorOf(ledger, request);
      await ledger.bindTemplate(actor, request.params.fingerprint, bindings, command_id, name);
      return reply.code(204).send(null);
    },
  );
  api.register(async (upload) => {
    takeUploads(upload, context);
    upload.post<{ Querystring: { name: string }; Body: Buffer | undefined }>(
      "/api/templates/open",
      {
        schema: {
          tags,
          summary: "打开模板（请求体为文件原样） · a form's grid and what was bound before",
          querystring: NameQuery,
          response: { 200: TemplateView, ...refused },
        },
      },
      async (request) => {
        const actor = await actorOf(ledger, request);
        return ledger.openTemplate(actor, request.query.name, request.body ?? new Uint8Array());
      },
    );
    upload.post<{
      Querystring: { name: string; scope: string; year: number; month: number };
      Body: Buffer | undefined;
    }>(
      "/api/templates/fill",
      {
        schema: {
          tags,
          summary: "原样填报（请求体为文件原样） · the form with its bound cells filled in",
          querystring: FillQuery,
          response: refused,
        },
      },
      async (request, reply) => {
        const { name, ...of } = request.query;
        const actor = await actorOf(ledger, request);
        const filled = await ledger.fillTemplate(actor, name, request.body ?? new Uint8Array(), of);
        reply.header("shanhai-filled", String(filled.filled));
        reply.header("shanhai-inserted", String(filled.inserted));
        reply.header("shanhai-left-over", String(filled.left_over));
        reply.header("shanhai-cut", encodeURIComponent(JSON.stringify(filled.cut)));
        reply.header("shanhai-empty", encodeURIComponent(filled.empty.map(({ cell }) => cell).join(",")));
        return sendWorkbook(reply, filled.name, filled.bytes);
      },
    );
  });
};
