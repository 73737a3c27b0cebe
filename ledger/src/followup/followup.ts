import type { Desk } from "../desk.js";
import { followupBoard } from "./board.js";
import { breakDown, instruct } from "./break-down.js";
import { followupCounts } from "./counts.js";
import type { FollowupDesk } from "./followup-desk.js";
import { returnVisits } from "./return-visits.js";
import { unanswered } from "./unanswered.js";
import { openStatements } from "./waiting.js";

/** The door of 督办. */
export function followupDesk(desk: Desk): FollowupDesk {
  return {
    followupBoard: (actor, query) => followupBoard(desk, actor, query),
    followupCounts: (actor, query) => followupCounts(desk, actor, query),
    openStatements: (actor, query) => openStatements(desk, actor, query),
    breakDown: (actor, given) => breakDown(desk, actor, given),
    instruct: (actor, given) => instruct(desk, actor, given),
    unanswered: (actor, query) => unanswered(desk, actor, query),
    returnVisits: (actor, query) => returnVisits(desk, actor, query),
  };
}
