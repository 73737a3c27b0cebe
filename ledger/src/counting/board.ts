import {
  checkCumulative,
  checkPart,
  countyAverage,
  type Decimal,
  type IndicatorDefinition,
  paceOf,
  rateOf,
  subtractDecimals,
  versionIn,
} from "@shanhai/model";
import type { Actor } from "../actor.js";
import { type Definitions, definitionsOf } from "../defining/definitions.js";
import { editionOf } from "../defining/edition.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { type CountedSeries, type CountOptions, countSeries } from "./count-series.js";
import type { Board, BoardLine, BoardQuery, SaidFigure, ValueSource } from "./counting-desk.js";
import { type Frame, frameOf } from "./frame.js";
import { windowsIn } from "./lay-out-windows.js";
import { lastDay, ledgerFigure } from "./month-totals.js";
import { joinedFigure, type StoredValue, storedValues, targetsOf, type YearTarget } from "./reported-values.js";
import { saidFigures } from "./said-figures.js";

/** Everything a line is made from. */
interface Sheet {
  readonly query: BoardQuery;
  readonly definitions: Definitions;
  readonly frame: Frame;
  readonly parties: ReadonlySet<string>;
  readonly series: ReadonlyMap<string, CountedSeries>;
  readonly values: readonly StoredValue[];
  readonly targets: ReadonlyMap<string, YearTarget>;
  readonly said: readonly SaidFigure[];
}

/** The board of a month. Numbers of ledgers come from roll-ups; of a past day or 截至日 from the rows themselves. */
export async function board(
  desk: Desk,
  actor: Actor,
  query: BoardQuery,
  progress?: CountOptions["progress"],
): Promise<Board> {
  const { year, month, line, asOf, until } = query;
  if (!Number.isInteger(year) || !(month >= 1 && month <= 12))
    throw new LedgerError("QUERY_INVALID", { part: "month" });
  const frame = await frameOf(desk, actor, query);
  const scopes = [...frame.pairs.map(({ id }) => id), ...frame.parties];
  const definitions = await definitionsOf(desk.database, asOf);
  const sheet: Sheet = {
    query,
    definitions,
    frame,
    parties: new Set(frame.parties),
    series: await countSeries(desk, actor, frame, {
      line,
      ...(asOf === undefined ? {} : { asOf, windows: windowsIn(definitions) }),
      ...(until === undefined ? {} : { until }),
      exact: query.exact === true,
      ...(progress === undefined ? {} : { progress }),
    }),
    values: await storedValues(
      desk,
      actor,
      scopes,
      [monthAt(year, month), monthAt(year, month - 1), monthAt(year - 1, month)],
      asOf,
    ),
    targets: await targetsOf(
      desk,
      actor,
      frame.pairs.map(({ id }) => id),
      frame.parties,
      year,
      asOf,
    ),
    said: frame.kind === "pair" ? [] : await saidFigures(desk, actor, frame.parties, year, asOf),
  };
  const { indicators } = sheet.definitions;
  const simple = indicators.flatMap((definition) => (definition.kind === "rate" ? [] : lineOf(sheet, definition)));
  const byCode = new Map(simple.map((one) => [one.code, one]));
  const lines = indicators.flatMap((definition) =>
    definition.kind === "rate" ? rateLine(sheet, definition, byCode) : (byCode.get(definition.code) ?? []),
  );
  return {
    kind: frame.kind,
    title: frame.title,
    year,
    month,
    line,
    day: until ?? lastDay(year, month),
    asOf: asOf ?? null,
    edition:
      asOf === undefined
        ? null
        : await editionOf(desk.database, asOf, year, {
            before: definitions,
            today: await definitionsOf(desk.database),
          }),
    counties: frame.counties,
    pairs: frame.pairs.length,
    scopes,
    lines: lines.map((one) => withParent(sheet, one, byCode)),
  };
}

/** yyyymm; month 0 is December of the year before. */
function monthAt(year: number, month: number): number {
  return month === 0 ? (year - 1) * 100 + 12 : year * 100 + month;
}

function lineOf(sheet: Sheet, definition: IndicatorDefinition): BoardLine[] {
  const { year, month, line } = sheet.query;
  const version = versionIn(definition, year);
  if (version === null) return [];
  const { code } = definition;
  const series = sheet.series.get(code);
  const ledger = series === undefined ? null : ledgerFigure(definition, series, year, month, sheet.parties);
  const of = (kind: StoredValue["kind"], at: number, on: "west" | "east") =>
    joinedFigure(
      sheet.values.filter(
        (one) =>
          one.indicator === code && one.kind === kind && one.year * 100 + one.month === at && (one.line ?? line) === on,
      ),
    );
  const now = monthAt(year, month);
  const other = line === "west" ? "east" : "west";
  const reported = of("reported", now, line);
  const final = of("final", now, line);
  // 对方数: what they sent us, else what they have handed over in this same ledger.
  const otherSide = of("other_side", now, line) ?? of("final", now, other) ?? of("reported", now, other);
  const source: ValueSource | null =
    final !== null ? "final" : reported !== null ? "reported" : ledger !== null ? "ledger" : null;
  const told = final ?? reported;
  const [thisMonth, toDate] =
    told === null ? [ledger?.thisMonth ?? null, ledger?.toDate ?? null] : [told.thisMonth, told.toDate];
  const { target, row: targetRow } = sheet.targets.get(code) ?? { target: null, row: null };
  const rate = rateOf(toDate, target, sheet.query.until ?? lastDay(year, month));
  const before =
    month === 1
      ? "0"
      : ((of("final", monthAt(year, month - 1), line) ?? of("reported", monthAt(year, month - 1), line))?.toDate ??
        null);
  // Of the same kind of number as the line shows: a stamped figure is not compared with a count.
  const earlier =
    month === 1
      ? null
      : told !== null
        ? before
        : series === undefined
          ? null
          : (ledgerFigure(definition, series, year, month - 1, sheet.parties)?.toDate ?? null);
  const lastReported = of("final", monthAt(year - 1, month), line) ?? of("reported", monthAt(year - 1, month), line);
  const lastLedger = series === undefined ? null : ledgerFigure(definition, series, year - 1, month, sheet.parties);
  const lastToDate = lastReported?.toDate ?? lastLedger?.toDate ?? null;
  return [
    {
      code,
      version: version.version,
      unit: version.unit ?? definition.unit,
      target,
      targetRow,
      ledger,
      counted: series !== undefined,
      reported,
      otherSide,
      final,
      source,
      thisMonth,
      toDate,
      lastYear:
        lastToDate === null
          ? null
          : { toDate: lastToDate, breaks: versionIn(definition, year - 1)?.version !== version.version },
      rate,
      lastMonth: sinceLastMonth(toDate, earlier),
      pace: paceOf(rate?.percent ?? null, month, sheet.definitions.paceIn(year)),
      // Only what was filled in by hand can fail to add up.
      warnings:
        told === null || definition.kind === "stock"
          ? []
          : checkCumulative({ indicator: code, thisMonth, toDate }, before),
      said: definition.said === undefined ? [] : sheet.said.filter(({ of: what }) => definition.said?.test(what)),
    },
  ];
}

/** A rate is made of other lines and keeps both; 县均 divides by counties. */
function rateLine(sheet: Sheet, definition: IndicatorDefinition, lines: ReadonlyMap<string, BoardLine>): BoardLine[] {
  const { year, month, until } = sheet.query;
  const version = versionIn(definition, year);
  const { ratio } = definition;
  if (version === null || ratio === undefined) return [];
  const over = lines.get(ratio.over)?.toDate ?? null;
  const under = ratio.under === "counties" ? null : (lines.get(ratio.under)?.toDate ?? null);
  const rate = ratio.under === "counties" ? null : rateOf(over, under, until ?? lastDay(year, month));
  const average = ratio.under === "counties" && over !== null ? countyAverage(over, sheet.frame.counties) : null;
  return [
    {
      code: definition.code,
      version: version.version,
      unit: version.unit ?? definition.unit,
      target: sheet.targets.get(definition.code)?.target ?? null,
      targetRow: sheet.targets.get(definition.code)?.row ?? null,
      ledger: null,
      counted: false,
      reported: null,
      otherSide: null,
      final: null,
      source: null,
      thisMonth: null,
      toDate: rate?.percent ?? average,
      lastYear: null,
      lastMonth: null,
      rate,
      pace: null,
      warnings: [],
      said: [],
    },
  ];
}

/** 较上月: null in the first month, and where last month has no number. */
function sinceLastMonth(toDate: Decimal | null, before: Decimal | null): BoardLine["lastMonth"] {
  return toDate === null || before === null ? null : { toDate: before, change: subtractDecimals(toDate, before) };
}

function withParent({ definitions }: Sheet, line: BoardLine, lines: ReadonlyMap<string, BoardLine>): BoardLine {
  const definition = definitions.find(line.code);
  const parent = definitions.find(definition?.parent ?? "");
  const whole = parent === undefined ? undefined : lines.get(parent.code);
  if (definition === undefined || parent === undefined || whole === undefined) return line;
  const { zh, en } = definition;
  const warnings = checkPart(
    { indicator: line.code, zh, en, value: line.toDate },
    { zh: parent.zh, en: parent.en, value: whole.toDate },
  );
  return warnings.length === 0 ? line : { ...line, warnings: [...line.warnings, ...warnings] };
}
