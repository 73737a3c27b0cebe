import { IdPath, Problem } from "../contract.js";
import { HeldAnswer } from "../contracts/holding.js";
import {
  ImportList,
  ImportPlanView,
  ImportProgressView,
  ImportRequest,
  PairRequest,
  PairView,
  PlanRequest,
  SheetQuery,
  SheetWindowView,
} from "../contracts/importing.js";
import { begun, shownPlan } from "../import-reply.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";
import { sendWorkbook } from "../workbook-reply.js";

/** 表格导入: the preview, the import with its progress, cancelled, gone on with, taken back. */
export const importing: Route = (api, { ledger }) => {
  const tags = ["表格 workbooks"];
  const answers = { 200: ImportProgressView, 202: HeldAnswer, 404: Problem, 409: Problem, 422: Problem };
  api.post(
    "/api/workbooks/:id/plan",
    {
      schema: {
        tags,
        summary: "导入预演（不写入） · what an import would write",
        params: IdPath,
        body: PlanRequest,
        response: { 200: ImportPlanView, 404: Problem, 422: Problem },
      },
    },
    async (request) =>
      shownPlan(await ledger.planImport(await actorOf(ledger, request), request.params.id, request.body.options)),
  );
  api.post(
    "/api/workbooks/:id/doubtful",
    {
      schema: {
        tags,
        summary: "退回核实：有疑问的行 · rows that want a look, red and explained",
        params: IdPath,
        body: PlanRequest,
        response: { 404: Problem, 409: Problem, 422: Problem },
      },
    },
    async (request, reply) => {
      const actor = await actorOf(ledger, request);
      const { name, bytes } = await ledger.doubtfulRows(actor, request.params.id, request.body.options);
      return sendWorkbook(reply, name, bytes);
    },
  );
  api.post(
    "/api/workbooks/:id/imports",
    {
      schema: {
        tags,
        summary: "写入预演的内容 · import exactly what was shown",
        params: IdPath,
        body: ImportRequest,
        response: answers,
      },
    },
    async (request) => {
      const actor = await actorOf(ledger, request);
      const { options, choices, hash, import_id } = request.body;
      // A refusal comes before the first rows; after them the answer is how far it is, and the page asks again.
      return begun(
        (progress) =>
          ledger.importSheet(actor, request.params.id, { options, choices, hash, id: import_id }, { progress }),
        () => ledger.importState(actor, import_id),
      );
    },
  );
  api.get(
    "/api/workbooks/:id/imports",
    {
      schema: {
        tags,
        summary: "这份表格的各次导入 · its imports, newest first",
        params: IdPath,
        response: { 200: ImportList, 404: Problem },
      },
    },
    async (request) => [...(await ledger.imports(await actorOf(ledger, request), request.params.id))],
  );
  api.get(
    "/api/workbooks/:id/sheet",
    {
      schema: {
        tags,
        summary: "原表（定位到一格） · the sheet around a cell",
        params: IdPath,
        querystring: SheetQuery,
        response: { 200: SheetWindowView, 404: Problem },
      },
    },
    async (request) =>
      ledger.sheetWindow(await actorOf(ledger, request), request.params.id, request.query.sheet, request.query.cell),
  );
  api.get(
    "/api/imports/:id",
    {
      schema: {
        tags,
        summary: "导入进度 · how far it is",
        params: IdPath,
        response: { 200: ImportProgressView, 404: Problem },
      },
    },
    async (request) => ledger.importState(await actorOf(ledger, request), request.params.id),
  );
  api.post(
    "/api/imports/:id/resume",
    { schema: { tags, summary: "继续中断的导入 · go on", params: IdPath, response: answers } },
    async (request) => {
      const actor = await actorOf(ledger, request);
      const { id } = request.params;
      return begun(
        (progress) => ledger.resumeImport(actor, id, { progress }),
        () => ledger.importState(actor, id),
      );
    },
  );
  api.post(
    "/api/imports/:id/cancel",
    { schema: { tags, summary: "取消 · stop between two batches", params: IdPath, response: answers } },
    async (request) => ledger.cancelImport(await actorOf(ledger, request), request.params.id),
  );
  api.post(
    "/api/imports/:id/undo",
    { schema: { tags, summary: "撤销这次导入 · take it back", params: IdPath, response: answers } },
    async (request) => ledger.undoImport(await actorOf(ledger, request), request.params.id),
  );
  api.post(
    "/api/pairs",
    {
      schema: {
        tags,
        summary: "建立协作双方 · set a pair up",
        body: PairRequest,
        response: { 200: PairView, 422: Problem },
      },
    },
    async (request) => ledger.openPair(await actorOf(ledger, request), request.body.east, request.body.west),
  );
};
