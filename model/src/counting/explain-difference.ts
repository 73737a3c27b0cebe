import { addDecimals, compareDecimals, type Decimal, subtractDecimals } from "../values/decimal.js";

/** Why two sides may have two numbers. */
export type DifferenceCause =
  | "in_transit"
  | "duplicate_invoice"
  | "returned"
  | "other_year"
  | "persons_or_times"
  | "other";

export const CAUSE_WORDS: { readonly [cause in DifferenceCause]: { readonly zh: string; readonly en: string } } = {
  in_transit: { zh: "在途", en: "under way" },
  duplicate_invoice: { zh: "重复票", en: "invoice counted twice" },
  returned: { zh: "退货", en: "goods returned" },
  other_year: { zh: "上年发票", en: "invoice of another year" },
  persons_or_times: { zh: "人与人次口径", en: "persons or person-times" },
  other: { zh: "其他", en: "other" },
};

/** Something in the ledger that would explain a part of a difference, signed as ours − theirs. */
export interface CauseCandidate {
  readonly cause: DifferenceCause;
  readonly amount: Decimal;
  readonly zh: string;
  readonly en: string;
  /** The rows that show it. */
  readonly rows: readonly { readonly record: string; readonly scope_id: string; readonly id: string }[];
}

export interface Explanation {
  readonly difference: Decimal;
  readonly causes: readonly CauseCandidate[];
  /** 未说明: what the causes do not add up to; 0 when they do. */
  readonly rest: Decimal;
}

/** Above this many candidates only all of them together and each alone are tried. */
const MOST_COMBINED = 16;

/**
 * Picks the candidates that add up to the difference (ours − theirs) to the last 分: all of them where that fits, else the
 * fewest that do. Where none do, none is proposed as if it did: all are listed with the rest that stays unexplained.
 */
export function explainDifference(ours: Decimal, theirs: Decimal, candidates: readonly CauseCandidate[]): Explanation {
  const difference = subtractDecimals(ours, theirs);
  if (compareDecimals(difference, "0") === 0) return { difference, causes: [], rest: "0" };
  const fitting = subsets(candidates).find((some) => compareDecimals(sumOf(some), difference) === 0);
  if (fitting !== undefined) return { difference, causes: fitting, rest: "0" };
  const signed = candidates.filter(({ amount }) => compareDecimals(amount, "0") === compareDecimals(difference, "0"));
  const rest = subtractDecimals(difference, sumOf(signed));
  // More than the difference is no explanation of it.
  const within = compareDecimals(rest, "0") === compareDecimals(difference, "0");
  return within ? { difference, causes: signed, rest } : { difference, causes: [], rest: difference };
}

function sumOf(some: readonly CauseCandidate[]): Decimal {
  return addDecimals(...some.map(({ amount }) => amount));
}

/** All first, then by size from one up. */
function subsets(candidates: readonly CauseCandidate[]): CauseCandidate[][] {
  if (candidates.length > MOST_COMBINED) return [[...candidates], ...candidates.map((one) => [one])];
  const all = Array.from({ length: 2 ** candidates.length - 1 }, (_, at) =>
    candidates.filter((_candidate, bit) => ((at + 1) >> bit) & 1),
  );
  return [[...candidates], ...all.sort((a, b) => a.length - b.length)];
}
