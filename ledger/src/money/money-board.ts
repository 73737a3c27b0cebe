import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import { frameOf } from "../counting/frame.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { fundLines, fundSums, type MoneyView } from "./fund-lines.js";
import { giftSums } from "./gift-sums.js";
import type { MoneyBoard, MoneyQuery } from "./money-desk.js";
import { moneyRates } from "./money-rates.js";
import { projectLines, projectSums } from "./project-lines.js";

/**
 * 资金 of a pair, of all pairs of a party, or of a region, for one year. What several counties share and nobody split
 * stands beside the party's board (未分县) and enters neither its sums nor a county's board.
 */
export async function moneyBoard(desk: Desk, actor: Actor, query: MoneyQuery): Promise<MoneyBoard> {
  const { year, asOf } = query;
  const day = query.day ?? beijingToday();
  if (!Number.isInteger(year) || year < 1996 || year > 2100) throw new LedgerError("QUERY_INVALID", { part: "year" });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new LedgerError("QUERY_INVALID", { part: "day" });
  const frame = await frameOf(desk, actor, query);
  const scopes = frame.pairs.map(({ id }) => id);
  const view: MoneyView = { actor, year, day, asOf };
  const funds = await fundLines(desk, scopes, view);
  const unsplit = await fundLines(desk, frame.parties, view);
  const projects = await projectLines(desk, scopes, view);
  const sums = projectSums(projects);
  return {
    kind: frame.kind,
    title: frame.title,
    year,
    day,
    as_of: asOf ?? null,
    funds,
    fund_sums: fundSums(funds),
    unsplit,
    projects,
    project_sums: sums,
    rates: moneyRates(sums, funds, day),
    gifts: await giftSums(desk, [...scopes, ...frame.parties], view),
  };
}
