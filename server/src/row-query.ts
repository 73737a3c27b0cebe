import type { Condition, Query } from "@shanhai/ledger";
import { ServerError } from "./error-codes.js";

const kinds: ReadonlySet<unknown> = new Set<Condition["is"]>(["one_of", "contains", "from", "to", "empty", "filled"]);

/**
 * The conditions of a list as its address carries them: a JSON array of `[field, is, value …]`, such as
 * `[["due","from","2023-11-01"],["state","one_of","open","kept"]]`. Anything else is BAD_REQUEST.
 */
export function conditionsOf(text: string): readonly Condition[] {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new ServerError("BAD_REQUEST", { where: "conditions" });
  }
  if (!Array.isArray(given) || given.length > 20) throw new ServerError("BAD_REQUEST", { where: "conditions" });
  return given.map((one: unknown) => {
    const parts: readonly unknown[] = Array.isArray(one) ? one : [];
    const [field, is, ...values] = parts;
    if (typeof field !== "string" || !isKind(is) || !values.every((value) => typeof value === "string"))
      throw new ServerError("BAD_REQUEST", { where: "conditions" });
    return { field, is, values };
  });
}

function isKind(is: unknown): is is Condition["is"] {
  return kinds.has(is);
}

/** `due` goes up, `-due` down. */
export function sortOf(text: string): NonNullable<Query["sort"]> {
  return { field: text.replace(/^-/, ""), descending: text.startsWith("-") };
}
