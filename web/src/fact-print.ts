import type { FactKind } from "@shanhai/engine";
import { isPartialDate, printPartialDate, regionName } from "@shanhai/model";
import { type FactField, factFields } from "./fact-fields.js";
import type { Language, Words } from "./words/index.js";

interface Speech {
  readonly words: Words;
  readonly language: Language;
}

type Values = Readonly<Record<string, unknown>>;

/** One field of a fact in words; empty where nothing is stated. */
export function printFactField(field: FactField, value: unknown, speech: Speech): string {
  if (value === null || value === undefined || value === "") return "";
  const comma = speech.language === "zh" ? "、" : ", ";
  switch (field.input) {
    case "date":
      return printDate(String(value), speech.language);
    case "flag":
      return value === true ? speech.words.state.yes : "";
    case "choice":
      return labelOf(field.values, String(value), speech.words);
    case "choices":
      return listOf(value)
        .map((one) => labelOf(field.values, String(one), speech.words))
        .join(comma);
    case "texts":
      return listOf(value).join(comma);
    case "items":
      return listOf(value)
        .map((one) => printParts(field.fields, one, speech))
        .join(speech.language === "zh" ? "；" : "; ");
    case "object":
      return printParts(field.fields, value, speech);
    default:
      return String(value);
  }
}

/** `镇（街） 28个`: a number keeps its unit close; one that the text does not give is a dash, never nothing. */
function printParts(fields: readonly FactField[], value: unknown, speech: Speech): string {
  if (typeof value !== "object" || value === null) return "";
  const held = value as Values;
  let shown = "";
  for (const field of fields) {
    if (field.input === "flag") continue;
    const text = printFactField(field, held[field.key], speech) || (field.input === "number" ? "—" : "");
    if (text === "") continue;
    shown += shown === "" || field.key === "unit" ? text : ` ${text}`;
  }
  return shown;
}

/** Name of a fact on its line: what a clerk would call it. */
export function factTitle(kind: FactKind, values: Values, speech: Speech): string {
  const print = (key: string) => {
    const field = factFields[kind].find((one) => one.key === key);
    return field === undefined ? "" : printFactField(field, values[key], speech);
  };
  const join = (...parts: readonly string[]) => parts.filter((part) => part !== "").join(" ");
  switch (kind) {
    case "region":
      return print("path");
    case "pairing":
      return `${print("east")} — ${print("west")}`;
    case "pairing_count":
      return `${print("east")} — ${print("west")}`;
    case "event":
      return join(
        dates(print("start"), print("end")),
        print("subtype") || print("type"),
        print("object") || sidesOf(values) || print("place"),
      );
    case "figure":
      return join(print("of"), `${print("approx")}${print("value")}${print("unit")}`);
    case "commitment":
      return print("text");
    case "document":
      return join(print("number"), print("subject")) || print("issuer");
    case "target":
      return join(print("year"), print("indicator"), `${print("value")}${print("unit")}`);
    case "person":
      return join(print("name"), print("title"));
    case "project":
      return join(print("name"), print("stage"));
    default:
      return print("name");
  }
}

/** 海珠区—惠水县: tells apart three meetings of one tour. */
function sidesOf({ visitor, host }: Values): string {
  return [visitor, host]
    .map((side) =>
      listOf(side)
        .map((path) => regionName(String(path)))
        .join("、"),
    )
    .filter((names) => names !== "")
    .join("—");
}

function dates(start: string, end: string): string {
  return end === "" || end === start ? start : `${start}—${end}`;
}

function printDate(text: string, language: Language): string {
  return isPartialDate(text) ? printPartialDate(text, language) : text;
}

function labelOf(list: keyof Words["facts"]["values"], code: string, words: Words): string {
  const labels: Readonly<Record<string, string>> = words.facts.values[list];
  return labels[code] ?? code;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
