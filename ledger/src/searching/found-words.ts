import { findSpelled, type TextMark } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { type Bind, binder } from "../querying/bind.js";

import { identifier } from "../schema/record-columns.js";
import type { KeptRecord } from "../schema/record-set.js";
import { gramsCondition, marksOf, type SearchWord } from "./search-word.js";

/** More different words than this are asked of no index: the shortest are as common as the rows. */
const MOST = 20_000;
/** One character begins half of all names. */
const SHORTEST_KEY = 2;
/** After every text that begins with what stands before it. */
const BEYOND = "\u{10FFFF}";

/** What the words of a search stand for in the columns of many rows: of each word the values, by record and field. */
export class FoundWords {
  private constructor(
    private readonly words: readonly SearchWord[],
    private readonly values: readonly ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>[],
  ) {}

  /** The kept words (`row-words.ts`) that hold the words searched for. Values say nothing yet: rows are asked with the policy. */
  static async of(desk: Desk, actor: Actor, words: readonly SearchWord[]): Promise<FoundWords> {
    const { values, bind } = binder();
    const holding = words.map((word) => gramsCondition([word], true, "w.search_grams", bind)).join(" or ");
    const scopes = actor.scopes === "all" ? "" : ` and w.scope_id = any(${bind(actor.scopes, "uuid[]")})`;
    const { rows } = await desk.database.query<{ record: string; field: string; word: string }>(
      `select distinct w.record, w.field, w.word from row_word w where (${holding})${scopes} limit ${MOST}`,
      values,
    );
    return new FoundWords(
      words,
      words.map((word) => {
        const found = new Map<string, Map<string, Set<string>>>();
        for (const { record, field, word: text } of rows) {
          // Grams say which may hold it.
          if (marksIn(word, text).length === 0) continue;
          const fields = found.get(record) ?? new Map<string, Set<string>>();
          fields.set(field, (fields.get(field) ?? new Set()).add(text));
          found.set(record, fields);
        }
        return found;
      }),
    );
  }

  /** The condition on row `r` that it holds each word: in its grams, in a column of shared words, or at the beginning of a key. */
  condition(record: KeptRecord, bind: Bind): string {
    const each = this.words.map((_, at) => {
      const ways = this.waysOf(at, record, bind);
      return ways.length === 0 ? "false" : `(${ways.join(" or ")})`;
    });
    return each.join(" and ");
  }

  /**
   * The same as conditions of which one is enough, each with an index of its own where one word is searched for, so that the
   * first rows of each are met without looking for all of them.
   */
  ways(record: KeptRecord, bind: Bind): readonly string[] {
    return this.words.length === 1 ? this.waysOf(0, record, bind) : [this.condition(record, bind)];
  }

  private waysOf(at: number, { definition }: KeptRecord, bind: Bind): readonly string[] {
    const word = this.words[at];
    if (word === undefined) return [];
    const held = [...(this.values[at]?.get(definition.name) ?? [])].map(
      ([field, values]) => `r.${identifier(field)} = any(${bind([...values], "text[]")})`,
    );
    const begun = definition.searched?.keys ?? [];
    const keys = begun
      .filter(() => [...word.text].length >= SHORTEST_KEY)
      .map((field) => {
        const column = `r.${identifier(field)} collate "C"`;
        return `(${column} >= ${bind(word.text, "text")} and ${column} < ${bind(word.text + BEYOND, "text")})`;
      });
    const grams =
      definition.bulk === true
        ? []
        : [gramsCondition([word], definition.order.sound !== undefined, "r.search_grams", bind)];
    return [...grams, ...keys, ...held];
  }
}

/** What is looked for: the words, and what they stand for in the columns of many rows. */
export interface Searched {
  readonly words: readonly SearchWord[];
  readonly found: FoundWords;
}

/** Where a value holds the word, as it is written or by its sound. */
export function marksIn(word: SearchWord, text: string): readonly TextMark[] {
  const marks = marksOf(word, text);
  return marks.length > 0 ? marks : findSpelled(text, "words", word.text);
}

/** The field of a row, beside its title, that holds the word: a key that begins with it first. */
export function fieldHolding(
  { definition }: KeptRecord,
  values: { readonly [field: string]: unknown },
  word: SearchWord,
): string | null {
  const { keys = [], words = [] } = definition.searched ?? {};
  const text = (field: string) => (typeof values[field] === "string" ? String(values[field]) : "");
  return (
    keys.find((field) => text(field).startsWith(word.text)) ??
    words.find((field) => marksIn(word, text(field)).length > 0) ??
    null
  );
}
