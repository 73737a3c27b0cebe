import type { Desk } from "../desk.js";
import { drawSample } from "./draw-sample.js";
import { duplicates, duplicateYears } from "./duplicates.js";
import type { InspectDesk } from "./inspect-desk.js";
import { phoneSheet } from "./phone-sheet.js";
import { recordResult, spotCheck, spotChecks, startSpotCheck } from "./spot-checks.js";

/** The door of 核查. */
export function inspectDesk(desk: Desk): InspectDesk {
  return {
    drawSample: (actor, query) => drawSample(desk, actor, query),
    startSpotCheck: (actor, given) => startSpotCheck(desk, actor, given),
    spotChecks: (actor) => spotChecks(desk, actor),
    spotCheck: (actor, scopeId, id) => spotCheck(desk, actor, scopeId, id),
    recordResult: (actor, scopeId, id, given) => recordResult(desk, actor, scopeId, id, given),
    phoneSheet: (actor, scopeId, id) => phoneSheet(desk, actor, scopeId, id),
    duplicates: (actor, year) => duplicates(desk, actor, year),
    duplicateYears: (actor) => duplicateYears(desk, actor),
  };
}
