import {
  checkCumulative,
  checkPart,
  compareDecimals,
  type FigureWarning,
  indicators,
  isDecimalText,
  versionIn,
} from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Change, Values } from "../command.js";
import type { StoredValue } from "../counting/reported-values.js";
import { storedValues } from "../counting/reported-values.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { freshId } from "../fresh-id.js";
import type { Filled, FilledNumber, Filling, MonthOfPair } from "./reconcile-desk.js";

const at = ({ year, month }: MonthOfPair) => year * 100 + month;

/** The numbers of a month and line that stand, as the actor sees them. */
export async function numbersOf(
  desk: Desk,
  actor: Actor,
  of: MonthOfPair,
  kind: StoredValue["kind"],
): Promise<readonly StoredValue[]> {
  const values = await storedValues(desk, actor, [of.scope], [at(of)]);
  return values.filter((one) => one.kind === kind && (one.line ?? of.line) === of.line);
}

/**
 * Writes numbers that were filled in, on screen or in a sheet: a number that stands is changed, the others are made; what
 * stood so already is left alone, so that the same sheet twice changes nothing. Checks warn.
 */
export async function fillNumbers(desk: Desk, actor: Actor, filling: Filling): Promise<Filled> {
  const { scope, year, month, line, kind, numbers } = filling;
  for (const number of numbers) checkNumber(number, year);
  const standing = new Map((await numbersOf(desk, actor, filling, kind)).map((one) => [one.indicator, one]));
  const changes = numbers.flatMap((number): Change[] => {
    const was = standing.get(number.indicator);
    const given: Values = {
      this_month: number.this_month,
      to_date: number.to_date,
      ...(number.note === undefined ? {} : { note: number.note }),
    };
    if (was !== undefined) {
      const same = Object.entries(given).every(([key, value]) => sameNumber(was[key as keyof StoredValue], value));
      // A number that was confirmed or reported and is now another is neither any more.
      const again = was.state === "confirmed" || was.state === "reported" ? { state: "submitted", settled: null } : {};
      const values = { ...given, ...again };
      return same
        ? []
        : [{ op: "change", record: "indicator_value", scope_id: scope, id: was.id, version: was.version, values }];
    }
    if (number.this_month === null && number.to_date === null) return [];
    const unit = indicators.find(({ code }) => code === number.indicator)?.unit ?? null;
    const state = filling.draft === true ? "draft" : "office";
    const own: Values = { indicator: number.indicator, year, month, kind, line, unit, state, reporter: actor.name };
    const by: Values = filling.reporter_unit === undefined ? {} : { reporter_unit: filling.reporter_unit };
    const values = { ...own, ...by, ...given };
    return [{ op: "create", record: "indicator_value", scope_id: scope, id: freshId(), values }];
  });
  const reason = kind === "reported" ? "填报指标数" : "登记对方数";
  const receipt =
    changes.length === 0 ? null : await desk.write(actor, { command_id: filling.command_id, reason, changes });
  return { receipt, warnings: kind === "reported" ? await warningsOf(desk, actor, filling) : [] };
}

function sameNumber(a: unknown, b: unknown): boolean {
  if (typeof a !== "string" || typeof b !== "string" || !isDecimalText(a) || !isDecimalText(b))
    return (a ?? null) === (b ?? null);
  return compareDecimals(a, b) === 0;
}

function checkNumber(number: FilledNumber, year: number): void {
  const definition = indicators.find(({ code }) => code === number.indicator);
  if (definition === undefined || versionIn(definition, year) === null)
    throw new LedgerError("INDICATOR_UNKNOWN", { code: number.indicator, year });
  for (const value of [number.this_month, number.to_date])
    if (value !== null && !isDecimalText(value)) throw new LedgerError("NUMBER_UNREADABLE", { code: number.indicator });
}

/** What the filled-in month fails to add up to. */
async function warningsOf(desk: Desk, actor: Actor, of: Filling): Promise<readonly FigureWarning[]> {
  const now = await numbersOf(desk, actor, of, "reported");
  const last: MonthOfPair = { ...of, month: of.month - 1 };
  const before =
    of.month === 1
      ? []
      : [...(await numbersOf(desk, actor, last, "reported")), ...(await numbersOf(desk, actor, last, "final"))];
  const toDate = new Map(before.map((one) => [one.indicator, one.to_date]));
  const byCode = new Map(now.map((one) => [one.indicator, one]));
  return now.flatMap((one) => {
    const definition = indicators.find(({ code }) => code === one.indicator);
    if (definition === undefined) return [];
    const parent = indicators.find(({ code }) => code === definition.parent);
    const whole = parent === undefined ? undefined : byCode.get(parent.code);
    const cumulative =
      definition.kind === "stock"
        ? []
        : checkCumulative(
            { indicator: one.indicator, thisMonth: one.this_month, toDate: one.to_date },
            of.month === 1 ? "0" : (toDate.get(one.indicator) ?? null),
          );
    const part =
      parent === undefined || whole === undefined
        ? []
        : checkPart(
            { indicator: one.indicator, zh: definition.zh, en: definition.en, value: one.to_date },
            { zh: parent.zh, en: parent.en, value: whole.to_date },
          );
    return [...cumulative, ...part];
  });
}
