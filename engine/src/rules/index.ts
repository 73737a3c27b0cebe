import type { Rule } from "../draft.js";
import { commitment } from "./commitment.js";
import { figure } from "./figure.js";
import { pairing } from "./pairing.js";
import { person } from "./person.js";
import { region } from "./region.js";

/** All rules in the order in which they run; a rule sees what those above it drafted. */
export const rules: readonly Rule[] = [
  // First, because a region counts as a party where it is paired.
  pairing,
  region,
  person,
  figure,
  // Last: who speaks for which side needs the regions, pairings and people above.
  commitment,
];
