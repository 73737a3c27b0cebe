import { Problem } from "../contract.js";
import {
  BoardChoices,
  BoardProgressView,
  BoardRequest,
  BoardRowsRequest,
  BoardRowsView,
  BoardView,
  YearsRequest,
  YearsView,
} from "../contracts/indicators.js";
import { countingNow } from "../counting-now.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 指标: boards, the rows behind a number, one indicator over the years. */
export const indicators: Route = (api, { ledger }) => {
  const tags = ["指标 indicators"];
  const counting = countingNow();
  const refusals = { 400: Problem, 403: Problem, 404: Problem };
  api.get(
    "/api/boards",
    { schema: { tags, summary: "可打开的指标表 · the boards to choose from", response: { 200: BoardChoices } } },
    async (request) => ledger.boards(await actorOf(ledger, request)),
  );
  api.get(
    "/api/board",
    {
      schema: {
        tags,
        summary: "一个月的指标表 · the board of a month",
        querystring: BoardRequest,
        response: { 200: BoardView, ...refusals },
      },
    },
    async (request) => {
      const actor = await actorOf(ledger, request);
      return counting.during(actor, request.query, (progress) => ledger.board(actor, asked(request.query), progress));
    },
  );
  api.get(
    "/api/board/progress",
    {
      schema: {
        tags,
        summary: "历史时点、截至日、去重的指标表数到哪里 · how far a board that is being counted is",
        description: "条件同指标表；问的是自己正在数的那一份。 · The same query as the board's, of one's own.",
        querystring: BoardRequest,
        response: { 200: BoardProgressView, 400: Problem },
      },
    },
    async (request) => counting.progress(await actorOf(ledger, request), request.query),
  );
  api.get(
    "/api/board/rows",
    {
      schema: {
        tags,
        summary: "数字背后的台账行 · the rows behind a number",
        querystring: BoardRowsRequest,
        response: { 200: BoardRowsView, ...refusals },
      },
    },
    async (request) => ledger.boardRows(await actorOf(ledger, request), asked(request.query)),
  );
  api.get(
    "/api/board/years",
    {
      schema: {
        tags,
        summary: "历年同期，口径变更处断开 · the same month over the years",
        querystring: YearsRequest,
        response: { 200: YearsView, ...refusals },
      },
    },
    async (request) => ledger.indicatorYears(await actorOf(ledger, request), request.query),
  );
};

/** The query in the ledger's words. */
function asked<Q extends { readonly as_of?: string }>({ as_of, ...query }: Q) {
  return { ...query, ...(as_of === undefined ? {} : { asOf: as_of }) };
}
