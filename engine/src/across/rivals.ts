import type { Fact } from "../fact.js";
import type { Occurrence, Told } from "./occurrence.js";

/** Fields in which reports of one thing may contradict each other. */
export type RivalField = "start" | "end" | "lead" | "amount" | "title" | "region" | "milestone";

/** One field of one thing with its different values, each with the places that state it. */
export interface Contradiction {
  readonly field: RivalField;
  readonly rivals: readonly { readonly value: string; readonly occurrences: readonly Occurrence[] }[];
  readonly message: { readonly zh: string; readonly en: string };
}

const LABELS: Readonly<Record<RivalField, { readonly zh: string; readonly en: string }>> = {
  start: { zh: "开始日期", en: "start" },
  end: { zh: "结束日期", en: "end" },
  lead: { zh: "带队（主持）人", en: "leader or chair" },
  amount: { zh: "数额", en: "amount" },
  title: { zh: "职务", en: "post" },
  region: { zh: "所在地区", en: "region" },
  milestone: { zh: "进度日期", en: "day of a stage" },
};

/**
 * The contradiction of a field, or null where no two values exclude each other. What a document does not say
 * contradicts nothing; `agree` says of two printed values that they may be one (year left out, rounded).
 */
export function contradiction<F extends Fact>(
  field: RivalField,
  members: readonly Told<F>[],
  value: (item: Told<F>) => string | null,
  agree: (a: string, b: string) => boolean = (a, b) => a === b,
): Contradiction | null {
  const rivals: { value: string; occurrences: Occurrence[] }[] = [];
  for (const item of members) {
    const printed = value(item);
    if (printed === null) continue;
    const known = rivals.find((rival) => agree(rival.value, printed));
    if (known === undefined) rivals.push({ value: printed, occurrences: [item.at] });
    else known.occurrences.push(item.at);
  }
  if (rivals.length < 2) return null;
  const label = LABELS[field];
  const values = rivals.map((rival) => rival.value);
  return {
    field,
    rivals,
    message: {
      zh: `${label.zh}不一致：${values.join(" / ")}`,
      en: `the reports differ in the ${label.en}: ${values.join(" / ")}`,
    },
  };
}

/** 2023-05-08 and --05-08 may be one day. */
export function sameDay(a: string, b: string): boolean {
  return a === b || ((a.startsWith("--") || b.startsWith("--")) && a.slice(-5) === b.slice(-5));
}
