import { addDecimals, compareDecimals, type Decimal, type FieldValue, indicators } from "@shanhai/model";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import type { Change, Receipt } from "../command.js";
import { board } from "../counting/board.js";
import type { BoardLine } from "../counting/counting-desk.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { attachProof } from "../evidence/evidence.js";
import type { AttachedProof, NewProof } from "../evidence/evidence-desk.js";
import { freshId } from "../fresh-id.js";
import { numbersOf } from "./fill-numbers.js";
import { checkOfNumbers } from "./makers.js";
import type { ClosedFigure, ClosedMonth, Closing, FinalChoice, MonthOfPair } from "./reconcile-desk.js";

type Figure = Omit<ClosedFigure, "now">;

/**
 * Closes a month (定稿封账): its final numbers and the version that they belong to, in one command. Closed again it becomes
 * the next version beside the first. A number may differ from its source only with a note.
 */
export async function closeMonth(desk: Desk, actor: Actor, of: MonthOfPair, closing: Closing): Promise<Receipt> {
  requireRight(actor, "close");
  const { scope, year, month, line } = of;
  const { lines } = await board(desk, actor, of);
  const chosen = new Map((closing.choices ?? []).map((choice) => [choice.indicator, choice]));
  const figures = lines.flatMap((one) => figureOf(one, chosen.get(one.code)) ?? []);
  if (figures.length === 0) throw new LedgerError("MONTH_NOT_READY", { year, month });
  const before = (await closings(desk, actor, scope, year)).filter((one) => one.month === month && one.line === line);
  const version = 1 + Math.max(0, ...before.map((one) => one.version));
  const entered = await numbersOf(desk, actor, of, "reported");
  const check_kind = await checkOfNumbers(
    desk,
    actor,
    scope,
    entered.map(({ id }) => id),
  );
  const base = { year, month, line, state: "closed", submitted_to: closing.submitted_to ?? null };
  const changes: Change[] = [
    {
      op: "create",
      record: "month_close",
      scope_id: scope,
      id: freshId(),
      values: {
        ...base,
        version,
        closed_on: beijingToday(),
        closed_by: actor.name,
        check_kind,
        note: closing.note ?? null,
        figures: figures.map((figure) => ({ ...figure })),
      },
    },
    ...figures.map(
      ({ indicator, this_month, to_date, unit, source, note }): Change => ({
        op: "create",
        record: "indicator_value",
        scope_id: scope,
        id: freshId(),
        values: {
          ...base,
          indicator,
          kind: "final",
          this_month,
          to_date,
          unit,
          basis: source,
          note,
          reporter: actor.name,
          reviewer: actor.name,
        },
      }),
    ),
  ];
  return desk.write(actor, {
    command_id: closing.command_id,
    reason: `${year}年${month}月定稿封账（第${version}版）`,
    changes,
  });
}

/** The final number of a line; null for one that nobody told, asked for (target) or chose: the form does not have it. */
function figureOf(line: BoardLine, choice: FinalChoice | undefined): Figure | null {
  const definition = indicators.find(({ code }) => code === line.code);
  if (definition === undefined || definition.kind === "rate") return null;
  if (choice === undefined && line.target === null && line.reported === null) return null;
  const source = choice?.source ?? usualSource(line);
  const from = source === null ? null : sourceNumbers(line, source);
  const to_date = choice?.to_date ?? from?.toDate ?? null;
  if (source === null || to_date === null) return null;
  const differs = from === null || from.toDate === null || compareDecimals(from.toDate, to_date) !== 0;
  const note = choice?.note?.trim() ?? "";
  if (differs && note === "") throw new LedgerError("NOTE_NEEDED", { code: line.code });
  return {
    indicator: line.code,
    this_month: choice?.this_month ?? from?.thisMonth ?? null,
    to_date,
    unit: line.unit,
    source,
    note: note === "" ? null : note,
  };
}

/** The ledger where it says the same as the bureau or stands alone; else the bureau's stamped number. */
function usualSource({ ledger, reported }: BoardLine): FinalChoice["source"] | null {
  if (reported?.toDate == null) return ledger === null ? null : "ledger";
  return ledger !== null && compareDecimals(ledger.toDate, reported.toDate) === 0 ? "ledger" : "reported";
}

function sourceNumbers(line: BoardLine, source: string): { thisMonth: Decimal | null; toDate: Decimal | null } | null {
  if (source === "ledger") return line.ledger;
  return source === "reported" ? line.reported : line.otherSide;
}

/** The closed versions of a year, the last first, each figure beside what its source says now. */
export async function closings(desk: Desk, actor: Actor, scope: string, year: number): Promise<readonly ClosedMonth[]> {
  const { rows } = await desk.list(actor, "month_close", { scope, filter: { year }, limit: 500 });
  const now = new Map<string, readonly BoardLine[]>();
  const closed: ClosedMonth[] = [];
  for (const { id, scope_id, values } of rows) {
    const month = Number(values.month);
    const line = values.line === "east" ? "east" : "west";
    const key = `${month} ${line}`;
    const lines = now.get(key) ?? (await board(desk, actor, { scope, year, month, line })).lines;
    now.set(key, lines);
    const figures = listed(values.figures).map((figure): ClosedFigure => {
      const told = lines.find(({ code }) => code === figure.indicator);
      return { ...figure, now: told === undefined ? null : (sourceNumbers(told, figure.source)?.toDate ?? null) };
    });
    closed.push({
      scope_id,
      id,
      year,
      month,
      line,
      version: Number(values.version),
      closed_on: text(values.closed_on),
      closed_by: text(values.closed_by),
      check_kind: values.check_kind === "checked" || values.check_kind === "self_checked" ? values.check_kind : null,
      submitted_to: text(values.submitted_to),
      stamped_file: text(values.stamped_file),
      figures,
      differing: figures.filter(differsNow).length,
    });
  }
  return closed.sort((a, b) => b.month - a.month || b.version - a.version);
}

/** 与盖章件不一致: the source says something else by now, and no note had told so when it was closed. */
function differsNow({ now, to_date, note }: ClosedFigure): boolean {
  return note === null && now !== null && to_date !== null && compareDecimals(now, to_date) !== 0;
}

function listed(value: FieldValue | undefined): Figure[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown): Figure[] => {
    if (typeof item !== "object" || item === null) return [];
    const of = item as { readonly [key: string]: unknown };
    const number = (one: unknown) => (one === null || one === undefined ? null : addDecimals(String(one)));
    return [
      {
        indicator: String(of.indicator),
        this_month: number(of.this_month),
        to_date: number(of.to_date),
        unit: String(of.unit),
        source: String(of.source),
        note: text(of.note),
      },
    ];
  });
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** The scan passes the secrecy door and becomes the A-proof of the version, which names it, in one write. */
export async function stampMonth(
  desk: Desk,
  actor: Actor,
  scope: string,
  close: string,
  file: Omit<NewProof, "field" | "strength">,
): Promise<AttachedProof> {
  requireRight(actor, "close");
  const row = await desk.get(actor, "month_close", scope, close);
  if (row === null) throw new LedgerError("QUERY_INVALID", { part: "close" });
  if (row.values.stamped_file !== null)
    throw new LedgerError("MONTH_CLOSED", {
      year: Number(row.values.year),
      month: Number(row.values.month),
      version: Number(row.values.version),
    });
  const of = { record: "month_close", scope_id: scope, id: close };
  return attachProof(desk, actor, of, { ...file, field: "stamped_file", strength: "A" }, (stamped_file) => [
    { op: "change", ...of, version: row.version, values: { stamped_file } },
  ]);
}
