import type { PackState } from "@shanhai/ledger";
import { Type } from "typebox";

/** 佐证材料包: what goes in, and how far it is. */
export const PackRequest = Type.Object(
  {
    scope: Type.Optional(Type.String({ format: "uuid", description: "协作双方 · the pair" })),
    party: Type.Optional(
      Type.String({ format: "uuid", description: "一方（各结对合计） · a party with all its pairs" }),
    ),
    region: Type.Optional(Type.String({ pattern: "^[0-9]{6}$", description: "地区汇总 · a city or province" })),
    year: Type.Integer({ minimum: 2016, maximum: 2100 }),
    month: Type.Integer({ minimum: 1, maximum: 12 }),
    line: Type.Unsafe<"west" | "east">(Type.String({ enum: ["west", "east"] })),
    codes: Type.Array(Type.String({ pattern: "^[A-I][0-9][a-z]?$" }), {
      minItems: 1,
      maxItems: 200,
      description: "指标代码",
    }),
    asOf: Type.Optional(Type.String({ format: "date", description: "历史时点 · as recorded on a past day" })),
    plainNumbers: Type.Optional(Type.Boolean({ description: "证件号码、电话不遮盖；须有权限 · numbers in clear" })),
  },
  { additionalProperties: false },
);
export const PackPath = Type.Object({ id: Type.String({ format: "uuid", description: "材料包" }) });
export const PackView = Type.Unsafe<PackState>({
  type: "object",
  additionalProperties: true,
  description: "材料包：收入的指标、条目、佐证，未收入的材料，进度 · what it holds and how far it is",
});

export type { LeftOut, PackedIndicator, PackState } from "@shanhai/ledger";
