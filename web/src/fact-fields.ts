import type { Fact, FactKind } from "@shanhai/engine";
import type { Words } from "./words/index.js";

export type FieldWord = keyof Words["facts"]["fields"];
export type ValueList = keyof Words["facts"]["values"];

/** How a field of a fact is corrected, and so how it is printed. */
export type FactField =
  | { readonly key: FieldWord; readonly input: "text" | "long" | "date" | "number" | "flag" | "texts" }
  | { readonly key: FieldWord; readonly input: "choice" | "choices"; readonly values: ValueList }
  | { readonly key: FieldWord; readonly input: "items" | "object"; readonly fields: readonly FactField[] };

const text = (key: FieldWord): FactField => ({ key, input: "text" });
const date = (key: FieldWord): FactField => ({ key, input: "date" });
const number = (key: FieldWord): FactField => ({ key, input: "number" });
const texts = (key: FieldWord): FactField => ({ key, input: "texts" });
const choice = (key: FieldWord, values: ValueList): FactField => ({ key, input: "choice", values });
const items = (key: FieldWord, ...fields: readonly FactField[]): FactField => ({ key, input: "items", fields });

const counts = [choice("type", "partyType"), number("count"), text("unit")];

/**
 * The fields of each kind of fact, in the order of the form. Links between facts (within, respondsTo, includes) are not
 * here: they follow from the rules and are never typed.
 */
export const factFields: { readonly [kind in FactKind]: readonly FactField[] } = {
  region: [text("path"), text("adcode"), choice("side", "side")],
  pairing: [
    text("east"),
    choice("eastType", "partyType"),
    text("west"),
    choice("westType", "partyType"),
    text("group"),
    items(
      "since",
      text("statement"),
      date("from"),
      { key: "inferred", input: "flag" },
      text("speaker"),
      choice("side", "side"),
    ),
    date("until"),
  ],
  pairing_count: [
    items("east", ...counts),
    items("west", ...counts),
    texts("scope"),
    choice("counted", "counted"),
    date("asOf"),
  ],
  event: [
    choice("type", "event"),
    text("subtype"),
    date("start"),
    date("end"),
    texts("visitor"),
    texts("host"),
    text("lead"),
    text("place"),
    text("object"),
    items("stops", text("name"), choice("type", "stop"), text("project"), text("region")),
    texts("projects"),
    choice("status", "status"),
  ],
  person: [
    text("name"),
    text("title"),
    items("posts", text("title"), text("organisation"), text("region")),
    text("region"),
    text("organisation"),
    choice("side", "side"),
    choice("part", "part"),
  ],
  organisation: [text("name"), choice("type", "organisation"), text("region")],
  project: [text("name"), text("region"), text("stage"), items("milestones", text("type"), date("date"))],
  figure: [
    text("of"),
    number("value"),
    text("unit"),
    text("approx"),
    number("base"),
    text("baseUnit"),
    choice("measure", "measure"),
    text("period"),
    choice("accumulation", "accumulation"),
    texts("scope"),
    text("change"),
  ],
  commitment: [
    { key: "text", input: "long" },
    choice("act", "act"),
    choice("grade", "grade"),
    choice("side", "side"),
    text("speaker"),
    texts("owners"),
    { key: "fields", input: "choices", values: "field" },
    { key: "quantity", input: "object", fields: [number("value"), text("unit")] },
    date("due"),
  ],
  plan: [text("name"), choice("tier", "tier")],
  document: [
    text("issuer"),
    text("number"),
    date("date"),
    text("subject"),
    texts("recipients"),
    text("secrecy"),
    texts("attachments"),
  ],
  target: [text("indicator"), number("value"), text("unit"), number("base"), text("year"), text("owner")],
};

/** A fact as plain values by field name, with a person's correction laid over it. */
export function valuesOf(
  fact: Fact,
  correction?: { readonly [field: string]: unknown } | null,
): Record<string, unknown> {
  return { ...fact, ...correction };
}
