import { Pattern } from "./pattern.js";

/**
 * The ways in which texts say one thing, each with its name, the words that made it necessary and its expression. The test
 * beside this file holds every expression against its words.
 */
export type Senses = Readonly<Record<string, readonly [words: string, regex: RegExp]>>;

/** A pattern for all of them; where several fit at one place, the first in the table is taken. */
export function anySense(senses: Senses): Pattern {
  return new Pattern(expressionOf(senses));
}

/** The same as an expression; behind the senses words that stand by themselves. */
export function expressionOf(senses: Senses, words: readonly string[] = []): RegExp {
  const sources = Object.values(senses).map(([, { source }]) => source);
  return new RegExp([...sources, ...words].join("|"), "g");
}
