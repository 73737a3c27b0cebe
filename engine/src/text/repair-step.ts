import type { Issue } from "../issue.js";
import type { TextInWork } from "./text-in-work.js";

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

/** What a repair finds in a text. */
export interface Finding {
  /** In order of their start, not overlapping. */
  readonly edits: readonly TextEdit[];
  /**
   * Instead of edits: the whole text with some characters changed one for one. Every character that differs is an edit,
   * and all places keep their meaning.
   */
  readonly rewritten?: string;
  /** Instead of edits: stretches to be taken out, as starts and ends in turn. */
  readonly removed?: Int32Array;
  /** How many faults they mend, where one fault takes several edits; else the number of edits. */
  readonly count?: number;
  /** Places are places in the text given. */
  readonly issues?: readonly Issue[];
}

/** One repair: finds edits, never applies them. The runner (repair.ts) applies them and keeps the map. */
export interface TextRepair {
  /** The file's name; printed in `damage` and stored with edits. */
  readonly id: string;
  readonly family: RepairFamily;
  /** Signs (text-signs.ts) of which a text must hold at least one; else it is not even asked. */
  readonly signs: number;
  /** What it does can bring no sign into the text that was not there, so that the text need not be looked at again. */
  readonly addsNoSign?: true;
  /** `signs` are those of the text. */
  find(work: TextInWork, signs: number): Finding;
}
