import type { FollowupLight } from "@shanhai/server";
import type { Tone } from "./components/Label.js";

/** The colour beside each word; red only for what is late on the own side. */
export const lightTones: { readonly [light in FollowupLight]: Tone } = {
  late: "late",
  soon: "doubt",
  on_track: "sea",
  moving: "plain",
  done: "mountain",
  dropped: "plain",
};
