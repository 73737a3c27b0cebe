import type { RecordDefinition } from "../record-definition.js";
import { affiliation } from "./affiliation.js";
import { agreement } from "./agreement.js";
import { assessment } from "./assessment.js";
import { assessmentProblem } from "./assessment-problem.js";
import { asset } from "./asset.js";
import { attendance } from "./attendance.js";
import { briefing } from "./briefing.js";
import { collection } from "./collection.js";
import { collectionSheet } from "./collection-sheet.js";
import { demoVillage } from "./demo-village.js";
import { donation } from "./donation.js";
import { enrolment } from "./enrolment.js";
import { fair } from "./fair.js";
import { fundSource } from "./fund-source.js";
import { fundTranche } from "./fund-tranche.js";
import { handover } from "./handover.js";
import { indicatorTarget } from "./indicator-target.js";
import { indicatorValue } from "./indicator-value.js";
import { instruction } from "./instruction.js";
import { investment } from "./investment.js";
import { investmentArrival } from "./investment-arrival.js";
import { labourBrand } from "./labour-brand.js";
import { labourRecord } from "./labour-record.js";
import { labourStation } from "./labour-station.js";
import { leave } from "./leave.js";
import { letter } from "./letter.js";
import { meeting } from "./meeting.js";
import { milestone } from "./milestone.js";
import { monthClose } from "./month-close.js";
import { need } from "./need.js";
import { needAnswer } from "./need-answer.js";
import { notice } from "./notice.js";
import { organisation } from "./organisation.js";
import { pair } from "./pair.js";
import { pairing } from "./pairing.js";
import { park } from "./park.js";
import { party } from "./party.js";
import { payment } from "./payment.js";
import { paymentShare } from "./payment-share.js";
import { person } from "./person.js";
import { plan } from "./plan.js";
import { post } from "./post.js";
import { project } from "./project.js";
import { projectProgress } from "./project-progress.js";
import { publicity } from "./publicity.js";
import { receptionPlan } from "./reception-plan.js";
import { region } from "./region.js";
import { reportedFigure } from "./reported-figure.js";
import { rosterCount } from "./roster-count.js";
import { sale } from "./sale.js";
import { salesPoint } from "./sales-point.js";
import { signing } from "./signing.js";
import { spotCheck } from "./spot-check.js";
import { spotCheckItem } from "./spot-check-item.js";
import { statement } from "./statement.js";
import { talentEvent } from "./talent-event.js";
import { talentPosting } from "./talent-posting.js";
import { task } from "./task.js";
import { taskUnit } from "./task-unit.js";
import { training } from "./training.js";
import { visit } from "./visit.js";
import { visitStop } from "./visit-stop.js";
import { workshop } from "./workshop.js";

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
  agreement,
  instruction,
  task,
  taskUnit,
  need,
  needAnswer,
  fundSource,
  fundTranche,
  payment,
  paymentShare,
  projectProgress,
  talentPosting,
  leave,
  affiliation,
  park,
  investment,
  investmentArrival,
  workshop,
  demoVillage,
  asset,
  notice,
  labourRecord,
  labourStation,
  labourBrand,
  enrolment,
  sale,
  salesPoint,
  assessment,
  assessmentProblem,
  publicity,
  letter,
  receptionPlan,
  handover,
  indicatorTarget,
  indicatorValue,
  monthClose,
  spotCheck,
  spotCheckItem,
  collection,
  collectionSheet,
  briefing,
];
