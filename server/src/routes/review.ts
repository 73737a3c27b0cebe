import { DecideRequest, IdPath, PlanRequest, PlanView, Problem, ReceiptView, UndoRequest } from "../contract.js";
import { HeldAnswer } from "../contracts/holding.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 核对: what would be written, writing exactly that, taking it back. */
export const review: Route = (api, { ledger }) => {
  const tags = ["核对 review"];
  api.post(
    "/api/documents/:id/plan",
    {
      schema: {
        tags,
        summary: "预览将写入的内容 · what would be written",
        params: IdPath,
        body: PlanRequest,
        response: { 200: PlanView, 409: Problem },
      },
    },
    async (request) => ledger.plan(await actorOf(ledger, request), request.params.id, request.body.decisions),
  );
  api.post(
    "/api/documents/:id/decisions",
    {
      schema: {
        tags,
        summary: "按预览写入 · write exactly the plan shown",
        params: IdPath,
        body: DecideRequest,
        response: { 200: ReceiptView, 202: HeldAnswer, 409: Problem },
      },
    },
    async (request) => {
      const { decisions, plan_hash, command_id } = request.body;
      return ledger.decide(await actorOf(ledger, request), request.params.id, decisions, plan_hash, command_id);
    },
  );
  api.post(
    "/api/documents/:id/undo",
    {
      schema: {
        tags,
        summary: "撤销 · take the last decision on a fact back",
        params: IdPath,
        body: UndoRequest,
        response: { 200: ReceiptView, 202: HeldAnswer, 409: Problem },
      },
    },
    async (request) =>
      ledger.undo(await actorOf(ledger, request), request.params.id, request.body.fact, request.body.command_id),
  );
};
