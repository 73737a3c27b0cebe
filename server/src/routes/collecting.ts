import { NameQuery, Problem } from "../contract.js";
import {
  CollectedPath,
  CollectionBody,
  CollectionId,
  CollectionList,
  CollectionPath,
  KnownUnitList,
  KnownUnitsQuery,
  NewCollectionRequest,
  ReturnedBody,
  UnitList,
  UnitsQuery,
} from "../contracts/collecting.js";
import { ServerError } from "../error-codes.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";
import { takeUploads } from "../take-uploads.js";
import { sendWorkbook } from "../workbook-reply.js";

/** 收表: forms out, files back. */
export const collecting: Route = (api, context) => {
  const { ledger } = context;
  const tags = ["收表 collections"];
  const refused = { 403: Problem, 404: Problem };
  api.get(
    "/api/collections",
    { schema: { tags, summary: "收表任务 · tasks, the latest first", response: { 200: CollectionList } } },
    async (request) => ledger.collections(await actorOf(ledger, request)),
  );
  api.post(
    "/api/collections",
    {
      schema: {
        tags,
        summary: "新建收表任务 · begin a task",
        body: NewCollectionRequest,
        response: { 200: CollectionId, 403: Problem, 422: Problem },
      },
    },
    async (request) => ledger.startCollection(await actorOf(ledger, request), request.body),
  );
  api.get(
    "/api/collections/units",
    {
      schema: {
        tags,
        summary: "台账中的单位 · the units that a ledger's column names",
        querystring: UnitsQuery,
        response: { 200: UnitList, 400: Problem, 403: Problem },
      },
    },
    async (request) => ledger.collectionUnits(await actorOf(ledger, request), request.query),
  );
  api.get(
    "/api/collections/known-units",
    {
      schema: {
        tags,
        summary: "可选的填报单位 · units known here, of the own side",
        querystring: KnownUnitsQuery,
        response: { 200: KnownUnitList, 403: Problem },
      },
    },
    async (request) => ledger.knownUnits(await actorOf(ledger, request), request.query.scope),
  );
  api.get(
    "/api/collections/:scope/:id",
    {
      schema: {
        tags,
        summary: "各单位情况与催报文字 · who has reported",
        params: CollectionPath,
        response: { 200: CollectionBody, ...refused },
      },
    },
    async (request) => {
      const { scope, id } = request.params;
      const found = await ledger.collection(await actorOf(ledger, request), scope, id);
      if (found === null) throw new ServerError("NOT_FOUND");
      return found;
    },
  );
  api.get(
    "/api/collections/:scope/:id/workbooks.zip",
    {
      schema: {
        tags,
        summary: "未报和退回单位的收表（压缩包） · the forms of all who have not reported",
        params: CollectionPath,
        response: refused,
      },
    },
    async (request, reply) => {
      const { scope, id } = request.params;
      const { name, bytes } = await ledger.collectionWorkbooks(await actorOf(ledger, request), scope, id);
      return sendWorkbook(reply, name, bytes);
    },
  );
  api.get(
    "/api/collected/:scope/:sheet/workbook.xlsx",
    {
      schema: {
        tags,
        summary: "一个单位的收表，退回的带标红和批注 · one unit's form",
        params: CollectedPath,
        response: refused,
      },
    },
    async (request, reply) => {
      const { scope, sheet } = request.params;
      const { name, bytes } = await ledger.collectionWorkbook(await actorOf(ledger, request), scope, sheet);
      return sendWorkbook(reply, name, bytes);
    },
  );
  api.register(async (upload) => {
    takeUploads(upload, context);
    upload.post<{ Querystring: { name: string }; Body: Buffer | undefined }>(
      "/api/collected",
      {
        schema: {
          tags,
          summary: "收回一份（请求体为文件原样） · a file that came back; the body is the file as it is",
          querystring: NameQuery,
          response: { 200: ReturnedBody, 403: Problem, 413: Problem, 422: Problem },
        },
      },
      async (request) => {
        const actor = await actorOf(ledger, request);
        return ledger.takeReturned(actor, request.query.name, request.body ?? new Uint8Array());
      },
    );
  });
};
