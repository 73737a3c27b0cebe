import { randomFillSync } from "node:crypto";
import { dayRange } from "@shanhai/model";
import { rowDigest } from "../chain/row-digest.js";
import type { Values } from "../command.js";
import { ownTitle } from "../querying/titles.js";
import { soundOf } from "./record-columns.js";
import type { KeptRecord } from "./record-set.js";
import { rowGrams } from "./row-grams.js";

/** `seq` is known when the head is locked: its place is kept free. */
export const SEQ_WIDTH = 19;
const SEQ = "0".repeat(SEQ_WIDTH);
const SALTS = 512;
const MOST_TITLES = 4000;

/** How a column of a line follows from the values. */
interface LineColumn {
  readonly key: string;
  readonly bound: "from" | "to" | null;
}

/** A new row that comes by a run as a line of COPY, and its digest. */
export class LineMaker {
  readonly #record: KeptRecord;
  readonly #columns: readonly LineColumn[];
  /** Sellers and goods come back. */
  readonly #grams = new Map<string, string>();
  readonly #salts = Buffer.alloc(SALTS * 32);
  #salt = SALTS;

  constructor(record: KeptRecord) {
    this.#record = record;
    this.#columns = record.definition.fields.flatMap(({ key, type }): LineColumn[] =>
      type === "date"
        ? [
            { key, bound: null },
            { key, bound: "from" },
            { key, bound: "to" },
          ]
        : [{ key, bound: null }],
    );
  }

  make(scope_id: string, id: string, values: Values): { readonly line: string; readonly digest: string } {
    const { definition, salted } = this.#record;
    const salt = salted ? this.#nextSalt() : null;
    let line = `${SEQ}\t${scope_id}\t${id}\t{${definition.bulk === true ? "" : this.#gramsOf(values)}}`;
    if (definition.order.sound !== undefined)
      line += `\t${copyValue(soundOf(definition, values[definition.order.field]))}`;
    if (salt !== null) line += `\t\\\\x${salt.toString("hex")}`;
    for (const { key, bound } of this.#columns) {
      const value = values[key] ?? null;
      line += `\t${bound === null || typeof value !== "string" ? copyValue(value) : (dayRange(value)?.[bound] ?? "\\N")}`;
    }
    return { line: `${line}\n`, digest: rowDigest(definition, { scope_id, id, values, salt }) };
  }

  /** Characters and pairs of them: none has a sign in it that an array would need quoted. */
  #gramsOf(values: Values): string {
    const { definition } = this.#record;
    const title = ownTitle(definition, values) ?? "";
    const known = this.#grams.get(title);
    if (known !== undefined) return known;
    const made = rowGrams(definition, values, title)
      .map((gram) => `"${gram}"`)
      .join(",");
    if (this.#grams.size < MOST_TITLES) this.#grams.set(title, made);
    return made;
  }

  #nextSalt(): Buffer {
    if (this.#salt === SALTS) {
      randomFillSync(this.#salts);
      this.#salt = 0;
    }
    const at = this.#salt * 32;
    this.#salt += 1;
    return this.#salts.subarray(at, at + 32);
  }
}

/** The columns of a record's lines, quoted. */
export function copyColumns(record: KeptRecord): string {
  const others = record.columns.split(", ").filter((column) => column !== '"seq"');
  const { definition, salted } = record;
  const first = ['"scope_id"', '"id"', '"search_grams"'];
  const own = [...(definition.order.sound === undefined ? [] : ['"sort_key"']), ...(salted ? ['"salt"'] : [])];
  const rest = others.filter((column) => !first.includes(column) && !own.includes(column));
  return ['"seq"', ...first, ...own, ...rest].join(", ");
}

/** A value as COPY reads it: text, numbers, flags, lists of texts as an array. */
function copyValue(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return SPECIAL.test(value) ? value.replace(EACH_SPECIAL, escaped) : value;
  if (typeof value === "boolean") return value ? "t" : "f";
  throw new TypeError("a row of a run holds texts, numbers, days and flags only");
}

const SPECIAL = /[\\\n\r\t]/;
const EACH_SPECIAL = /[\\\n\r\t]/g;
const ESCAPES: { readonly [character: string]: string } = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(character: string): string {
  return ESCAPES[character] ?? character;
}
