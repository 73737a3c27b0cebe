import type { WordsFile } from "@shanhai/ledger";
import { Problem } from "../contract.js";
import {
  DictionaryAliasRequest,
  DictionaryBookView,
  DictionaryEntryRequest,
  DictionaryHistoryView,
  DictionaryPath,
  DictionaryRemoval,
  DictionarySheetAcceptance,
  DictionarySheetQuery,
  DictionaryWordPath,
  ScopePlacesView,
  WordsPlanView,
} from "../contracts/wording.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";
import { takeUploads } from "../take-uploads.js";

type SheetOf = { readonly name: string; readonly year?: number; readonly source?: string };

function fileOf({ name, year, source }: SheetOf, body: Buffer | undefined): WordsFile {
  return { name, year: year ?? null, source: source ?? "", bytes: body ?? new Uint8Array() };
}

/** 字典: what funds, classes, grades are called in which years, by which paper; and what places call them. */
export const wording: Route = (api, context) => {
  const { ledger } = context;
  const tags = ["字典 dictionaries"];
  const set = { 200: DictionaryBookView, 400: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem };
  api.get(
    "/api/dictionaries",
    {
      schema: {
        tags,
        summary: "全部字典 · all dictionaries, by name and year",
        response: { 200: DictionaryBookView, 403: Problem },
      },
    },
    async (request) => ledger.dictionaries(await actorOf(ledger, request)),
  );
  api.get(
    "/api/dictionaries/places",
    {
      schema: {
        tags,
        summary: "各结对双方的地区：填报时按当地叫法读取 · where the rows of each scope belong",
        response: { 200: ScopePlacesView, 403: Problem },
      },
    },
    async (request) => ledger.scopePlaces(await actorOf(ledger, request)),
  );
  api.get(
    "/api/dictionaries/:name/history",
    {
      schema: {
        tags,
        summary: "历次变更 · what was set, changed and taken back",
        params: DictionaryPath,
        response: { 200: DictionaryHistoryView, 403: Problem, 404: Problem },
      },
    },
    async (request) => ledger.dictionaryHistory(await actorOf(ledger, request), request.params.name),
  );
  api.put(
    "/api/dictionaries/:name/entries",
    {
      schema: {
        tags,
        summary: "新增、改名、截止一项 · adds, renames or ends an entry, from a year on",
        params: DictionaryPath,
        body: DictionaryEntryRequest,
        response: set,
      },
    },
    async (request) => ledger.setEntry(await actorOf(ledger, request), request.params.name, request.body),
  );
  api.post(
    "/api/dictionaries/:name/aliases",
    {
      schema: {
        tags,
        summary: "登记别名（地区、年度） · records another name, by place and years",
        params: DictionaryPath,
        body: DictionaryAliasRequest,
        response: set,
      },
    },
    async (request) => ledger.addAlias(await actorOf(ledger, request), request.params.name, request.body),
  );
  api.register(async (upload) => {
    takeUploads(upload, context);
    upload.post<{ Params: { name: string }; Querystring: SheetOf; Body: Buffer | undefined }>(
      "/api/dictionaries/:name/sheet/preview",
      {
        schema: {
          tags,
          summary: "从表格导入各项：预演（请求体为文件原样） · what a sheet of items would set",
          params: DictionaryPath,
          querystring: DictionarySheetQuery,
          response: { 200: WordsPlanView, 403: Problem, 404: Problem, 413: Problem, 422: Problem },
        },
      },
      async (request) => {
        const { params, query, body } = request;
        return ledger.planWords(await actorOf(ledger, request), params.name, fileOf(query, body));
      },
    );
    upload.post<{
      Params: { name: string };
      Querystring: SheetOf & { hash: string; command_id: string };
      Body: Buffer | undefined;
    }>(
      "/api/dictionaries/:name/sheet",
      {
        schema: {
          tags,
          summary: "从表格导入各项：写入（请求体为同一文件） · sets what the preview of the same file showed",
          params: DictionaryPath,
          querystring: DictionarySheetAcceptance,
          response: { ...set, 413: Problem },
        },
      },
      async (request) => {
        const { params, query, body } = request;
        const { hash, command_id } = query;
        const file = fileOf(query, body);
        return ledger.importWords(await actorOf(ledger, request), params.name, file, { hash, command_id });
      },
    );
  });
  api.post(
    "/api/dictionaries/:name/:kind/:id/removal",
    {
      schema: {
        tags,
        summary: "撤销本单位的设置 · takes back what was set here",
        params: DictionaryWordPath,
        body: DictionaryRemoval,
        response: set,
      },
    },
    async (request) => {
      const { name, kind, id } = request.params;
      return ledger.removeWord(await actorOf(ledger, request), name, kind, id, request.body);
    },
  );
};
