import type { MoneyBoard, RegisteredPayment } from "@shanhai/server";
import { call, query } from "./api.js";

/** Whose money, of which year, up to which day. */
export interface MoneyAsked {
  readonly scope?: string;
  readonly party?: string;
  readonly region?: string;
  readonly year: number;
  readonly day?: string;
  readonly as_of?: string;
}

/** A payment as it was signed; sums in 分. */
export interface PaymentGiven {
  readonly scope_id: string;
  readonly project: string;
  readonly project_version: string;
  readonly paid_on: string;
  readonly amount: string;
  readonly payee: string;
  readonly voucher_no?: string;
  readonly purpose?: string;
  readonly signer_west?: string;
  readonly signer_east?: string;
  readonly shares: readonly { readonly source: string; readonly amount: string }[];
  readonly explanation?: string;
  readonly command_id: string;
}

/** 资金: one function a route. */
export const moneyApi = {
  board: (asked: MoneyAsked) => call<MoneyBoard>("GET", `/api/money${query({ ...asked })}`),
  pay: (given: PaymentGiven) => call<RegisteredPayment>("POST", "/api/money/payments", given),
};
