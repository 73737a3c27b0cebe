import { refuseIncoming } from "@shanhai/ledger";
import { defaultUploadMb } from "../body-limit.js";
import {
  DocumentBody,
  DocumentPage,
  IdPath,
  NameQuery,
  PageQuery,
  Problem,
  RereadRequest,
  RereadView,
  SubmissionView,
  WithdrawRequest,
} from "../contract.js";
import { ServerError } from "../error-codes.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";
import { takeUploads } from "../take-uploads.js";

/** 材料: in, listed, opened, withdrawn. */
export const documents: Route = (api, context) => {
  const { ledger, uploadMb = defaultUploadMb } = context;
  const tags = ["材料 documents"];
  api.register(async (upload) => {
    takeUploads(upload, context, uploadMb, ({ query }, size) => {
      if (typeof query === "object" && query !== null && "name" in query) refuseIncoming(String(query.name), size);
    });
    upload.post<{ Querystring: { name: string }; Body: Buffer | undefined }>(
      "/api/documents",
      {
        schema: {
          tags,
          summary: "导入一份材料（请求体为文件原样） · bring in a document; the body is the file as it is",
          querystring: NameQuery,
          response: { 200: SubmissionView, 400: Problem, 413: Problem, 422: Problem },
        },
      },
      async (request) => {
        const actor = await actorOf(ledger, request);
        return ledger.submit(actor, { name: request.query.name, bytes: request.body ?? new Uint8Array() });
      },
    );
  });
  api.get(
    "/api/documents",
    { schema: { tags, summary: "材料列表 · list", querystring: PageQuery, response: { 200: DocumentPage } } },
    async (request) => ledger.documents(await actorOf(ledger, request), request.query),
  );
  api.get(
    "/api/documents/:id",
    {
      schema: {
        tags,
        summary: "材料、要素与状态 · a document with its facts",
        params: IdPath,
        response: { 200: DocumentBody, 404: Problem },
      },
    },
    async (request) => {
      const found = await ledger.document(await actorOf(ledger, request), request.params.id);
      if (found === null) throw new ServerError("NOT_FOUND");
      return found;
    },
  );
  api.post(
    "/api/documents/:id/reread",
    {
      schema: {
        tags,
        summary: "换一种文字编码重新读取 · read the stored file again with another encoding",
        params: IdPath,
        body: RereadRequest,
        response: { 200: RereadView, 404: Problem, 409: Problem },
      },
    },
    async (request) => ledger.reread(await actorOf(ledger, request), request.params.id, request.body.encoding),
  );
  api.post(
    "/api/documents/:id/withdraw",
    { schema: { tags, summary: "撤下 · withdraw", params: IdPath, body: WithdrawRequest } },
    async (request, reply) => {
      const { reason, command_id } = request.body;
      await ledger.withdraw(await actorOf(ledger, request), request.params.id, reason, command_id);
      return reply.status(204).send();
    },
  );
};
