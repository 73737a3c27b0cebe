import { Problem } from "../contract.js";
import { SearchRequest, SearchView } from "../contracts/search.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 检索: one question over documents, records, people and units. What is looked for may be a private name: it comes in the body, never in an address. */
export const search: Route = (api, { ledger }) => {
  api.post(
    "/api/search",
    {
      schema: {
        tags: ["检索 search"],
        summary: "检索 · search",
        body: SearchRequest,
        response: { 200: SearchView, 400: Problem, 404: Problem },
      },
    },
    async (request) => ledger.search(await actorOf(ledger, request), request.body),
  );
};
