import type { CellBinding, IndicatorBinding, LedgerBinding, OpenedTemplate } from "@shanhai/ledger";
import { Type } from "typebox";

const one = <T extends string>(...codes: readonly T[]) =>
  Type.Unsafe<T>(Type.Union(codes.map((code) => Type.Literal(code))));
const Place = {
  sheet: Type.String({
    minLength: 1,
    maxLength: 31,
    description: "工作表，或文字模板的“正文”“表1” · a sheet, or part of a text",
  }),
  cell: Type.String({ pattern: "^(?:[A-Z]{1,3}[1-9][0-9]{0,6}|空[1-9][0-9]{0,4})$" }),
  unit: Type.Unsafe<CellBinding["unit"]>(
    Type.Union([Type.Literal("元"), Type.Literal("万元"), Type.Literal("亿元"), Type.Null()]),
  ),
};
const Count = Type.Union([Type.Integer({ minimum: 1, maximum: 1000 }), Type.Null()]);
const name = Type.String({ pattern: "^[a-z][a-z0-9_]{0,62}$" });

/** 模板填报: what the API takes and gives. */
const Binding = Type.Union([
  Type.Object(
    {
      ...Place,
      indicator: Type.String({ maxLength: 10 }),
      measure: one<IndicatorBinding["measure"]>("this_month", "to_date", "target", "rate", "last_year", "last_month"),
    },
    { additionalProperties: false, description: "一项指标 · a number of an indicator" },
  ),
  Type.Object(
    {
      ...Place,
      record: name,
      field: name,
      period: one<LedgerBinding["period"]>("all", "year", "month"),
      filter: Type.Record(name, Type.String({ maxLength: 200 }), { maxProperties: 5 }),
      row: Count,
      rows: Count,
    },
    {
      additionalProperties: false,
      description: "台账中的一列：第几行，或从这一格往下逐行 · a field of a ledger's rows",
    },
  ),
]);

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

const At = Type.Integer({ minimum: 0 });
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
        merges: Type.Array(Type.Object({ top: At, left: At, bottom: At, right: At })),
        lines: Type.Optional(
          Type.Array(Type.Array(Type.Object({ text: Type.String(), place: Type.Optional(Type.String()) })), {
            description: "文字模板中有空可填的各行 · lines of a text with something to fill in",
          }),
        ),
      }),
    ),
    bindings: Type.Array(Binding),
  }),
);
