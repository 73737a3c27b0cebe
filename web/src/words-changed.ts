import { changedByWriting, queries } from "./queries.js";

/** A dictionary was set: ledgers are told in its words anew, on every page. */
export function wordsChanged(): void {
  queries.invalidateQueries({ predicate: (query) => changedByWriting(query) || query.queryKey[0] === "definitions" });
}
