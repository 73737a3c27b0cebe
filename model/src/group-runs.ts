import type { FieldValue } from "./record-definition.js";

/** Rows of a list that stand together because a field of theirs is equal, with what their amounts add up to. */
export interface GroupRun {
  readonly value: FieldValue;
  readonly count: number;
  /** Of each amount its sum in 分, null where no row has one, and how many rows have none: missing is not 0. */
  readonly totals: { readonly [field: string]: GroupTotal };
}

export interface GroupTotal {
  readonly sum: string | null;
  readonly missing: number;
}

interface Valued {
  readonly values: { readonly [field: string]: FieldValue };
}

/** The runs of equal values of `group` in rows that are ordered by it; `amounts` are keys of fields of money. */
export function groupRuns(rows: readonly Valued[], group: string, amounts: readonly string[]): readonly GroupRun[] {
  return joinRuns(
    rows.map(({ values }) => ({
      value: values[group] ?? null,
      count: 1,
      totals: Object.fromEntries(amounts.map((key) => [key, totalOf(values[key])])),
    })),
  );
}

/** Runs in their order; those that touch and are of one value become one. */
export function joinRuns(runs: readonly GroupRun[]): readonly GroupRun[] {
  const joined: GroupRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last === undefined || last.value !== run.value) joined.push(run);
    else
      joined[joined.length - 1] = {
        value: run.value,
        count: last.count + run.count,
        totals: Object.fromEntries(
          Object.entries(last.totals).map(([key, total]) => [key, added(total, run.totals[key])]),
        ),
      };
  }
  return joined;
}

/** The totals of a run after one of its rows was changed. */
export function withChangedRow(
  { value, count, totals }: GroupRun,
  before: Valued["values"],
  after: Valued["values"],
): GroupRun {
  const changed = Object.entries(totals).map(([key, { sum, missing }]) => {
    const [was, is] = [totalOf(before[key]), totalOf(after[key])];
    const left = missing - was.missing + is.missing;
    const total = BigInt(sum ?? 0) - BigInt(was.sum ?? 0) + BigInt(is.sum ?? 0);
    return [key, { sum: left === count ? null : String(total), missing: left }];
  });
  return { value, count, totals: Object.fromEntries(changed) };
}

function totalOf(value: FieldValue | undefined): GroupTotal {
  return typeof value === "string" ? { sum: value, missing: 0 } : { sum: null, missing: 1 };
}

function added(one: GroupTotal, other: GroupTotal | undefined): GroupTotal {
  if (other === undefined) return one;
  const missing = one.missing + other.missing;
  if (one.sum === null || other.sum === null) return { sum: one.sum ?? other.sum, missing };
  return { sum: String(BigInt(one.sum) + BigInt(other.sum)), missing };
}
