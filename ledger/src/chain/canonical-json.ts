import { isWellFormed } from "./well-formed-text.js";

/**
 * The one text of a JSON value by RFC 8785: no white space, member names ordered by UTF-16 code units, numbers and
 * strings as ECMAScript prints them. Takes `unknown` because values come from the database; what JSON cannot say
 * exactly (undefined, bigint, not-finite numbers, lone surrogates, dates) throws, as it would be a fault of ours.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case "string":
      return canonicalText(value);
    case "number":
      if (!Number.isFinite(value)) throw new TypeError("canonical JSON: not a finite number");
      return JSON.stringify(value);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      break;
    default:
      throw new TypeError(`canonical JSON: ${typeof value} has no form`);
  }
  if (value === null) return "null";
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(",")}]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError("canonical JSON: not a plain object");
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

/** The same for a string. Most are names, codes and numbers with nothing in them to be escaped. */
export function canonicalText(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (!isWellFormed(text)) throw new TypeError("canonical JSON: a lone surrogate has no UTF-8 form");
  return JSON.stringify(text);
}

/** Printed ASCII but quotes and backslashes, and what lies between it and the surrogates; no control characters. */
const PLAIN = /^[ !#-[\]-~\u00a0-\ud7ff]*$/;
