import { IdPath, Problem } from "../contract.js";
import {
  AcceptedView,
  AcceptRequest,
  DropFileRequest,
  HeldChangeView,
  HeldFilePath,
  HeldLineView,
  HeldListsView,
  MarkList,
  MarkQuery,
  MendRequest,
  MoveRequest,
  ReturnRequest,
} from "../contracts/holding.js";
import { sendOriginal } from "../file-kind.js";
import { begun, shownPlan } from "../import-reply.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";

/** 经办—审核: what waits for a colleague, accepted, sent back, taken back. */
export const holding: Route = (api, { ledger }) => {
  const tags = ["经办审核 review"];
  const refusals = { 400: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem };
  api.get(
    "/api/held-changes",
    {
      schema: {
        tags,
        summary: "待审与本人的待审、退回 · what waits, and one's own",
        response: { 200: HeldListsView, ...refusals },
      },
    },
    async (request) => ledger.heldChanges(await actorOf(ledger, request)),
  );
  api.get(
    "/api/held-changes/marks",
    {
      schema: {
        tags,
        summary: "有待审变更的行（双方单位可见） · rows with a change under review",
        querystring: MarkQuery,
        response: { 200: MarkList, ...refusals },
      },
    },
    async (request) => {
      const { record, scope, id } = request.query;
      const row = scope === undefined || id === undefined ? undefined : { scope, id };
      return ledger.heldMarks(await actorOf(ledger, request), record, row);
    },
  );
  api.get(
    "/api/held-changes/:id",
    {
      schema: {
        tags,
        summary: "一项待审变更：改前改后 · one with all that it would change",
        params: IdPath,
        response: { 200: HeldChangeView, ...refusals },
      },
    },
    async (request) => {
      const view = await ledger.heldChange(await actorOf(ledger, request), request.params.id);
      return view.import === null ? view : { ...view, import: { ...view.import, plan: shownPlan(view.import.plan) } };
    },
  );
  api.post(
    "/api/held-changes/:id/accept",
    {
      schema: {
        tags,
        summary: "审核通过，写入台账 · accept: it is carried out with both names",
        params: IdPath,
        body: AcceptRequest,
        response: { 200: AcceptedView, ...refusals },
      },
    },
    async (request) => {
      const actor = await actorOf(ledger, request);
      const { id } = request.params;
      return begun(
        (progress) => ledger.acceptHeld(actor, id, request.body, { progress }),
        async () => ({ held: await ledger.heldChange(actor, id), import: await ledger.importState(actor, id) }),
      );
    },
  );
  api.post(
    "/api/held-changes/:id/return",
    {
      schema: {
        tags,
        summary: "退回，写明理由 · send back with a reason",
        params: IdPath,
        body: ReturnRequest,
        response: { 200: HeldLineView, ...refusals },
      },
    },
    async (request) => ledger.returnHeld(await actorOf(ledger, request), request.params.id, request.body),
  );
  api.post(
    "/api/held-changes/:id/move",
    {
      schema: {
        tags,
        summary: "经办人撤回、再提交、撤销 · by its maker: back to a draft, submitted again, dropped",
        params: IdPath,
        body: MoveRequest,
        response: { 200: HeldLineView, ...refusals },
      },
    },
    async (request) => ledger.moveHeld(await actorOf(ledger, request), request.params.id, request.body),
  );
  api.patch(
    "/api/held-changes/:id",
    {
      schema: {
        tags,
        summary: "经办人修改后再提交 · its maker puts values right; it waits again",
        params: IdPath,
        body: MendRequest,
        response: { 200: HeldLineView, ...refusals },
      },
    },
    async (request) => ledger.mendHeld(await actorOf(ledger, request), request.params.id, request.body),
  );
  api.get(
    "/api/held-changes/:id/files/:file",
    { schema: { tags, summary: "随附待审的佐证原件 · a file that waits with it", params: HeldFilePath } },
    async (request, reply) => {
      const { id, file } = request.params;
      const { name, bytes } = await ledger.heldFile(await actorOf(ledger, request), id, file);
      return sendOriginal(reply, name, bytes);
    },
  );
  api.post(
    "/api/held-changes/:id/files/:file/remove",
    {
      schema: {
        tags,
        summary: "经办人取下随附的佐证 · its maker takes a file out of what waits",
        params: HeldFilePath,
        body: DropFileRequest,
        response: { 200: HeldLineView, ...refusals },
      },
    },
    async (request) => {
      const { id, file } = request.params;
      return ledger.dropHeldFile(await actorOf(ledger, request), id, file, request.body);
    },
  );
};
