import type { MoneyBoard, RegisteredPayment } from "@shanhai/ledger";
import { type TSchema, Type } from "typebox";
import { ReceiptView } from "../contract.js";

/** 资金: what these routes take and give. All sums in 分 as text. */
const owned = <T>(schema: TSchema) => Type.Unsafe<T>(schema);
const id = (description: string) => Type.String({ format: "uuid", description });
const fen = Type.String({ pattern: "^[0-9]{1,18}$", description: "分 · hundredths of a yuan" });
const version = Type.String({ pattern: "^[1-9][0-9]{0,18}$" });
const command_id = id("同一次提交重发时不变 · the same for every retry");
const words = Type.String({ minLength: 1, maxLength: 300 });

export const MoneyQueryShape = Type.Object({
  scope: Type.Optional(id("结对 · a pair")),
  party: Type.Optional(id("单位 · a party: all its pairs")),
  region: Type.Optional(Type.String({ pattern: "^[0-9]{6}$", description: "市、省区划代码 · a city or province" })),
  year: Type.Integer({ minimum: 1996, maximum: 2100 }),
  day: Type.Optional(Type.String({ format: "date", description: "截至日，默认今天 · up to this day" })),
  as_of: Type.Optional(Type.String({ format: "date", description: "历史时点 · as recorded at the end of this day" })),
});
export const MoneyBoardView = owned<MoneyBoard>(
  Type.Object(
    { title: Type.String(), year: Type.Integer(), day: Type.String() },
    {
      $id: "MoneyBoard",
      additionalProperties: true,
      description:
        "资金来源与流转、项目支付、支付率（分子、分母、截至日）、捐赠；未分县的只列在单位 · funds, projects, rates, gifts",
    },
  ),
);
export const PaymentRequest = Type.Object({
  scope_id: id("结对 · the pair"),
  project: id("项目"),
  project_version: version,
  paid_on: Type.String({ pattern: "^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$", description: "支付日期 · paid on" }),
  amount: fen,
  payee: words,
  payee_code: Type.Optional(Type.String({ maxLength: 18 })),
  voucher_no: Type.Optional(words),
  signer_west: Type.Optional(words),
  signer_east: Type.Optional(words),
  purpose: Type.Optional(words),
  shares: Type.Array(Type.Object({ source: id("资金来源"), amount: fen }), { maxItems: 50 }),
  explanation: Type.Optional(Type.String({ maxLength: 1000 })),
  command_id,
});
export const PaymentView = owned<RegisteredPayment>(
  Type.Object(
    { payment: id("支付"), project_paid: Type.String(), receipt: ReceiptView },
    { $id: "RegisteredPayment", additionalProperties: true },
  ),
);
export const WithdrawPayment = Type.Object({
  version,
  project_version: version,
  command_id,
  reason: Type.String({ minLength: 1, maxLength: 2000 }),
});
export const PaymentPath = Type.Object({ scope: id("结对"), id: id("支付") });
