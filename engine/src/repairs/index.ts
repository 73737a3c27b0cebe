import type { TextRepair } from "../repair-step.js";
import { byteMisalignment } from "./byte-misalignment.js";
import { gloss } from "./gloss.js";
import { traditional } from "./traditional.js";

/**
 * The repairs in the order in which they run.
 * Scripts come last: byte faults and glosses were made on the page's own characters.
 */
export const repairs: readonly TextRepair[] = [byteMisalignment, gloss, traditional];
