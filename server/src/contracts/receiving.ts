import type { ReceptionPaper, ReceptionPoint } from "@shanhai/ledger";
import { Type } from "typebox";

/** 接待材料: points, what was agreed last, what is needed. */
const scope = Type.String({ format: "uuid", description: "协作双方 · the pair" });
export const ReceptionPointsQuery = Type.Object({ scope });
export const ReceptionPointList = Type.Unsafe<readonly ReceptionPoint[]>({
  type: "array",
  items: { type: "object", additionalProperties: true },
  description: "可选点位（项目） · projects to choose from",
});
export const ReceptionRequest = Type.Object({
  scope,
  points: Type.Optional(
    Type.String({ pattern: "^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,11}$", description: "点位，以逗号分隔，最多 12 个" }),
  ),
  day: Type.Optional(Type.String({ format: "date", description: "截至日" })),
  occasion: Type.Optional(Type.String({ maxLength: 60, description: "来访单位或事由，用于标题" })),
});
export const ReceptionView = Type.Unsafe<ReceptionPaper>({
  type: "object",
  additionalProperties: true,
  description: "接待材料（不超过 4 页） · the paper, four pages at most",
});

export type { ReceptionPaper, ReceptionPoint } from "@shanhai/ledger";
