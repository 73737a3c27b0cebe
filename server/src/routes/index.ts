import type { Route } from "../route.js";
import { accounts } from "./accounts.js";
import { approvedMap } from "./approved-map.js";
import { backups } from "./backups.js";
import { calendar } from "./calendar.js";
import { changes } from "./changes.js";
import { collecting } from "./collecting.js";
import { documents } from "./documents.js";
import { evidence } from "./evidence.js";
import { followup } from "./followup.js";
import { holding } from "./holding.js";
import { importing } from "./importing.js";
import { indicatorSets } from "./indicator-sets.js";
import { indicators } from "./indicators.js";
import { inspecting } from "./inspecting.js";
import { money } from "./money.js";
import { packing } from "./packing.js";
import { papers } from "./papers.js";
import { receiving } from "./receiving.js";
import { reconciling } from "./reconciling.js";
import { records } from "./records.js";
import { registering } from "./registering.js";
import { remembering } from "./remembering.js";
import { reports } from "./reports.js";
import { review } from "./review.js";
import { search } from "./search.js";
import { session } from "./session.js";
import { sheets } from "./sheets.js";
import { summary } from "./summary.js";
import { templates } from "./templates.js";
import { viewing } from "./viewing.js";
import { wording } from "./wording.js";

/** All routes, in the order in which the API's description lists them. */
export const routes: readonly Route[] = [
  session,
  summary,
  search,
  documents,
  importing,
  review,
  records,
  registering,
  holding,
  evidence,
  followup,
  money,
  reports,
  papers,
  accounts,
  approvedMap,
  sheets,
  collecting,
  templates,
  remembering,
  viewing,
  changes,
  indicators,
  indicatorSets,
  wording,
  inspecting,
  packing,
  calendar,
  receiving,
  reconciling,
  backups,
];
