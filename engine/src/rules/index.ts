import type { Rule } from "../draft.js";
import { actingRegion } from "./acting-region.js";
import { commitment } from "./commitment.js";
import { documentPaper } from "./document-paper.js";
import { eventDonation } from "./event-donation.js";
import { eventFair } from "./event-fair.js";
import { eventMeeting } from "./event-meeting.js";
import { eventSigning } from "./event-signing.js";
import { eventTalent } from "./event-talent.js";
import { eventTraining } from "./event-training.js";
import { eventUnheld } from "./event-unheld.js";
import { eventUnveiling } from "./event-unveiling.js";
import { eventVisit } from "./event-visit.js";
import { figure } from "./figure.js";
import { organisation } from "./organisation.js";
import { pairing } from "./pairing.js";
import { pairingCount } from "./pairing-count.js";
import { person } from "./person.js";
import { plan } from "./plan.js";
import { project } from "./project.js";
import { region } from "./region.js";
import { tableFigure } from "./table-figure.js";
import { target } from "./target.js";
import { townParties } from "./town-parties.js";

/** All rules in the order in which they run; a rule sees what those above it drafted. */
export const rules: readonly Rule[] = [
  // First, because a region counts as a party where it is paired.
  pairing,
  region,
  pairingCount,
  person,
  organisation,
  figure,
  tableFigure,
  // After figures: a target is one that is still to be reached.
  target,
  documentPaper,
  // The visit first: its days, travellers and hosts hold for what happens within it.
  eventVisit,
  // Courses and fairs before what is signed or given at their opening (开班式上).
  eventTraining,
  eventFair,
  eventMeeting,
  eventSigning,
  eventUnveiling,
  eventDonation,
  eventTalent,
  // After the events, which say what towns do with each other.
  townParties,
  actingRegion,
  // After the unveilings, which are milestones of projects.
  project,
  // After the projects, whose milestones are what was held.
  eventUnheld,
  plan,
  // Last: who speaks for which side needs the regions, pairings and people above.
  commitment,
];
