import type { Rule } from "../draft.js";
import { commitment } from "./commitment.js";

/** All rules in the order in which they run; a rule sees what those above it drafted. */
export const rules: readonly Rule[] = [
  // Last: who speaks for which side needs the regions, pairings and people above.
  commitment,
];
