import { recordDefinitions } from "@shanhai/model";
import { Problem } from "../contract.js";
import { SavedViewList, SavedViewRequest, ViewPath, ViewsPath } from "../contracts/viewing.js";
import { ServerError } from "../error-codes.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 台账视图: kept for the person, and for the office where he shares them. */
export const viewing: Route = (api, { ledger }) => {
  const tags = ["台账视图 views"];
  const response = { 200: SavedViewList, 403: Problem, 404: Problem };
  const known = new Set(recordDefinitions.map(({ name }) => name));
  const record = (name: string): string => {
    if (!known.has(name)) throw new ServerError("NOT_FOUND");
    return name;
  };
  api.get(
    "/api/views/:record",
    { schema: { tags, summary: "本人和本单位的视图 · own and shared views", params: ViewsPath, response } },
    async (request) => ledger.savedViews(await actorOf(ledger, request), record(request.params.record)),
  );
  api.post(
    "/api/views/:record",
    { schema: { tags, summary: "保存视图 · keep a view", params: ViewsPath, body: SavedViewRequest, response } },
    async (request) => ledger.saveView(await actorOf(ledger, request), record(request.params.record), request.body),
  );
  api.delete(
    "/api/views/:record/:id",
    { schema: { tags, summary: "删除视图 · remove a view", params: ViewPath, response } },
    async (request) =>
      ledger.removeView(await actorOf(ledger, request), record(request.params.record), request.params.id),
  );
};
