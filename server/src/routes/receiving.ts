import { Problem } from "../contract.js";
import { ReceptionPointList, ReceptionPointsQuery, ReceptionRequest, ReceptionView } from "../contracts/receiving.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 接待材料: read only; the words become a .docx by `POST /api/papers`. */
export const receiving: Route = (api, { ledger }) => {
  const tags = ["报表 reports"];
  api.get(
    "/api/reception/points",
    {
      schema: {
        tags,
        summary: "可选点位 · points to choose from",
        querystring: ReceptionPointsQuery,
        response: { 200: ReceptionPointList, 403: Problem },
      },
    },
    async (request) => ledger.receptionPoints(await actorOf(ledger, request), request.query.scope),
  );
  api.get(
    "/api/reception",
    {
      schema: {
        tags,
        summary: "接待材料：点位简介、上次议定事项、需求清单 · what a visit is prepared with",
        querystring: ReceptionRequest,
        response: { 200: ReceptionView, 403: Problem, 404: Problem },
      },
    },
    async (request) => {
      const { points, ...query } = request.query;
      const chosen = points === undefined ? [] : points.split(",");
      return ledger.receptionPaper(await actorOf(ledger, request), { ...query, points: chosen });
    },
  );
};
