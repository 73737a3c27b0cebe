import type { TextRepair } from "../text/repair-step.js";
import { brokenLines } from "./broken-lines.js";
import { byteMisalignment } from "./byte-misalignment.js";
import { doubleDecoding } from "./double-decoding.js";
import { doubledMarks } from "./doubled-marks.js";
import { fullWidth } from "./full-width.js";
import { gloss } from "./gloss.js";
import { htmlEntities } from "./html-entities.js";
import { invisibleCharacters } from "./invisible-characters.js";
import { printedMarks } from "./printed-marks.js";
import { spacedCharacters } from "./spaced-characters.js";
import { spacedNames } from "./spaced-names.js";
import { spacedNumbers } from "./spaced-numbers.js";
import { thousandsCommas } from "./thousands-commas.js";
import { traditional } from "./traditional.js";

/** The repairs in the order in which they run. */
export const repairs: readonly TextRepair[] = [
  // A wrong table first: a shift inside such a text is a shift of the bytes behind it, and a soft hyphen is one of the bytes.
  doubleDecoding,
  // What cannot be seen hides bytes from the next repair.
  invisibleCharacters,
  // Needs the page's own characters, glosses, private-use characters and folded marks: before everything that changes one.
  byteMisalignment,
  // A fault may have begun at a gloss or have hidden one; after it every gloss stands behind its character.
  gloss,
  htmlEntities,
  // By phrase, so the phrases must be whole: after bytes and glosses.
  traditional,
  fullWidth,
  printedMarks,
  spacedCharacters,
  // Digits are folded by now.
  spacedNumbers,
  // By the lists of names, so in Simplified.
  spacedNames,
  doubledMarks,
  thousandsCommas,
  // Last, because it judges whole lines.
  brokenLines,
];
