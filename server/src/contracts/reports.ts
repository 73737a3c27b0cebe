import type { ReportName } from "@shanhai/ledger";
import { Type } from "typebox";

/** 报表: what the API takes and gives. The answers' shapes are the ledger's `ReportAnswers`. */
export const ReportPath = Type.Object({ name: Type.Unsafe<ReportName>(Type.String({ pattern: "^[a-z_]{1,40}$" })) });

export const ReportRequest = Type.Object({
  party: Type.Optional(
    Type.String({ format: "uuid", description: "协作主体：本级与其各结对 · a party with its pairs" }),
  ),
  year: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2100, description: "年度" })),
  day: Type.Optional(Type.String({ format: "date", description: "截至日 · the cut-off day; today where not given" })),
  as_of: Type.Optional(Type.String({ format: "date", description: "历史时点 · as recorded at the end of this day" })),
});

export const ReportList = Type.Array(
  Type.Object({ name: Type.Unsafe<ReportName>(Type.String()), zh: Type.String(), en: Type.String() }),
);

export const ReportView = Type.Unsafe<unknown>({
  type: "object",
  additionalProperties: true,
  description: "报表内容；金额以分计，为文本 · the report; money in 分 as text",
});
