import { NIL_SCOPE } from "@shanhai/model";
import { maySee, requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { endOfDay } from "../querying/page-query.js";
import { reports } from "../reports/index.js";
import { isUuid } from "../schema/record-columns.js";
import { knownBoards } from "./known-boards.js";
import { type Report, type ReportContext, reportQuery } from "./report.js";
import type { ReportAnswers, ReportName, ReportQuery } from "./report-answers.js";
import type { ReportDesk } from "./report-desk.js";

/** 报表 over the ledger: see {@link ReportDesk}. */
export function reportDesk(desk: Desk): ReportDesk {
  const boards = knownBoards(desk);
  return {
    reportNames: () => reports.map(({ name, zh, en }) => ({ name, zh, en })),
    report: (actor, name, query = {}, progress = () => undefined) =>
      makeReport(desk, boards, actor, name, { ...query, progress }),
  };
}

async function makeReport<N extends ReportName>(
  desk: Desk,
  boards: ReturnType<typeof knownBoards>,
  actor: Actor,
  name: N,
  asked: ReportQuery & Pick<ReportContext, "progress">,
): Promise<ReportAnswers[N]> {
  requireRight(actor, "read");
  const report = reports.find((one): one is Report<N> => one.name === name);
  if (report === undefined) throw new LedgerError("REPORT_UNKNOWN", { report: name });
  const asOf = asked.as_of ?? null;
  const now = asOf ?? beijingToday();
  const past = asked.year !== undefined && asked.year < Number(now.slice(0, 4));
  const until = asked.day ?? (past ? `${asked.year}-12-31` : now);
  // As of a past day nothing has happened that came after it.
  const day = asOf !== null && until > asOf ? asOf : until;
  // Refuses a day that does not exist.
  for (const each of [until, day]) endOfDay(each);
  const scopes = asked.party === undefined ? null : await scopesOf(desk, actor, asked.party);
  return report.make({
    actor,
    records: desk.records,
    scopes,
    party: asked.party ?? null,
    year: asked.year ?? Number(day.slice(0, 4)),
    ...{ day, asOf, progress: asked.progress },
    board: (query) => boards(actor, asOf === null ? query : { ...query, asOf }, now, asked.progress),
    rows: (record, conditions) => ({
      record,
      ...(scopes === null ? {} : { scopes }),
      ...(asOf === null ? {} : { as_of: asOf }),
      ...(conditions === undefined ? {} : { conditions }),
    }),
    query: reportQuery(desk.database, desk.records, actor, scopes, asOf),
  });
}

/** A party's own scope and those of its pairs, as far as the actor sees them. */
async function scopesOf(desk: Desk, actor: Actor, party: string): Promise<readonly string[]> {
  if (!isUuid(party)) throw new LedgerError("QUERY_INVALID", { part: "party" });
  const { rows } = await desk.database.query<{ id: string }>(
    "select id from pair where scope_id = $1 and (east = $2 or west = $2)",
    [NIL_SCOPE, party],
  );
  const seen = [party, ...rows.map(({ id }) => id)].filter((scope) => maySee(actor, scope));
  if (seen.length === 0) throw new LedgerError("SCOPE_FORBIDDEN", { who: actor.name });
  return seen;
}
