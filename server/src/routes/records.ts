import { recordDefinitions } from "@shanhai/model";
import {
  DefinitionList,
  HistoryView,
  Problem,
  RecordPath,
  ReferringList,
  ReferringNext,
  ReferringPath,
  ReferringStart,
  RowAsOf,
  RowPage,
  RowPath,
  RowQuery,
  RowView,
  SourceList,
} from "../contract.js";
import { ExtentQuery, ExtentView } from "../contracts/extent.js";
import { ServerError } from "../error-codes.js";
import type { Route } from "../route.js";
import { asked, listQuery } from "../row-query.js";
import { actorOf } from "../session.js";

/** 台账: every record by the same routes, from its definition. */
export const records: Route = (api, { ledger }) => {
  const tags = ["台账 records"];
  const known = new Set(recordDefinitions.map((definition) => definition.name));
  const record = (name: string): string => {
    if (!known.has(name)) throw new ServerError("NOT_FOUND");
    return name;
  };
  api.get(
    "/api/records",
    { schema: { tags, summary: "台账种类与字段 · the record definitions", response: { 200: DefinitionList } } },
    async (request) => {
      return ledger.definitions(await actorOf(ledger, request));
    },
  );
  api.get(
    "/api/records/:record",
    {
      schema: {
        tags,
        summary: "列表 · list",
        params: RecordPath,
        querystring: RowQuery,
        response: { 200: RowPage, 404: Problem },
      },
    },
    async (request) => {
      const actor = await actorOf(ledger, request);
      const name = record(request.params.record);
      return ledger.list(actor, name, listQuery(name, request.query));
    },
  );
  api.get(
    "/api/records/:record/extent",
    {
      schema: {
        tags,
        summary:
          "列表有多长、各段从哪里开始，逐段给出 · how long a list is and where its windows begin, piece by piece",
        params: RecordPath,
        querystring: ExtentQuery,
        response: { 200: ExtentView, 404: Problem },
      },
    },
    async (request) => {
      const actor = await actorOf(ledger, request);
      const name = record(request.params.record);
      return ledger.extent(actor, name, listQuery(name, request.query));
    },
  );
  api.get(
    "/api/records/:record/:scope/:id",
    {
      schema: {
        tags,
        summary: "一行 · one row",
        params: RowPath,
        querystring: RowAsOf,
        response: { 200: RowView, 404: Problem },
      },
    },
    async (request) => {
      const { record: name, scope, id } = request.params;
      const row = await ledger.get(await actorOf(ledger, request), record(name), scope, id, request.query.as_of);
      if (row === null) throw new ServerError("NOT_FOUND");
      return row;
    },
  );
  api.get(
    "/api/records/:record/:scope/:id/history",
    { schema: { tags, summary: "历次变更 · history", params: RowPath, response: { 200: HistoryView, 404: Problem } } },
    async (request) => {
      const { record: name, scope, id } = request.params;
      return ledger.history(await actorOf(ledger, request), record(name), scope, id);
    },
  );
  api.get(
    "/api/records/:record/:scope/:id/sources",
    { schema: { tags, summary: "出处 · sources", params: RowPath, response: { 200: SourceList, 404: Problem } } },
    async (request) => {
      const { record: name, scope, id } = request.params;
      return ledger.sources(await actorOf(ledger, request), record(name), scope, id);
    },
  );
  api.get(
    "/api/records/:record/:scope/:id/referring",
    {
      schema: {
        tags,
        summary: "引用本条的台账，按台账与字段分列 · the rows that point to this one, by record and field",
        params: RowPath,
        querystring: ReferringStart,
        response: { 200: ReferringList, 404: Problem },
      },
    },
    async (request) => {
      const { record: name, scope, id } = request.params;
      return ledger.referring(await actorOf(ledger, request), record(name), scope, id, asked(request.query));
    },
  );
  api.get(
    "/api/records/:record/:scope/:id/referring/:from/:field",
    {
      schema: {
        tags,
        summary: "其中一列，逐页 · one kind of them, page by page",
        params: ReferringPath,
        querystring: ReferringNext,
        response: { 200: RowPage, 400: Problem, 404: Problem },
      },
    },
    async (request) => {
      const { record: name, scope, id, from, field } = request.params;
      const target = { record: record(name), scopeId: scope, id, from: record(from), field };
      return ledger.referringPage(await actorOf(ledger, request), target, asked(request.query));
    },
  );
};
