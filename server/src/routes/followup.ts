import type { FollowupLight, FollowupQuery } from "@shanhai/ledger";
import { Problem, ReceiptView } from "../contract.js";
import {
  BreakDownRequest,
  FollowupBoardView,
  FollowupCountsView,
  FollowupQueryShape,
  FollowupView,
  InstructRequest,
  InstructView,
  OpenQuery,
  OpenStatements,
  OwnQuery,
  ReturnVisitList,
  ScopeQuery,
  UnansweredList,
} from "../contracts/followup.js";
import { HeldAnswer } from "../contracts/holding.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 督办: the board, what waits to be broken down, what nobody answered. */
export const followup: Route = (api, { ledger }) => {
  const tags = ["督办 follow-up"];
  const refusals = { 400: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem };
  api.get(
    "/api/followup",
    {
      schema: {
        tags,
        summary: "督办事项，按时限逐页 · tasks by time limit, page by page",
        querystring: FollowupQueryShape,
        response: { 200: FollowupBoardView, ...refusals },
      },
    },
    async (request) => {
      const { lights, ...query } = request.query;
      const asked: FollowupQuery =
        lights === undefined ? query : { ...query, lights: lights.split(",").filter(isLight) };
      return ledger.followupBoard(await actorOf(ledger, request), asked);
    },
  );
  api.get(
    "/api/followup/counts",
    {
      schema: {
        tags,
        summary: "督办情况，含各单位 · how the tasks stand, by unit",
        querystring: FollowupView,
        response: { 200: FollowupCountsView, ...refusals },
      },
    },
    async (request) => ledger.followupCounts(await actorOf(ledger, request), request.query),
  );
  api.get(
    "/api/followup/open",
    {
      schema: {
        tags,
        summary: "待分解的议定事项与表态 · what waits to be broken down",
        querystring: OpenQuery,
        response: { 200: OpenStatements, ...refusals },
      },
    },
    async (request) => ledger.openStatements(await actorOf(ledger, request), request.query),
  );
  api.post(
    "/api/followup/breakdown",
    {
      schema: {
        tags,
        summary: "分解为督办事项 · break statements down to tasks",
        body: BreakDownRequest,
        response: { 200: ReceiptView, 202: HeldAnswer, ...refusals },
      },
    },
    async (request) => ledger.breakDown(await actorOf(ledger, request), request.body),
  );
  api.post(
    "/api/followup/instructions",
    {
      schema: {
        tags,
        summary: "领导批示及其事项 · a leader's instruction and its tasks",
        body: InstructRequest,
        response: { 200: InstructView, 202: HeldAnswer, ...refusals },
      },
    },
    async (request) => ledger.instruct(await actorOf(ledger, request), request.body),
  );
  api.get(
    "/api/followup/unanswered",
    {
      schema: {
        tags,
        summary: "我方未获回应的需求 · own asks that nobody answered",
        querystring: OwnQuery,
        response: { 200: UnansweredList, ...refusals },
      },
    },
    async (request) => ledger.unanswered(await actorOf(ledger, request), request.query),
  );
  api.get(
    "/api/followup/return-visits",
    {
      schema: {
        tags,
        summary: "承诺的回访与可能对应的互访 · promised return visits and later visits that may be them",
        querystring: ScopeQuery,
        response: { 200: ReturnVisitList, ...refusals },
      },
    },
    async (request) => ledger.returnVisits(await actorOf(ledger, request), request.query),
  );
};

const LIGHTS: ReadonlySet<string> = new Set<FollowupLight>(["late", "soon", "on_track", "moving", "done", "dropped"]);

function isLight(light: string): light is FollowupLight {
  return LIGHTS.has(light);
}
