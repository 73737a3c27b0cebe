import type { Proposal } from "../proposal.js";
import { attendanceProposal } from "./attendance.js";
import { donationProposal } from "./donation.js";
import { fairProposal } from "./fair.js";
import { meetingProposal } from "./meeting.js";
import { milestoneProposal } from "./milestone.js";
import { organisationProposal } from "./organisation.js";
import { pairProposal } from "./pair.js";
import { pairingProposal } from "./pairing.js";
import { partyProposal } from "./party.js";
import { personProposal } from "./person.js";
import { planProposal } from "./plan.js";
import { postProposal } from "./post.js";
import { projectProposal } from "./project.js";
import { regionProposal } from "./region.js";
import { reportedFigureProposal } from "./reported-figure.js";
import { rosterCountProposal } from "./roster-count.js";
import { signingProposal } from "./signing.js";
import { statementProposal } from "./statement.js";
import { talentEventProposal } from "./talent-event.js";
import { trainingProposal } from "./training.js";
import { visitProposal } from "./visit.js";
import { visitStopProposal } from "./visit-stop.js";

/**
 * All proposals, in the order of `recordDefinitions`: a row needs only rows of records before its own, so that rows
 * written in this order never point ahead. (Statements answer statements; those are ordered by needs.)
 */
export const proposals: readonly Proposal[] = [
  regionProposal,
  organisationProposal,
  partyProposal,
  pairProposal,
  pairingProposal,
  personProposal,
  postProposal,
  visitProposal,
  projectProposal,
  milestoneProposal,
  visitStopProposal,
  meetingProposal,
  attendanceProposal,
  statementProposal,
  signingProposal,
  donationProposal,
  talentEventProposal,
  trainingProposal,
  fairProposal,
  rosterCountProposal,
  reportedFigureProposal,
  planProposal,
];
