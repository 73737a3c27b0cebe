import type { Rate } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Receipt } from "../command.js";
import type { FrameQuery } from "../counting/counting-desk.js";

/** All sums are 分 as decimal text; null is 未填 and never 0. */
export type Fen = string;

export interface MoneyQuery extends FrameQuery {
  readonly year: number;
  /** Movements and payments up to this day (截至日); today where none is given. */
  readonly day?: string;
  /** As recorded at the end of this day (历史时点). */
  readonly asOf?: string;
}

/** The ways of a sum: what each step says up to the day. */
export const FUND_STEPS = [
  "pledged",
  "notified",
  "allocated",
  "sent",
  "received",
  "carried_over",
  "advanced",
  "returned",
] as const;
export type FundStep = (typeof FUND_STEPS)[number];
export type FundSums = { readonly [step in FundStep]: Fen };

/** A state of money that wants a note and is never refused: 在途、预拨、结转、超额、结余收回. */
export interface MoneyState {
  readonly code: "in_transit" | "advanced" | "carried_over" | "over" | "returned" | "unsplit" | "uneven";
  readonly zh: string;
  readonly en: string;
  readonly amount: Fen;
}

export interface FundLine {
  readonly scope_id: string;
  readonly id: string;
  readonly giver_name: string;
  readonly giver_level: string;
  readonly kind: string;
  readonly local_name: string | null;
  readonly doc_no: string | null;
  readonly amount: Fen | null;
  readonly approx: boolean;
  readonly regions: readonly string[];
  readonly sums: FundSums;
  /** Paid out of it, as payments are registered by source. */
  readonly paid: Fen;
  readonly in_transit: Fen;
  readonly states: readonly MoneyState[];
  /** What was written of it (说明): the steps' own notes up to the day, then that of the source. */
  readonly notes: readonly string[];
}

export interface ProjectMoney {
  readonly scope_id: string;
  readonly id: string;
  readonly project_no: string | null;
  readonly name: string;
  readonly total: Fen | null;
  readonly coop_province: Fen | null;
  readonly coop_county: Fen | null;
  readonly coop_township: Fen | null;
  readonly bridging: Fen | null;
  readonly other_money: Fen | null;
  readonly disbursed: Fen | null;
  readonly paid: Fen | null;
  /** Of `paid`, how much is registered by source of funds. */
  readonly by_source: Fen;
  readonly states: readonly MoneyState[];
  /** 超额说明 of its payments up to the day. */
  readonly notes: readonly string[];
}

export type ProjectSums = {
  readonly [column in
    | "total"
    | "coop_province"
    | "coop_county"
    | "coop_township"
    | "bridging"
    | "other_money"
    | "disbursed"
    | "paid"
    | "by_source"]: Fen;
} & {
  /** Projects whose 已支付 is not filled in: they are in no numerator. */
  readonly paid_missing: number;
  readonly projects: number;
};

export interface MoneyRate {
  readonly code: "paid_of_total" | "paid_of_disbursed" | "paid_of_fiscal" | "fiscal_paid_of_received";
  readonly zh: string;
  readonly en: string;
  /** In 万元 with the day; null where it cannot be told, then `why` says why. */
  readonly rate: Rate | null;
  readonly why: { readonly zh: string; readonly en: string } | null;
}

export interface GiftSums {
  readonly cash: Fen;
  /** Goods whose value a paper shows. */
  readonly goods_value: Fen;
  /** 款物: both together, beside each of them and in the place of neither. */
  readonly both: Fen;
  /** Goods without a value (未折价): named, never estimated. */
  readonly unvalued: readonly { readonly scope_id: string; readonly id: string; readonly goods: string }[];
}

export interface MoneyBoard {
  readonly kind: "pair" | "party" | "region";
  readonly title: string;
  readonly year: number;
  readonly day: string;
  readonly as_of: string | null;
  readonly funds: readonly FundLine[];
  readonly fund_sums: { readonly [kind: string]: FundSums & { readonly in_transit: Fen } };
  /** What is said of several counties together: it stays at the party and enters no sum. */
  readonly unsplit: readonly FundLine[];
  readonly projects: readonly ProjectMoney[];
  readonly project_sums: ProjectSums;
  readonly rates: readonly MoneyRate[];
  readonly gifts: GiftSums;
}

export interface NewPayment {
  readonly scope_id: string;
  readonly project: string;
  /** The version of the project that the writer saw: its 已支付 grows in the same command. */
  readonly project_version: string;
  readonly paid_on: string;
  readonly amount: Fen;
  readonly payee: string;
  readonly payee_code?: string;
  readonly voucher_no?: string;
  readonly signer_west?: string;
  readonly signer_east?: string;
  readonly purpose?: string;
  readonly shares: readonly { readonly source: string; readonly amount: Fen }[];
  /** Why more is paid than was disbursed; asked for when it is so. */
  readonly explanation?: string;
  readonly command_id: string;
}

export interface RegisteredPayment {
  readonly payment: string;
  readonly project_paid: Fen;
  readonly receipt: Receipt;
  readonly warnings: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
}

/** 资金: what came, what is under way, what was paid out of what. */
export interface MoneyDesk {
  moneyBoard(actor: Actor, query: MoneyQuery): Promise<MoneyBoard>;
  /**
   * Registers signed paper (会签件): the payment, its sources, and the project's 已支付 in one command. More than was
   * disbursed is saved with an explanation (PAYMENT_NEEDS_NOTE without); more shares than the payment is PAYMENT_SPLIT.
   */
  registerPayment(actor: Actor, given: NewPayment): Promise<RegisteredPayment>;
  /** Takes a payment back, with its sources, and what it added to the project. */
  withdrawPayment(
    actor: Actor,
    scopeId: string,
    id: string,
    given: {
      readonly version: string;
      readonly project_version: string;
      readonly command_id: string;
      readonly reason: string;
    },
  ): Promise<Receipt>;
}
