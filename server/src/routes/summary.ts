import { SummaryView } from "../contract.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 概况: what the ledger holds and what waits. */
export const summary: Route = (api, { ledger }) => {
  api.get(
    "/api/summary",
    { schema: { tags: ["概况 summary"], summary: "库内概况 · what the ledger holds", response: { 200: SummaryView } } },
    async (request) => ledger.summary(await actorOf(ledger, request)),
  );
};
