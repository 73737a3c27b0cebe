import { Problem } from "../contract.js";
import { ApprovedMapPath, ApprovedMapQuery, ApprovedMapView } from "../contracts/accounts.js";
import { ServerError } from "../error-codes.js";
import { shownAs } from "../file-kind.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";
import { takeUploads } from "../take-uploads.js";

/** 标准地图: the approved map that 总览 shows, with its number. */
export const approvedMap: Route = (api, context) => {
  const { ledger } = context;
  const tags = ["设置 settings"];
  api.get(
    "/api/approved-map",
    { schema: { tags, summary: "标准地图及审图号 · the approved map", response: { 200: ApprovedMapView } } },
    async (request) => ({ map: await ledger.approvedMap(await actorOf(ledger, request)) }),
  );
  api.get(
    "/api/approved-map/:sha256",
    { schema: { tags, summary: "标准地图图片 · its picture", params: ApprovedMapPath } },
    async (request, reply) => {
      const file = await ledger.approvedMapFile(await actorOf(ledger, request), request.params.sha256);
      if (file === null) throw new ServerError("NOT_FOUND");
      return reply
        .header("content-type", shownAs(file.bytes).type)
        .header("content-security-policy", "default-src 'none'; sandbox")
        .header("cache-control", "private, max-age=31536000, immutable")
        .send(Buffer.from(file.bytes));
    },
  );
  api.register(async (upload) => {
    takeUploads(upload, context);
    upload.put<{ Querystring: { name: string; approval: string }; Body: Buffer | undefined }>(
      "/api/approved-map",
      {
        schema: {
          tags,
          summary: "载入标准地图（请求体为图片原样） · show a map; the body is the picture as it is",
          querystring: ApprovedMapQuery,
          response: { 200: ApprovedMapView, 403: Problem, 422: Problem },
        },
      },
      async (request) => ({
        map: await ledger.keepApprovedMap(await actorOf(ledger, request), {
          ...request.query,
          bytes: request.body ?? new Uint8Array(),
        }),
      }),
    );
  });
  api.delete(
    "/api/approved-map",
    { schema: { tags, summary: "撤下标准地图 · show none", response: { 200: ApprovedMapView, 403: Problem } } },
    async (request) => {
      await ledger.dropApprovedMap(await actorOf(ledger, request));
      return { map: null };
    },
  );
};
