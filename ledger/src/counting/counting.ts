import { requireOffice } from "../account/policy.js";
import type { Desk } from "../desk.js";
import { board } from "./board.js";
import { boardRows } from "./board-rows.js";
import type { CountingDesk } from "./counting-desk.js";
import { frameChoices } from "./frame.js";
import { indicatorYears } from "./indicator-years.js";
import { rollupDifferences } from "./rebuild-rollups.js";

/** 指标 over the rest of the room. */
export function countingDesk(desk: Desk): CountingDesk {
  return {
    boards: (actor) => frameChoices(desk, actor),
    board: (actor, query, progress) => board(desk, actor, query, progress),
    boardRows: (actor, query) => boardRows(desk, actor, query),
    indicatorYears: (actor, query) => indicatorYears(desk, actor, query),
    checkRollups: async (actor) => {
      requireOffice(actor, "verify");
      return rollupDifferences(desk.database, desk.records);
    },
  };
}
