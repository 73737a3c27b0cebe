import { Problem } from "../contract.js";
import { ChangedSinceRequest, ChangedSinceView, ChangeFeed, ChangeRequest } from "../contracts/changes.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 变更: the feed of what was written, and what one day or week brought. */
export const changes: Route = (api, { ledger }) => {
  const tags = ["变更 changes"];
  api.get(
    "/api/changes",
    {
      schema: {
        tags,
        summary: "变更订阅：依次取得此后写入的内容 · the change feed, oldest first",
        querystring: ChangeRequest,
        response: { 200: ChangeFeed, 400: Problem, 403: Problem },
      },
    },
    async (request) => ledger.changes(await actorOf(ledger, request), request.query),
  );
  api.get(
    "/api/changes/since",
    {
      schema: {
        tags,
        summary: "一段时间以来谁改了什么 · what changed since a day, by person and ledger",
        querystring: ChangedSinceRequest,
        response: { 200: ChangedSinceView, 400: Problem, 403: Problem },
      },
    },
    async (request) => ledger.changedSince(await actorOf(ledger, request), request.query.day),
  );
};
