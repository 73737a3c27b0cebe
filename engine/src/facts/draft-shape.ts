import { REFERENCES } from "./joined-facts.js";

/**
 * What is known of all drafts (and objects within drafts) that have the same fields in the same order: drafts have few
 * shapes, so that sorting names and asking what each is for is done once for each shape.
 */
export interface DraftShape {
  /** All fields, in their order. */
  readonly names: readonly string[];
  /** What becomes of each in a fact. */
  readonly roles: readonly FieldRole[];
  /** The fields that say what a fact says, sorted: what its id is made of. */
  readonly said: readonly string[];
  /** Each of `said` as it stands in JSON, from the bracket or comma before it to its colon. */
  readonly labels: readonly string[];
}

/** A span or spans to quote, keys of other drafts, or a value that may hold such. */
export type FieldRole = "evidence" | "reference" | "value";

/** Fields that say how the fact was found, not what it says. */
const PROVENANCE: ReadonlySet<string> = new Set(["key", "rule", "confidence", "inferred", "evidence"]);

/** The shape of an object. Names are compared one by one, which is a comparison of addresses. */
export function shapeOf(fields: object): DraftShape {
  const names = Object.keys(fields);
  let alike = shapes[names.length];
  if (alike === undefined) {
    alike = [];
    shapes[names.length] = alike;
  }
  search: for (const shape of alike) {
    for (let at = 0; at < names.length; at++) if (shape.names[at] !== names[at]) continue search;
    return shape;
  }
  const made = make(names);
  alike.push(made);
  return made;
}

/** By the number of fields. */
const shapes: DraftShape[][] = [];

function make(names: readonly string[]): DraftShape {
  const said = names.filter((name) => !REFERENCES.has(name) && !PROVENANCE.has(name)).sort();
  return {
    names,
    roles: names.map((name) => (name === "evidence" ? "evidence" : REFERENCES.has(name) ? "reference" : "value")),
    said,
    labels: said.map((name, at) => `${at === 0 ? "{" : ","}"${name}":`),
  };
}

/** JSON with sorted keys and without provenance and references: two drafts that say the same are one string. */
export function canonical(value: unknown): string {
  if (typeof value === "string") return needsEscape(value) ? JSON.stringify(value) : `"${value}"`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    let out = `[${canonical(value[0])}`;
    for (let at = 1; at < value.length; at++) out += `,${canonical(value[at])}`;
    return `${out}]`;
  }
  const { said, labels } = shapeOf(value);
  if (said.length === 0) return "{}";
  const fields = value as Readonly<Record<string, unknown>>;
  let out = "";
  for (let at = 0; at < said.length; at++) out += (labels[at] ?? "") + canonical(fields[said[at] ?? ""]);
  return `${out}}`;
}

/** Whether JSON prints the text otherwise than between quotation marks: those marks, `\`, controls, halves of pairs. */
function needsEscape(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80 ? code < 0x20 || code === 0x22 || code === 0x5c : code >= 0xd800 && code < 0xe000) return true;
  }
  return false;
}
