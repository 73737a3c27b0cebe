import { Problem } from "../contract.js";
import { ReportList, ReportPath, ReportRequest, ReportView } from "../contracts/reports.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 报表: the list, and one by its name. */
export const reports: Route = (api, { ledger }) => {
  const tags = ["报表 reports"];
  api.get(
    "/api/reports",
    { schema: { tags, summary: "报表目录 · the reports there are", response: { 200: ReportList } } },
    async (request) => {
      await actorOf(ledger, request);
      return [...ledger.reportNames()];
    },
  );
  api.get(
    "/api/reports/:name",
    {
      schema: {
        tags,
        summary: "一张报表 · one report",
        params: ReportPath,
        querystring: ReportRequest,
        response: { 200: ReportView, 400: Problem, 403: Problem, 404: Problem },
      },
    },
    async (request) => ledger.report(await actorOf(ledger, request), request.params.name, request.query),
  );
};
