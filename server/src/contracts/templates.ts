import type { CellBinding, OpenedTemplate } from "@shanhai/ledger";
import { Type } from "typebox";

/** 模板填报: what the API takes and gives. */
const Binding = Type.Object({
  sheet: Type.String({ minLength: 1, maxLength: 31 }),
  cell: Type.String({ pattern: "^[A-Z]{1,3}[1-9][0-9]{0,6}$" }),
  indicator: Type.String({ maxLength: 10 }),
  measure: Type.Unsafe<CellBinding["measure"]>(
    Type.Union(["this_month", "to_date", "target", "rate", "last_year", "last_month"].map((one) => Type.Literal(one))),
  ),
  unit: Type.Unsafe<CellBinding["unit"]>(
    Type.Union([Type.Literal("元"), Type.Literal("万元"), Type.Literal("亿元"), Type.Null()]),
  ),
});

export const TemplatePath = Type.Object({ fingerprint: Type.String({ pattern: "^[0-9a-f]{32}$" }) });
export const BindingRequest = Type.Object({
  bindings: Type.Array(Binding, { maxItems: 500 }),
  name: Type.Optional(Type.String({ maxLength: 255, description: "模板文件名 · what the form is listed by" })),
  command_id: Type.String({ format: "uuid" }),
});
export const FillQuery = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 255 }),
  scope: Type.String({ format: "uuid" }),
  year: Type.Integer({ minimum: 2015, maximum: 2100 }),
  month: Type.Integer({ minimum: 1, maximum: 12 }),
});

const Place = Type.Integer({ minimum: 0 });
export const TemplateView = Type.Unsafe<OpenedTemplate>(
  Type.Object({
    fingerprint: Type.String({ description: "表样指纹：下月同样的表自动认出 · the same form is known again" }),
    name: Type.String(),
    sheets: Type.Array(
      Type.Object({
        name: Type.String(),
        cells: Type.Array(
          Type.Array(Type.Union([Type.Object({ text: Type.String(), formula: Type.Boolean() }), Type.Null()])),
        ),
        merges: Type.Array(Type.Object({ top: Place, left: Place, bottom: Place, right: Place })),
      }),
    ),
    bindings: Type.Array(Binding),
  }),
);
