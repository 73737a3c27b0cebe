import type { Fact } from "@shanhai/engine";
import { factFields } from "./fact-fields.js";

type Values = Readonly<Record<string, unknown>>;

/**
 * What a person changed in the form of a fact: only fields that differ, empty ones as null. A statement that was added
 * by hand stands on the fact's first quote. A figure's converted value follows its value while the unit stays.
 */
export function correctionOf(fact: Fact, typed: Values): Record<string, unknown> {
  const was: Values = { ...fact };
  const changed: Record<string, unknown> = {};
  for (const { key } of factFields[fact.kind]) {
    const value = tidy(typed[key], fact);
    if (!same(value, was[key])) changed[key] = value;
  }
  if (fact.kind === "figure" || fact.kind === "target") {
    const { value } = changed;
    const alone = value !== undefined && changed.base === undefined && changed.unit === undefined;
    if (alone && typeof value === "number" && fact.value !== 0)
      changed.base = Number((value * (fact.base / fact.value)).toPrecision(12));
  }
  return changed;
}

function tidy(value: unknown, fact: Fact): unknown {
  if (value === undefined || value === "") return null;
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return value.map((one: unknown) => tidyItem(one, fact)).filter((one) => one !== null);
  if (typeof value === "object" && value !== null) {
    const held = Object.values(value);
    return held.every((one) => one === null || one === undefined || one === "") ? null : value;
  }
  return value;
}

function tidyItem(item: unknown, fact: Fact): unknown {
  if (typeof item !== "object" || item === null) return typeof item === "string" && item.trim() === "" ? null : item;
  const tidied = Object.fromEntries(
    Object.entries(item).map(([key, value]) => [key, value === "" || value === undefined ? null : value]),
  );
  if (Object.values(tidied).every((value) => value === null)) return null;
  return fact.kind === "pairing"
    ? { evidence: fact.evidence[0], inferred: false, from: null, speaker: null, side: null, ...tidied }
    : tidied;
}

/** Equal as JSON, where null and absent are one. */
function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, held: unknown) => {
      if (typeof held !== "object" || held === null || Array.isArray(held)) return held ?? null;
      const entries = Object.entries(held).filter(([, one]) => one !== undefined);
      return Object.fromEntries(entries.sort(([x], [y]) => (x < y ? -1 : 1)));
    }) ?? "null"
  );
}
