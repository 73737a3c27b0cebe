import type { RecordDefinition } from "../record-definition.js";
import { attendance } from "./attendance.js";
import { donation } from "./donation.js";
import { fair } from "./fair.js";
import { meeting } from "./meeting.js";
import { milestone } from "./milestone.js";
import { organisation } from "./organisation.js";
import { pair } from "./pair.js";
import { pairing } from "./pairing.js";
import { party } from "./party.js";
import { person } from "./person.js";
import { plan } from "./plan.js";
import { post } from "./post.js";
import { project } from "./project.js";
import { region } from "./region.js";
import { reportedFigure } from "./reported-figure.js";
import { rosterCount } from "./roster-count.js";
import { signing } from "./signing.js";
import { statement } from "./statement.js";
import { talentEvent } from "./talent-event.js";
import { training } from "./training.js";
import { visit } from "./visit.js";
import { visitStop } from "./visit-stop.js";

/**
 * All records, in the order of dependence: a row refers only to records before it or to its own (exceptions: none).
 * Import, export, proposals and lists keep this order.
 */
export const recordDefinitions: readonly RecordDefinition[] = [
  region,
  organisation,
  party,
  pair,
  pairing,
  person,
  post,
  visit,
  project,
  milestone,
  visitStop,
  meeting,
  attendance,
  statement,
  signing,
  donation,
  talentEvent,
  training,
  fair,
  rosterCount,
  reportedFigure,
  plan,
];
