import { Problem } from "../contract.js";
import {
  BackupList,
  BackupPath,
  BackupRequest,
  BackupView,
  ErasableList,
  ErasableQuery,
  ErasureList,
  ErasureRequest,
} from "../contracts/backups.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 备份、还原演练、清除. */
export const backups: Route = (api, { ledger }) => {
  const tags = ["设置 settings"];
  api.get(
    "/api/backups",
    { schema: { tags, summary: "备份 · backups", response: { 200: BackupList, 403: Problem } } },
    async (request) => ledger.backups(await actorOf(ledger, request)),
  );
  api.post(
    "/api/backups",
    {
      schema: {
        tags,
        summary: "立即备份 · back up now",
        body: BackupRequest,
        response: { 200: BackupView, 403: Problem },
      },
    },
    async (request) => ledger.backUp(await actorOf(ledger, request), request.body.command_id),
  );
  api.post(
    "/api/backups/:id/drill",
    {
      schema: {
        tags,
        summary: "还原演练 · bring a backup back aside and verify it",
        params: BackupPath,
        response: { 200: BackupView, 403: Problem, 404: Problem, 409: Problem },
      },
    },
    async (request) => ledger.drill(await actorOf(ledger, request), request.params.id),
  );
  api.get(
    "/api/erasures",
    { schema: { tags, summary: "清除记录 · what was erased", response: { 200: ErasureList, 403: Problem } } },
    async (request) => ledger.erasures(await actorOf(ledger, request)),
  );
  api.get(
    "/api/erasures/imports",
    {
      schema: {
        tags,
        summary: "一份表格的历次导入，可单独清除 · imports of a workbook that may be erased one by one",
        querystring: ErasableQuery,
        response: { 200: ErasableList, 403: Problem },
      },
    },
    async (request) => ledger.importsToErase(await actorOf(ledger, request), request.query.document),
  );
  api.post(
    "/api/erasures",
    {
      schema: {
        tags,
        summary: "彻底清除一份材料，不可恢复 · erase a document for good",
        body: ErasureRequest,
      },
    },
    async (request, reply) => {
      const { document, import: only, reason, command_id } = request.body;
      const actor = await actorOf(ledger, request);
      if (only === undefined) await ledger.erase(actor, document, reason, command_id);
      else await ledger.eraseImport(actor, only, reason, command_id);
      return reply.status(204).send();
    },
  );
};
