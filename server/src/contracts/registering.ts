import type { AttachedProof, Proof, Registered } from "@shanhai/ledger";
import type { FieldValue } from "@shanhai/model";
import { type TSchema, Type } from "typebox";
import { ReceiptView, RowView } from "../contract.js";

/** 登记与佐证: what these routes take and give. */
const owned = <T>(schema: TSchema) => Type.Unsafe<T>(schema);

const id = (description: string) => Type.String({ format: "uuid", description });
const values = owned<{ readonly [field: string]: FieldValue }>(
  Type.Record(Type.String({ pattern: "^[a-z][a-z0-9_]{0,40}$" }), Type.Unknown(), {
    description:
      "字段与值；金额为分，日期为 2023-11、2023-11-30 等 · fields and values; money in 分, dates in ISO form",
  }),
);
const version = Type.String({ pattern: "^[1-9][0-9]{0,18}$", description: "所见版本 · the version that was seen" });
const command_id = id("同一次提交重发时不变 · the same for every retry of one submission");
const reason = Type.String({ maxLength: 2000, description: "说明 · why" });
const texts = Type.Array(Type.Object({ code: Type.String(), zh: Type.String(), en: Type.String() }));
const day = Type.Optional(
  Type.String({
    pattern: "^(?:[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?|--[0-9]{2}-[0-9]{2})$",
    description: "日期 · a day",
  }),
);

export const CreateRequest = Type.Object(
  { scope_id: id("结对、单位，或基础信息的全零编号 · a pair, a party, or the nil id"), values, command_id, reason },
  { additionalProperties: false },
);
export const ChangeRequest = Type.Object({ version, values, command_id, reason }, { additionalProperties: false });
export const StepRequest = Type.Object(
  {
    to: Type.String({ pattern: "^[a-z_0-9]{1,40}$", description: "下一步 · the step to take" }),
    version,
    values: Type.Optional(values),
    command_id,
    reason,
  },
  { additionalProperties: false },
);
export const RemoveRequest = Type.Object({ version, command_id, reason }, { additionalProperties: false });

export const RegisteredView = owned<Registered>(
  Type.Object(
    {
      row: RowView,
      receipt: ReceiptView,
      warnings: texts,
    },
    { $id: "Registered", description: "保存后的一行与提示 · the row as saved, and what is worth a second look" },
  ),
);

const strength = Type.String({
  enum: ["A", "B", "C"],
  description: "证明力：A 文件凭证、B 名单签到照片、C 报道 · paper or voucher, list or photo, press",
});
const nullable = (schema: TSchema) => Type.Union([schema, Type.Null()]);
const ProofShape = Type.Object({
  id: id("佐证材料"),
  version: Type.String(),
  field: nullable(Type.String()),
  file: Type.String({ description: "SHA-256" }),
  document_id: id("清除时用 · what erasing takes"),
  name: nullable(Type.String()),
  size: Type.Integer(),
  strength,
  formed: nullable(Type.String({ description: "形成日期 · formed on" })),
  collected: nullable(Type.String({ description: "收集日期 · collected on" })),
  mark: nullable(Type.String()),
  note: nullable(Type.String()),
  also: Type.Array(
    Type.Object({
      record: Type.String(),
      scope_id: id("范围"),
      id: id("台账行"),
      title: Type.String(),
      formed: nullable(Type.String()),
    }),
  ),
});
export const ProofList = owned<readonly Proof[]>(Type.Array(ProofShape));
export const AttachedView = owned<AttachedProof>(
  Type.Object({ proof: ProofShape, receipt: ReceiptView, warnings: texts }, { $id: "AttachedProof" }),
);
export const ProofQuery = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 300, description: "文件名 · file name" }),
  strength,
  field: Type.Optional(Type.String({ pattern: "^[a-z][a-z0-9_]{0,40}$" })),
  formed: day,
  collected: day,
  note: Type.Optional(Type.String({ maxLength: 500 })),
  ask: Type.Optional(
    Type.Boolean({ description: "已用于别处的先问再存 · what proves another thing already is asked about first" }),
  ),
  command_id,
});
export const ProofPath = Type.Object({
  record: Type.String({ pattern: "^[a-z_]{1,40}$" }),
  scope: id("范围"),
  id: id("台账行"),
  proof: id("佐证材料"),
});
