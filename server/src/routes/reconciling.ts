import type { SentFile } from "@shanhai/ledger";
import type { FastifyReply } from "fastify";
import { Problem, ReceiptView } from "../contract.js";
import {
  CloseRequest,
  ClosingsRequest,
  ClosingsView,
  ComparisonView,
  FilledView,
  HandOnRequest,
  MonthRequest,
  NumbersRequest,
  ReturnedQuery,
  ReturnedView,
  SettleRequest,
  StampedView,
  StampPath,
  StampQuery,
} from "../contracts/indicators.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";
import { takeUploads } from "../take-uploads.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** 填报、数据核对、封账. */
export const reconciling: Route = (api, context) => {
  const { ledger } = context;
  const tags = ["核对 reconciling"];
  const refusals = { 400: Problem, 403: Problem, 404: Problem, 409: Problem, 413: Problem, 422: Problem };
  const read = <Q, A>(summary: string, querystring: Q, answer: A) => ({
    schema: { tags, summary, querystring, response: { 200: answer, ...refusals } },
  });
  const wrote = <B, A>(summary: string, body: B, answer: A) => ({
    schema: { tags, summary, body, response: { 200: answer, ...refusals } },
  });
  api.post(
    "/api/numbers",
    wrote("填报部门报送数或对方数 · fill in numbers", NumbersRequest, FilledView),
    async (request) => ledger.fillNumbers(await actorOf(ledger, request), request.body),
  );
  api.post(
    "/api/numbers/hand-on",
    wrote("提交本单位、提交核对、上报 · hand numbers on", HandOnRequest, ReceiptView),
    async (request) => {
      const { to, command_id, ...of } = request.body;
      return ledger.handOn(await actorOf(ledger, request), of, to, command_id);
    },
  );
  api.get(
    "/api/comparison",
    read("双方数据逐项核对 · both sides line by line", MonthRequest, ComparisonView),
    async (request) => ledger.comparison(await actorOf(ledger, request), request.query),
  );
  api.post(
    "/api/comparison/settlements",
    wrote("逐项确认 · settle lines", SettleRequest, ReceiptView),
    async (request) => {
      const { lines, command_id, ...of } = request.body;
      return ledger.settle(await actorOf(ledger, request), of, lines, command_id);
    },
  );
  api.get(
    "/api/comparison/sheet",
    { schema: { tags, summary: "数据核对单.xlsx · the sheet for the other side", querystring: MonthRequest } },
    async (request, reply) =>
      sendFile(reply, XLSX, await ledger.comparisonSheet(await actorOf(ledger, request), request.query)),
  );
  api.get(
    "/api/comparison/letter",
    { schema: { tags, summary: "确认函.docx · the letter of confirmation", querystring: MonthRequest } },
    async (request, reply) =>
      sendFile(reply, DOCX, await ledger.confirmationLetter(await actorOf(ledger, request), request.query)),
  );
  api.get("/api/closings", read("封账版本 · closed versions", ClosingsRequest, ClosingsView), async (request) =>
    ledger.closings(await actorOf(ledger, request), request.query.scope, request.query.year),
  );
  api.post("/api/closings", wrote("定稿封账 · close a month", CloseRequest, ReceiptView), async (request) => {
    const { scope, year, month, line, ...closing } = request.body;
    return ledger.closeMonth(await actorOf(ledger, request), { scope, year, month, line }, closing);
  });
  api.register(async (upload) => {
    takeUploads(upload, context);
    upload.post<{ Querystring: { name: string }; Body: Buffer | undefined }>(
      "/api/comparison/returned",
      {
        schema: {
          tags,
          summary: "读取回传的核对单，不写入 · read a returned sheet; nothing is written",
          querystring: ReturnedQuery,
          response: { 200: ReturnedView, ...refusals },
        },
      },
      async (request) =>
        ledger.readReturned(await actorOf(ledger, request), request.query.name, request.body ?? new Uint8Array()),
    );
    upload.post<{
      Params: { scope: string; id: string };
      Querystring: { name: string; command_id: string };
      Body: Buffer | undefined;
    }>(
      "/api/closings/:scope/:id/stamp",
      {
        schema: {
          tags,
          summary: "上传盖章扫描件（请求体为文件原样） · the stamped scan of a version",
          params: StampPath,
          querystring: StampQuery,
          response: { 200: StampedView, ...refusals },
        },
      },
      async (request) =>
        ledger.stampMonth(await actorOf(ledger, request), request.params.scope, request.params.id, {
          ...request.query,
          bytes: request.body ?? new Uint8Array(),
        }),
    );
  });
};

function sendFile(reply: FastifyReply, type: string, { name, bytes }: SentFile) {
  return reply
    .header("content-type", type)
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(Buffer.from(bytes));
}
