import type { Matching } from "../likeness/matching.js";
import { donationMatching } from "./donation.js";
import { fairMatching } from "./fair.js";
import { meetingMatching } from "./meeting.js";
import { milestoneMatching } from "./milestone.js";
import { organisationMatching } from "./organisation.js";
import { pairingMatching } from "./pairing.js";
import { personMatching } from "./person.js";
import { planMatching } from "./plan.js";
import { postMatching } from "./post.js";
import { projectMatching } from "./project.js";
import { reportedFigureMatching } from "./reported-figure.js";
import { rosterCountMatching } from "./roster-count.js";
import { signingMatching } from "./signing.js";
import { statementMatching } from "./statement.js";
import { talentEventMatching } from "./talent-event.js";
import { trainingMatching } from "./training.js";
import { visitMatching } from "./visit.js";

/**
 * One matching per record whose rows have no id from codes. Regions, parties and pairs are the same by their id; stops
 * and attendances go with the visit they belong to.
 */
export const matchings: readonly Matching[] = [
  organisationMatching,
  pairingMatching,
  personMatching,
  postMatching,
  visitMatching,
  projectMatching,
  milestoneMatching,
  meetingMatching,
  statementMatching,
  signingMatching,
  donationMatching,
  talentEventMatching,
  trainingMatching,
  fairMatching,
  rosterCountMatching,
  reportedFigureMatching,
  planMatching,
];
