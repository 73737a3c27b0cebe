import { numberAt } from "../numbers/chinese-number.js";
import { type Duration, durationAt } from "./duration.js";

/** A length of time, its ends where two are printed, and whether it is a bound: 六个月以下 is before, 三年以上 since. */
export interface LengthRange extends Duration {
  readonly bound: "before" | "since" | null;
}

const JOINT = /^(?:至|到|[-—–~～－]{1,2})/;

/** The length at `at`, or the two of 3~6个月, 13天—8周, 3年以上7年以下; null where none stands. */
export function lengthAt(text: string, at: number): LengthRange | null {
  const one = durationAt(text, at);
  if (one === null) return countsTo(text, at);
  const rest = text.slice(one.end, one.end + 3);
  const joint = JOINT.exec(rest)?.[0];
  const two = joint === undefined ? null : durationAt(text, one.end + joint.length);
  if (two !== null) return ranged(one, two, two.end, null);
  // 三年以上 counts from there on.
  if (!/^以[上下](?![升降])/.test(rest)) return ranged(one, one.longest, one.end, null);
  const end = one.end + 2;
  if (rest[1] === "下") return ranged(one, one, end, "before");
  const from = end + (/[，,、]/.test(text[end] ?? "") ? 1 : 0);
  const most = durationAt(text, from);
  if (most !== null && text.startsWith("以下", most.end)) return ranged(one, most, most.end + 2, null);
  return ranged(one, one.longest, end, "since");
}

function ranged(
  { iso, amounts, blurred }: Duration,
  longest: Duration["longest"],
  end: number,
  bound: LengthRange["bound"],
): LengthRange {
  return { iso, amounts, blurred, longest, end, bound };
}

/** 3~6个月, 100到200个小时: the unit stands behind the second number only. */
function countsTo(text: string, at: number): LengthRange | null {
  if (/[第.．:：/／月年]/.test(text[at - 1] ?? "") || /[0０零]/.test(text[at] ?? "")) return null;
  const number = numberAt(text, at);
  if (number === null || number.vague || number.more !== null || number.row) return null;
  const joint = JOINT.exec(text.slice(number.end, number.end + 2))?.[0];
  const two = joint === undefined ? null : durationAt(text, number.end + joint.length);
  const [only, ...others] = two?.amounts ?? [];
  if (two === null || only === undefined || others.length > 0 || two.blurred || two.longest !== null) return null;
  const printed = numberAt(text, number.end + (joint?.length ?? 0), true);
  const times = printed === null || printed.value === 0 ? 1 : only.amount / printed.value;
  const amount = Number((number.value * times).toPrecision(12));
  if (!(amount < only.amount)) return null;
  // 18至20年 are years of the calendar, 5至10年 is not.
  if (only.unit === "year" && amount >= 10 && (amount % 5 !== 0 || only.amount % 5 !== 0)) return null;
  const amounts = [{ unit: only.unit, amount }];
  const iso = two.iso.replace(/[\d.]+/, String(amount));
  return { iso, amounts, blurred: false, longest: two, end: two.end, bound: null };
}
