import type { Issue } from "./issue.js";

/** How sure a repair is of a character it wrote. */
export type Certainty = "certain" | "guessed";

/** One replacement in the text that a repair was given. Deleting is an empty `text`, inserting an empty stretch. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Offsets inside `text` of characters that were guessed; every other one is certain. */
  readonly guessed?: readonly number[];
  /** Sizes match character by character, so that places inside the stretch keep their meaning. */
  readonly aligned?: boolean;
}

/**
 * What a repair mends: `bytes` restores characters that an encoding fault destroyed, `gloss` removes inserted pinyin,
 * `normalising` changes width, space or marks, `script` turns Traditional into Simplified. The first is counted apart,
 * because only it claims that the page was broken.
 */
export type RepairFamily = "bytes" | "gloss" | "normalising" | "script";

/** One repair: finds edits, never applies them. The runner (repair.ts) applies them and keeps the map. */
export interface TextRepair {
  /** The file's name; printed in `damage` and stored with edits. */
  readonly id: string;
  readonly family: RepairFamily;
  /** Edits in order of their start, not overlapping; issues with places in the text given. */
  find(text: string): { readonly edits: readonly TextEdit[]; readonly issues?: readonly Issue[] };
}
