import type { Acceptance, Accepted, HeldLine, HeldLists, HeldMark, HeldView, Settling } from "@shanhai/ledger";
import type { FieldValue } from "@shanhai/model";
import { type TSchema, Type } from "typebox";
import { ImportProgressView } from "./importing.js";

/** 经办—审核: what these routes take and give. */
const owned = <T>(schema: TSchema) => Type.Unsafe<T>(schema);
const id = (description: string) => Type.String({ format: "uuid", description });
const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()]);
const version = Type.String({ pattern: "^[1-9][0-9]{0,18}$", description: "所见版本 · the version that was seen" });
const command_id = id("同一次提交重发时不变 · the same for every retry");
const field = Type.String({ pattern: "^[a-z][a-z0-9_]{0,40}$" });
const rowKey = Type.String({ pattern: "^[a-z_]{1,40}/[0-9a-f-]{36}/[0-9a-f-]{36}$", description: "台账/范围/编号" });

const LineShape = Type.Object({
  id: id("待审变更 · the change under review"),
  version: Type.String(),
  kind: Type.String({ enum: ["rows", "import", "undo"] }),
  state: Type.String({ enum: ["draft", "waiting", "accepted", "returned", "dropped"] }),
  scope_id: id("结对或单位"),
  records: Type.Array(Type.String()),
  title: Type.String(),
  reason: Type.String(),
  maker: Type.String({ description: "经办人" }),
  made_at: Type.String(),
  checker: orNull(Type.String()),
  checked_at: orNull(Type.String()),
  check_kind: orNull(Type.String({ enum: ["checked", "self_checked"] })),
  note: orNull(Type.String({ description: "退回理由" })),
  own: Type.Boolean(),
  may_check: Type.Boolean(),
});
export const HeldLineView = owned<HeldLine>(LineShape);

/** The answer of a door where the office wants 经办—审核: nothing is written, the change waits. */
export const HeldAnswer = owned<{ readonly held: HeldLine }>(
  Type.Object(
    { held: LineShape },
    {
      $id: "HeldAnswer",
      description:
        "本单位对这个台账实行经办—审核：没有写入，已提交审核 · nothing is written yet; a colleague reviews it",
    },
  ),
);

export const HeldListsView = owned<HeldLists>(
  Type.Object({
    to_check: Type.Array(LineShape, { description: "待审，先到先审 · to be checked, the oldest first" }),
    own: Type.Array(LineShape, { description: "本人的草稿、待审、退回 · own ones that are not settled" }),
    one_person: Type.Boolean({ description: "一人办公 · an office of one person" }),
  }),
);
export const HeldChangeView = owned<HeldView>(
  Type.Object(
    { id: id("待审变更"), version: Type.String() },
    {
      $id: "HeldChange",
      additionalProperties: true,
      description:
        "逐行逐项：改前、改后、现在，冲突的项；随附的佐证；导入为其预演 · before, after and now, field by field, and the files that wait",
    },
  ),
);
export const AcceptRequest = owned<Acceptance>(
  Type.Object(
    {
      version,
      command_id,
      seen: Type.Optional(
        Type.Record(rowKey, orNull(version), { description: "所见各行的版本 · versions that were seen" }),
      ),
      settled: Type.Optional(
        Type.Record(rowKey, Type.Record(field, Type.String({ enum: ["asked", "now"] })), {
          description: "冲突的项以哪个为准 · which holds where both changed a field",
        }),
      ),
      hash: Type.Optional(
        Type.String({ pattern: "^[0-9a-f]{64}$", description: "导入：所见预演 · the preview that was seen" }),
      ),
      missing: Type.Optional(
        Type.Record(Type.String({ maxLength: 200 }), Type.String({ enum: ["end", "remove", "omitted", "ignore"] }), {
          description: "导入：本次缺失的行如何处理",
        }),
      ),
      skip: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50_000, description: "剔除的行" })),
    },
    { additionalProperties: false },
  ),
);
export const AcceptedView = owned<Accepted>(
  Type.Object({ held: LineShape, import: orNull(ImportProgressView) }, { $id: "AcceptedChange" }),
);
export const ReturnRequest = Type.Object(
  { version, command_id, note: Type.String({ maxLength: 500, description: "退回理由 · why" }) },
  { additionalProperties: false },
);
export const MoveRequest = owned<Settling & { readonly to: "draft" | "waiting" | "dropped" }>(
  Type.Object(
    {
      version,
      command_id,
      to: Type.String({ enum: ["draft", "waiting", "dropped"], description: "撤回、提交、撤销" }),
    },
    { additionalProperties: false },
  ),
);
export const MendRequest = owned<Settling & { readonly values: { readonly [field: string]: FieldValue } }>(
  Type.Object({ version, command_id, values: Type.Record(field, Type.Unknown()) }, { additionalProperties: false }),
);
export const HeldFilePath = Type.Object({ id: id("待审变更"), file: id("随附的佐证 · a file that waits with it") });
export const DropFileRequest = Type.Object({ version, command_id }, { additionalProperties: false });
export const MarkQuery = Type.Object({
  record: Type.String({ pattern: "^[a-z_]{1,40}$" }),
  scope: Type.Optional(id("范围")),
  id: Type.Optional(id("台账行")),
});
export const MarkList = owned<readonly HeldMark[]>(
  Type.Array(
    Type.Object({
      scope_id: id("范围"),
      row: id("台账行"),
      held: orNull(id("待审变更；他方只见有标记 · null for the other side")),
      maker: orNull(Type.String()),
    }),
  ),
);
