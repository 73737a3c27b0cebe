import { Problem } from "../contract.js";
import { PackPath, PackRequest, PackView } from "../contracts/packing.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";
import { sendWorkbook } from "../workbook-reply.js";

/** 佐证材料包: prepared, fetched once as a zip that is written while it is read, looked after, cancelled. */
export const packing: Route = (api, { ledger }) => {
  const tags = ["核查 inspecting"];
  const refusals = { 400: Problem, 403: Problem, 404: Problem, 422: Problem };
  api.post(
    "/api/packs",
    {
      schema: {
        tags,
        summary: "准备佐证材料包：列出将收入的内容 · says what a pack would hold",
        body: PackRequest,
        response: { 200: PackView, ...refusals },
      },
    },
    async (request) => ledger.preparePack(await actorOf(ledger, request), request.body),
  );
  api.get(
    "/api/packs/:id",
    {
      schema: {
        tags,
        summary: "材料包的进度 · how far it is",
        params: PackPath,
        response: { 200: PackView, ...refusals },
      },
    },
    async (request) => ledger.packState(await actorOf(ledger, request), request.params.id),
  );
  api.get(
    "/api/packs/:id/pack.zip",
    {
      // Asking for the head alone must not fetch it.
      exposeHeadRoute: false,
      schema: {
        tags,
        summary: "取走材料包（只能取一次，留下载记录） · fetches it, once; logged like every real-name list",
        params: PackPath,
        produces: ["application/zip"],
        response: { 403: Problem, 404: Problem },
      },
    },
    async (request, reply) => {
      const { name, body } = await ledger.takePack(await actorOf(ledger, request), request.params.id);
      return sendWorkbook(reply, name, body);
    },
  );
  api.post(
    "/api/packs/:id/cancel",
    { schema: { tags, summary: "取消 · stop", params: PackPath, response: { 200: PackView, ...refusals } } },
    async (request) => ledger.cancelPack(await actorOf(ledger, request), request.params.id),
  );
};
