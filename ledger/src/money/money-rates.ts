import { rateOf } from "@shanhai/model";
import type { FundLine, MoneyRate, ProjectSums } from "./money-desk.js";

/**
 * The rates that are asked for, each with its own denominator: the same 2,500.95 is 81.32 % of the total investment,
 * 92.80 % of what was disbursed and 97.67 % of the fiscal aid in the plan, and the last has sums of other sources in its
 * numerator. The true rate of the aid needs payments by source.
 */
export function moneyRates(sums: ProjectSums, funds: readonly FundLine[], day: string): readonly MoneyRate[] {
  const fiscal = String(BigInt(sums.coop_province) + BigInt(sums.coop_county));
  const others = [sums.coop_township, sums.bridging, sums.other_money].some((sum) => BigInt(sum) > 0n);
  const aid = funds.filter(({ kind }) => kind === "fiscal");
  const add = (read: (line: FundLine) => string) => aid.reduce((sum, line) => sum + BigInt(read(line)), 0n);
  const split = BigInt(sums.paid) === BigInt(sums.by_source) && BigInt(sums.paid) > 0n;
  const received = add(({ sums: moved }) => moved.received);
  return [
    rate("paid_of_total", "全口径支付率", "paid of the total investment", sums.paid, sums.total, day, null),
    rate("paid_of_disbursed", "已拨付资金支付率", "paid of what was disbursed", sums.paid, sums.disbursed, day, null),
    rate(
      "paid_of_fiscal",
      "支付率（分母为财政援助资金计划数）",
      "paid of the fiscal aid planned",
      sums.paid,
      fiscal,
      day,
      others
        ? {
            zh: "分子含县以下、衔接、其他资金，仅供参考",
            en: "the numerator holds below-county, bridging and other funds; for orientation only",
          }
        : null,
    ),
    split
      ? rate(
          "fiscal_paid_of_received",
          "协作资金支付率",
          "cooperation funds paid of received",
          String(add(({ paid }) => paid)),
          String(received),
          day,
          null,
        )
      : {
          code: "fiscal_paid_of_received",
          zh: "协作资金支付率",
          en: "cooperation funds paid of received",
          rate: null,
          why: { zh: "支付未按来源登记", en: "payments are not registered by source" },
        },
  ];
}

function rate(
  code: MoneyRate["code"],
  zh: string,
  en: string,
  numerator: string,
  denominator: string,
  day: string,
  why: MoneyRate["why"],
): MoneyRate {
  const found = rateOf(inWan(numerator), inWan(denominator), day);
  const missing = { zh: "分母未填", en: "the denominator is not filled in" };
  return { code, zh, en, rate: found, why: found === null ? missing : why };
}

/** 分 as 万元, exact: 250095000000 is 2500.95 万元 and 1 is 0.000001. */
export function inWan(fen: string): string {
  const negative = fen.startsWith("-");
  const digits = (negative ? fen.slice(1) : fen).padStart(7, "0");
  const fraction = digits.slice(-6).replace(/0+$/u, "");
  const whole = digits.slice(0, -6);
  return `${negative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
