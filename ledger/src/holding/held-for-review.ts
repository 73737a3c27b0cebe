import type { HeldLine } from "./holding-desk.js";

/**
 * Thrown out of whatever was about to write: it is kept for a colleague's review instead, and nothing else was done. No
 * refusal: the server answers 202 with it.
 */
export class HeldForReview extends Error {
  constructor(readonly held: HeldLine) {
    super("held for review");
    this.name = "HeldForReview";
  }
}
