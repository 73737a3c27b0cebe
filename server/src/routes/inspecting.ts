import { Problem } from "../contract.js";
import {
  DuplicateList,
  DuplicateQuery,
  DuplicateYearsView,
  SampleRequest,
  SampleView,
  SpotCheckList,
  SpotCheckPath,
  SpotCheckRequest,
  SpotCheckView,
  SpotResultRequest,
} from "../contracts/inspecting.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";
import { sendWorkbook } from "../workbook-reply.js";

/** 核查: 抽查核实 and 重复核查. */
export const inspecting: Route = (api, { ledger }) => {
  const tags = ["核查 inspecting"];
  const refusals = { 400: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem };
  api.get(
    "/api/duplicates",
    {
      schema: {
        tags,
        summary: "重复登记的发票、人员、照片 · what stands more than once, across counties too",
        querystring: DuplicateQuery,
        response: { 200: DuplicateList, 403: Problem },
      },
    },
    async (request) => ledger.duplicates(await actorOf(ledger, request), request.query.year),
  );
  api.get(
    "/api/duplicates/years",
    {
      schema: {
        tags,
        summary: "可做重复核查的年度 · the years that have something to look through",
        response: { 200: DuplicateYearsView, 403: Problem },
      },
    },
    async (request) => ledger.duplicateYears(await actorOf(ledger, request)),
  );
  api.get(
    "/api/spot-checks/sample",
    {
      schema: {
        tags,
        summary: "按种子抽样，不保存 · draws without keeping",
        querystring: SampleRequest,
        response: { 200: SampleView, ...refusals },
      },
    },
    async (request) => ledger.drawSample(await actorOf(ledger, request), request.query),
  );
  api.get(
    "/api/spot-checks",
    { schema: { tags, summary: "历次抽查 · the spot checks", response: { 200: SpotCheckList, 403: Problem } } },
    async (request) => ledger.spotChecks(await actorOf(ledger, request)),
  );
  api.post(
    "/api/spot-checks",
    {
      schema: {
        tags,
        summary: "建立抽查 · draws and keeps a sample",
        body: SpotCheckRequest,
        response: { 200: SpotCheckView, ...refusals },
      },
    },
    async (request) => ledger.startSpotCheck(await actorOf(ledger, request), request.body),
  );
  api.get(
    "/api/spot-checks/:scope/:id",
    {
      schema: {
        tags,
        summary: "一次抽查 · one of them",
        params: SpotCheckPath,
        response: { 200: SpotCheckView, ...refusals },
      },
    },
    async (request) => ledger.spotCheck(await actorOf(ledger, request), request.params.scope, request.params.id),
  );
  api.post(
    "/api/spot-checks/:scope/:id/results",
    {
      schema: {
        tags,
        summary: "登记核查结果 · what was found for one row",
        params: SpotCheckPath,
        body: SpotResultRequest,
        response: { 200: SpotCheckView, ...refusals },
      },
    },
    async (request) => {
      const { scope, id } = request.params;
      return ledger.recordResult(await actorOf(ledger, request), scope, id, request.body);
    },
  );
  api.get(
    "/api/spot-checks/:scope/:id/sheet.xlsx",
    {
      schema: {
        tags,
        summary: "电话核查表（留下载记录） · the telephone sheet, logged like every real-name list",
        params: SpotCheckPath,
        produces: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
        response: { 403: Problem, 404: Problem },
      },
    },
    async (request, reply) => {
      const { scope, id } = request.params;
      const { name, body } = await ledger.phoneSheet(await actorOf(ledger, request), scope, id);
      return sendWorkbook(reply, name, body);
    },
  );
};
