import { Problem } from "../contract.js";
import {
  IndicatorResetRequest,
  IndicatorRulePath,
  IndicatorRuleRequest,
  IndicatorSetPath,
  IndicatorSetQuery,
  IndicatorSetView,
  PaceRequest,
} from "../contracts/indicators.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 指标口径: windows, cut-offs, units, rules, evidence and the pace rule of a year, shown and set. */
export const indicatorSets: Route = (api, { ledger }) => {
  const tags = ["指标 indicators"];
  const response = { 200: IndicatorSetView, 400: Problem, 403: Problem };
  const set = { ...response, 409: Problem, 422: Problem };
  api.get(
    "/api/indicator-sets",
    {
      schema: {
        tags,
        summary: "一个年度的指标口径与序时参数 · what the indicators mean in a year",
        querystring: IndicatorSetQuery,
        response,
      },
    },
    async (request) => ledger.indicatorSet(await actorOf(ledger, request), request.query.year),
  );
  api.put(
    "/api/indicator-sets/:year/indicators/:code",
    {
      schema: {
        tags,
        summary: "设置指标口径（自本年度起） · sets an indicator's definition from this year on",
        params: IndicatorRulePath,
        body: IndicatorRuleRequest,
        response: set,
      },
    },
    async (request) => {
      const { year, code } = request.params;
      return ledger.setIndicator(await actorOf(ledger, request), year, code, request.body);
    },
  );
  api.post(
    "/api/indicator-sets/:year/indicators/:code/reset",
    {
      schema: {
        tags,
        summary: "撤销本年度起的口径设置 · takes back what was set from this year",
        params: IndicatorRulePath,
        body: IndicatorResetRequest,
        response: set,
      },
    },
    async (request) => {
      const { year, code } = request.params;
      return ledger.resetIndicator(await actorOf(ledger, request), year, code, request.body);
    },
  );
  api.put(
    "/api/indicator-sets/:year/pace",
    {
      schema: {
        tags,
        summary: "设置序时参数（自本年度起） · sets the pace rule from this year on",
        params: IndicatorSetPath,
        body: PaceRequest,
        response: set,
      },
    },
    async (request) => ledger.setPace(await actorOf(ledger, request), request.params.year, request.body),
  );
};
