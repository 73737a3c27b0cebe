import { Problem, ReceiptView } from "../contract.js";
import { HeldAnswer } from "../contracts/holding.js";
import {
  MoneyBoardView,
  MoneyQueryShape,
  PaymentPath,
  PaymentRequest,
  PaymentView,
  WithdrawPayment,
} from "../contracts/money.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 资金: the board, and payments as they were signed. */
export const money: Route = (api, { ledger }) => {
  const tags = ["资金 money"];
  const refusals = { 400: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem };
  api.get(
    "/api/money",
    {
      schema: {
        tags,
        summary: "资金一览：来源、在途、支付、支付率 · where the money is",
        querystring: MoneyQueryShape,
        response: { 200: MoneyBoardView, ...refusals },
      },
    },
    async (request) => {
      const { as_of, ...query } = request.query;
      return ledger.moneyBoard(await actorOf(ledger, request), as_of === undefined ? query : { ...query, asOf: as_of });
    },
  );
  api.post(
    "/api/money/payments",
    {
      schema: {
        tags,
        summary: "登记支付（按资金来源） · register a payment by source of funds",
        body: PaymentRequest,
        response: { 200: PaymentView, 202: HeldAnswer, ...refusals },
      },
    },
    async (request) => ledger.registerPayment(await actorOf(ledger, request), request.body),
  );
  api.post(
    "/api/money/payments/:scope/:id/withdraw",
    {
      schema: {
        tags,
        summary: "撤回支付登记 · take a payment back",
        params: PaymentPath,
        body: WithdrawPayment,
        response: { 200: ReceiptView, 202: HeldAnswer, ...refusals },
      },
    },
    async (request) => {
      const { scope, id } = request.params;
      return ledger.withdrawPayment(await actorOf(ledger, request), scope, id, request.body);
    },
  );
};
