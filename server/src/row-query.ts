import type { Condition, Query } from "@shanhai/ledger";
import { recordDefinitions } from "@shanhai/model";
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

/** A list's query as its address carries it. */
export interface ListAddress {
  readonly scopes?: string;
  readonly where?: string;
  readonly conditions?: string;
  readonly sort?: string;
  readonly as_of?: string;
}

/** A list's query in the ledger's words, of the record of this name. */
export function listQuery<Q extends ListAddress>(
  name: string,
  { where, conditions, sort, as_of, scopes, ...query }: Q,
) {
  return {
    ...query,
    ...(scopes === undefined ? {} : { scopes: scopes.split(",") }),
    ...(as_of === undefined ? {} : { asOf: as_of }),
    ...(conditions === undefined ? {} : { conditions: conditionsOf(conditions) }),
    ...(sort === undefined ? {} : { sort: sortOf(sort) }),
    ...(where === undefined ? {} : { filter: filterOf(name, where) }),
  };
}

/** The query in the ledger's words. */
export function asked<Q extends { readonly as_of?: string }>({ as_of, ...query }: Q) {
  return { ...query, ...(as_of === undefined ? {} : { asOf: as_of }) };
}

/** `state:open,grade:agreed` as a filter. Only fields with closed lists: what is personal never stands in an address. */
function filterOf(name: string, where: string): { readonly [field: string]: string } {
  const fields = recordDefinitions.find((definition) => definition.name === name)?.fields ?? [];
  const pairs = where.split(",").map((pair): [string, string] => {
    const [key = "", value = ""] = pair.split(":");
    const field = fields.find((one) => one.key === key && one.personal !== true);
    // Which codes a dictionary has is data; one that it does not have finds no row.
    const known = field?.dictionary !== undefined || field?.codes?.some(({ code }) => code === value) === true;
    if (!known) throw new ServerError("BAD_REQUEST", { where: pair });
    return [key, value];
  });
  return Object.fromEntries(pairs);
}
