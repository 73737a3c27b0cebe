import { recordDefinitions } from "@shanhai/model";
import { Problem, ReceiptView, RowPath } from "../contract.js";
import { HeldAnswer } from "../contracts/holding.js";
import { AttachedView, ProofList, ProofPath, ProofQuery, RemoveRequest } from "../contracts/registering.js";
import { ServerError } from "../error-codes.js";
import { sendOriginal } from "../file-kind.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";
import { takeUploads } from "../take-uploads.js";

/** 佐证材料: attached, listed, opened, taken back. */
export const evidence: Route = (api, context) => {
  const { ledger } = context;
  const tags = ["佐证 proofs"];
  const refusals = { 400: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem };
  const known = new Set(recordDefinitions.map((definition) => definition.name));
  const proven = ({ record, scope, id }: { record: string; scope: string; id: string }) => {
    if (!known.has(record)) throw new ServerError("NOT_FOUND");
    return { record, scope_id: scope, id };
  };
  api.get(
    "/api/records/:record/:scope/:id/proofs",
    { schema: { tags, summary: "佐证材料 · proofs", params: RowPath, response: { 200: ProofList, ...refusals } } },
    async (request) => ledger.proofs(await actorOf(ledger, request), proven(request.params)),
  );
  api.register(async (upload) => {
    takeUploads(upload, context);
    upload.post<{
      Params: { record: string; scope: string; id: string };
      Querystring: {
        name: string;
        strength: "A" | "B" | "C";
        field?: string;
        formed?: string;
        collected?: string;
        note?: string;
        ask?: boolean;
        command_id: string;
      };
      Body: Buffer | undefined;
    }>(
      "/api/records/:record/:scope/:id/proofs",
      {
        schema: {
          tags,
          summary: "上传佐证材料（请求体为文件原样） · attach a proof; the body is the file as it is",
          params: RowPath,
          querystring: ProofQuery,
          response: { 200: AttachedView, 202: HeldAnswer, ...refusals },
        },
      },
      async (request) =>
        ledger.attachProof(await actorOf(ledger, request), proven(request.params), {
          ...request.query,
          bytes: request.body ?? new Uint8Array(),
        }),
    );
  });
  api.get(
    "/api/records/:record/:scope/:id/proofs/:proof/file",
    { schema: { tags, summary: "佐证原件 · the file of a proof", params: ProofPath } },
    async (request, reply) => {
      const actor = await actorOf(ledger, request);
      const { name, bytes } = await ledger.proofFile(actor, proven(request.params), request.params.proof);
      return sendOriginal(reply, name, bytes);
    },
  );
  api.post(
    "/api/records/:record/:scope/:id/proofs/:proof/remove",
    {
      schema: {
        tags,
        summary: "撤下佐证，原件保留 · take a proof back; the file stays",
        params: ProofPath,
        body: RemoveRequest,
        response: { 200: ReceiptView, 202: HeldAnswer, ...refusals },
      },
    },
    async (request) =>
      ledger.detachProof(await actorOf(ledger, request), proven(request.params), request.params.proof, request.body),
  );
};
