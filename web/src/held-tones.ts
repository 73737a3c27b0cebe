import type { HeldLine } from "@shanhai/server";
import type { Tone } from "./components/Label.js";

/** The colour of a change under review by its state. */
export const heldTones: { readonly [state in HeldLine["state"]]: Tone } = {
  draft: "plain",
  waiting: "sea",
  accepted: "mountain",
  returned: "doubt",
  dropped: "plain",
};
