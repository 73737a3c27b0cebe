import type { Annotator } from "../annotator.js";
import { date } from "./date.js";
import { knownName } from "./known-name.js";
import { loneName } from "./lone-name.js";
import { organisation } from "./organisation.js";
import { project } from "./project.js";
import { quantity } from "./quantity.js";
import { region } from "./region.js";
import { roster } from "./roster.js";

/** In this order: quantities leave dates alone; rosters take the place out of a post (罗甸县委书记);
 * names found again need the rosters'; lone names are those that no other reader took. */
export const annotators: readonly Annotator[] = [
  region,
  date,
  quantity,
  organisation,
  roster,
  knownName,
  loneName,
  project,
];
