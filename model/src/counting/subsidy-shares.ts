import type { Fen } from "../values/money.js";

/** A subsidy on sales as a county prints it: a rate, a cap per applicant, a budget for all. */
export interface SubsidyRule {
  /** Per cent of actual sales, whole number: 5. */
  readonly percent: bigint;
  readonly cap: Fen;
  readonly budget: Fen;
}

/**
 * 消费帮扶补助 (松桃 2024): each is due percent of sales up to the cap; where all due together exceed the budget, everybody is
 * paid budget ÷ total due × due. 分 are cut off, not rounded up, so that the budget is never exceeded.
 */
export function subsidyShares(sales: readonly Fen[], { percent, cap, budget }: SubsidyRule): readonly Fen[] {
  const due = sales.map((sold) => {
    const share = sold <= 0n ? 0n : (sold * percent) / 100n;
    return share > cap ? cap : share;
  });
  const total = due.reduce((sum, one) => sum + one, 0n);
  return total <= budget ? due : due.map((one) => (one * budget) / total);
}
