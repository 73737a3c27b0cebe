import { Problem } from "../contract.js";
import { BoardProgressView } from "../contracts/indicators.js";
import { ReportList, ReportPath, ReportRequest, ReportView } from "../contracts/reports.js";
import { countingNow } from "../counting-now.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 报表: the list, and one by its name. */
export const reports: Route = (api, { ledger }) => {
  const tags = ["报表 reports"];
  const counting = countingNow();
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
    async (request) => {
      const actor = await actorOf(ledger, request);
      const { name } = request.params;
      return counting.during(actor, { name, ...request.query }, (progress) =>
        ledger.report(actor, name, request.query, progress),
      );
    },
  );
  api.get(
    "/api/reports/:name/progress",
    {
      schema: {
        tags,
        summary: "历史时点的报表数到哪里 · how far a report of a past day is",
        description: "条件同报表；问的是自己正在数的那一份。 · The same query as the report's, of one's own.",
        params: ReportPath,
        querystring: ReportRequest,
        response: { 200: BoardProgressView, 400: Problem },
      },
    },
    async (request) =>
      counting.progress(await actorOf(ledger, request), { name: request.params.name, ...request.query }),
  );
};
