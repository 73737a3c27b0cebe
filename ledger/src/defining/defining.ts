import {
  commandId,
  compareDecimals,
  hasMeasure,
  indicators,
  isDecimalText,
  NIL_SCOPE,
  unitChoices,
  windowProblem,
} from "@shanhai/model";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Change, Values } from "../command.js";
import { freshenRollups } from "../counting/rebuild-rollups.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import type { DefiningDesk, IndicatorInput, IndicatorSet, PaceInput } from "./defining-desk.js";
import { INDICATOR_RULE, PACE_RULE } from "./definition-records.js";
import { indicatorSet } from "./indicator-sets.js";

/** The door of 指标口径. */
export function definingDesk(desk: Desk): DefiningDesk {
  return {
    indicatorSet: (actor, year) => indicatorSet(desk, actor, year),
    setIndicator: (actor, year, code, input) => setIndicator(desk, actor, year, code, input),
    async resetIndicator(actor, year, code, { version, reason, command_id }) {
      const id = ruleId(year, code);
      const change: Change = { op: "remove", record: INDICATOR_RULE, scope_id: NIL_SCOPE, id, version };
      return kept(desk, actor, year, { reason, command_id }, change);
    },
    setPace: (actor, year, input) => setPace(desk, actor, year, input),
  };
}

async function setIndicator(desk: Desk, actor: Actor, year: number, code: string, input: IndicatorInput) {
  requireRight(actor, "definitions");
  const definition = indicators.find((one) => one.code === code);
  if (definition === undefined) throw new LedgerError("INDICATOR_UNKNOWN", { year, code });
  const { window, cut_off, unit, measure, rule, evidence } = input;
  const problem = windowProblem(window);
  if (problem !== null) throw new LedgerError("WINDOW_INVALID", { code });
  if (
    cut_off !== null &&
    windowProblem({ start: { years: -1, day: cut_off }, end: { years: 1, day: cut_off } }) !== null
  )
    throw new LedgerError("WINDOW_INVALID", { code });
  if (!unitChoices(definition).includes(unit))
    throw new LedgerError("UNIT_FIXED", { code, unit: unitChoices(definition).join("、") });
  if (measure !== null && !hasMeasure(definition)) throw new LedgerError("MEASURE_UNFIT", { code });
  const values: Values = {
    indicator: code,
    from_year: String(year),
    start_years: String(window.start.years),
    start_day: window.start.day,
    end_years: String(window.end.years),
    end_day: window.end.day,
    cut_off,
    unit,
    measure,
    rule_zh: rule.zh,
    rule_en: rule.en,
    evidence_zh: evidence.zh,
    evidence_en: evidence.en,
  };
  return kept(desk, actor, year, input, changeOf(INDICATOR_RULE, ruleId(year, code), input.version, values));
}

async function setPace(desk: Desk, actor: Actor, year: number, input: PaceInput): Promise<IndicatorSet> {
  requireRight(actor, "definitions");
  const { yellow_points, soon_months } = input;
  const points = isDecimalText(yellow_points) && compareDecimals(yellow_points, "0") >= 0;
  if (!points || compareDecimals(yellow_points, "100") > 0 || !(soon_months >= 0 && soon_months <= 12))
    throw new LedgerError("PACE_INVALID");
  const id = commandId("pace-rule", String(year));
  const values: Values = { from_year: String(year), yellow_points, soon_months: String(soon_months) };
  return kept(desk, actor, year, input, changeOf(PACE_RULE, id, input.version, values));
}

/** One row per indicator and year: two who set the same one meet. */
function ruleId(year: number, code: string): string {
  return commandId("indicator-rule", code, String(year));
}

function changeOf(record: string, id: string, version: string | null, values: Values): Change {
  const row = { record, scope_id: NIL_SCOPE, id, values };
  return version === null ? { op: "create", ...row } : { op: "change", version, ...row };
}

/** Writes, then counts anew what other windows or rules count; a reader in between sees the count from before. */
async function kept(
  desk: Desk,
  actor: Actor,
  year: number,
  { reason, command_id }: { readonly reason: string; readonly command_id: string },
  change: Change,
): Promise<IndicatorSet> {
  requireRight(actor, "definitions");
  await desk.write(actor, { command_id, reason, changes: [change] });
  await freshenRollups(desk.database, desk.records);
  return indicatorSet(desk, actor, year);
}
