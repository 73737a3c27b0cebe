import { recordDefinitions } from "@shanhai/model";
import { Problem, ReceiptView, RecordPath, RowPath } from "../contract.js";
import { HeldAnswer } from "../contracts/holding.js";
import { ChangeRequest, CreateRequest, RegisteredView, RemoveRequest, StepRequest } from "../contracts/registering.js";
import { ServerError } from "../error-codes.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 登记: rows of any ledger by hand. */
export const registering: Route = (api, { ledger }) => {
  const tags = ["台账 records"];
  const refusals = { 202: HeldAnswer, 400: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem };
  const known = new Set(recordDefinitions.map((definition) => definition.name));
  const record = (name: string): string => {
    if (!known.has(name)) throw new ServerError("NOT_FOUND");
    return name;
  };
  api.post(
    "/api/records/:record",
    {
      schema: {
        tags,
        summary: "新增一行 · make a row",
        params: RecordPath,
        body: CreateRequest,
        response: { 200: RegisteredView, ...refusals },
      },
    },
    async (request) => ledger.createRow(await actorOf(ledger, request), record(request.params.record), request.body),
  );
  api.patch(
    "/api/records/:record/:scope/:id",
    {
      schema: {
        tags,
        summary: "修改一行，未提到的字段不变 · change fields of a row; the others stay",
        params: RowPath,
        body: ChangeRequest,
        response: { 200: RegisteredView, ...refusals },
      },
    },
    async (request) => {
      const { record: name, scope, id } = request.params;
      return ledger.changeRow(await actorOf(ledger, request), record(name), scope, id, request.body);
    },
  );
  api.post(
    "/api/records/:record/:scope/:id/step",
    {
      schema: {
        tags,
        summary: "办理下一步 · take a step of the life-cycle",
        params: RowPath,
        body: StepRequest,
        response: { 200: RegisteredView, ...refusals },
      },
    },
    async (request) => {
      const { record: name, scope, id } = request.params;
      const { values = {}, ...step } = request.body;
      return ledger.stepRow(await actorOf(ledger, request), record(name), scope, id, { ...step, values });
    },
  );
  api.post(
    "/api/records/:record/:scope/:id/remove",
    {
      schema: {
        tags,
        summary: "删除一行，历史保留 · remove a row; its history stays",
        params: RowPath,
        body: RemoveRequest,
        response: { 200: ReceiptView, ...refusals },
      },
    },
    async (request) => {
      const { record: name, scope, id } = request.params;
      return ledger.removeRow(await actorOf(ledger, request), record(name), scope, id, request.body);
    },
  );
};
