import type { Role } from "../actor.js";

const MONEY = ["fund_source", "fund_tranche", "payment", "payment_share", "project", "donation"];
const PROGRESS = ["project_progress", "milestone"];
const REPORTING = ["indicator_value", "indicator_target", "month_close", "collection", "collection_sheet"];

/** What a settled or closed month is kept in: whoever speaks for a side (数据核对) or closes a month (定稿封账) writes it. */
const NUMBERS = "indicator_value";

/**
 * The ledgers that a role writes, where it does not write all that it reads. A leader leaves instructions (领导批示) and
 * what becomes of them, and signs for the own side's numbers; finance keeps the money; an owner reports progress; who consolidates (汇总) writes what is
 * reported and returns a county's rows to the county instead of mending them.
 */
const WRITTEN: { readonly [role in Role]?: ReadonlySet<string> } = {
  leader: new Set(["instruction", "task", "task_unit", NUMBERS, "month_close"]),
  finance: new Set(MONEY),
  posted_cadre: new Set([
    ...MONEY,
    ...PROGRESS,
    "need",
    "need_answer",
    "investment",
    "visit",
    "visit_stop",
    "task",
    NUMBERS,
  ]),
  project_owner: new Set(PROGRESS),
  consolidator: new Set(REPORTING),
};

export function recordsWrittenBy(role: Role): "all" | ReadonlySet<string> {
  return WRITTEN[role] ?? "all";
}
