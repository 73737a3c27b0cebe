import type { RememberedKind } from "@shanhai/ledger";
import { Type } from "typebox";
import { IdPath, Problem } from "../contract.js";
import { ImportMappingList, RenameRequest, TemplateBindingList } from "../contracts/remembering.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 记住的表样: `import-mappings` of 表格导入, `template-bindings` of 模板填报. */
export const remembering: Route = (api, { ledger }) => {
  const tags = ["记住的表样 remembered layouts"];
  const done = { 204: Type.Null(), 403: Problem, 404: Problem };
  api.get(
    "/api/import-mappings",
    {
      schema: {
        tags,
        summary: "记住的列对应和说明 · mappings kept for layouts",
        response: { 200: ImportMappingList, 403: Problem },
      },
    },
    async (request) => ledger.importMappings(await actorOf(ledger, request)),
  );
  api.get(
    "/api/template-bindings",
    {
      schema: {
        tags,
        summary: "记住的填报位置 · forms whose places are bound",
        response: { 200: TemplateBindingList, 403: Problem },
      },
    },
    async (request) => ledger.templateBindings(await actorOf(ledger, request)),
  );
  const kinds: readonly (readonly [path: string, kind: RememberedKind])[] = [
    ["/api/import-mappings/:id", "mapping"],
    ["/api/template-bindings/:id", "template"],
  ];
  for (const [path, kind] of kinds) {
    api.patch(
      path,
      { schema: { tags, summary: "改名 · rename", params: IdPath, body: RenameRequest, response: done } },
      async (request, reply) => {
        const { name, command_id } = request.body;
        await ledger.renameRemembered(await actorOf(ledger, request), kind, request.params.id, name, command_id);
        return reply.code(204).send(null);
      },
    );
    api.delete(
      path,
      { schema: { tags, summary: "不再记住 · forget", params: IdPath, response: done } },
      async (request, reply) => {
        await ledger.forgetRemembered(await actorOf(ledger, request), kind, request.params.id);
        return reply.code(204).send(null);
      },
    );
  }
};
