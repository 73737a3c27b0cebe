import { recordDefinitions } from "@shanhai/model";
import { Type } from "typebox";
import { Problem, RecordPath, RowQuery } from "../contract.js";
import { ServerError } from "../error-codes.js";
import type { Route } from "../route.js";
import { listQuery } from "../row-query.js";
import { actorOf } from "../session.js";
import { sendWorkbook } from "../workbook-reply.js";

const ExportedQuery = Type.Omit(RowQuery, ["after", "limit", "titles"]);

/** 表格: ledgers as workbooks. */
export const sheets: Route = (api, { ledger }) => {
  const known = new Set(recordDefinitions.map(({ name }) => name));
  api.get(
    "/api/records/:record/export.xlsx",
    {
      schema: {
        tags: ["表格 sheets"],
        summary: "导出台账 · a ledger as an office prints it",
        description: "条件同列表，导出全部行；名单类台账须有导出权限并留下载记录。 · All rows of the list's query.",
        params: RecordPath,
        querystring: ExportedQuery,
        produces: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
        response: { 403: Problem, 404: Problem },
      },
    },
    async (request, reply) => {
      const { record } = request.params;
      if (!known.has(record)) throw new ServerError("NOT_FOUND");
      const { name, body } = await ledger.exportSheet(
        await actorOf(ledger, request),
        record,
        listQuery(record, request.query),
      );
      return sendWorkbook(reply, name, body);
    },
  );

  api.get(
    "/api/records/:record/blank.xlsx",
    {
      schema: {
        tags: ["表格 sheets"],
        summary: "空白表 · the form of a ledger, to be filled in and imported",
        description:
          "带填表说明和下拉选项，不含数据；填好后从材料导入带回。 · Holds no rows; comes back through the import.",
        params: RecordPath,
        produces: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
        response: { 403: Problem, 404: Problem },
      },
    },
    async (request, reply) => {
      const { record } = request.params;
      if (!known.has(record)) throw new ServerError("NOT_FOUND");
      const { name, body } = await ledger.blankSheet(await actorOf(ledger, request), record);
      return sendWorkbook(reply, name, body);
    },
  );

  api.get(
    "/api/dictionary.xlsx",
    {
      schema: {
        tags: ["表格 sheets"],
        summary:
          "数据字典 · every ledger with its columns, words and steps; the dictionaries with their years and aliases",
        produces: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
        response: { 403: Problem },
      },
    },
    async (request, reply) => {
      await actorOf(ledger, request);
      const { name, body } = await ledger.dictionary();
      return sendWorkbook(reply, name, body);
    },
  );
};
