import type { YearPoint } from "@shanhai/model";
import type {
  Board,
  BoardRows,
  ClosedMonth,
  Comparison,
  Filled,
  FrameChoice,
  HandedOn,
  IndicatorSet,
  Receipt,
  ReturnedSheet,
} from "@shanhai/server";
import { call, query } from "./api.js";

/** Whose board and which month: what the address of the pages says. */
export interface BoardAsked {
  readonly scope?: string;
  readonly party?: string;
  readonly region?: string;
  readonly year: number;
  readonly month: number;
  readonly line: "west" | "east";
  readonly as_of?: string;
  readonly exact?: string;
}

export interface MonthAsked {
  readonly scope: string;
  readonly year: number;
  readonly month: number;
  readonly line: "west" | "east";
}

export interface NumberGiven {
  readonly indicator: string;
  readonly this_month: string | null;
  readonly to_date: string | null;
  readonly note?: string;
}

export type Settled = "equal" | "agreed" | "kept" | "noted";

/** 指标、数据核对、封账: one function a route. */
export const indicatorApi = {
  boards: () => call<readonly FrameChoice[]>("GET", "/api/boards"),
  board: (asked: BoardAsked) => call<Board>("GET", `/api/board${query({ ...asked })}`),
  /** How far the same board is, while it is being counted from the rows; `of` 0 where it is not. */
  progress: (asked: BoardAsked) =>
    call<{ readonly done: number; readonly of: number }>("GET", `/api/board/progress${query({ ...asked })}`),
  rows: (asked: BoardAsked, code: string, after?: string) =>
    call<BoardRows>("GET", `/api/board/rows${query({ ...asked, code, after, limit: 100 })}`),
  years: ({ scope, party, region, year, month, line }: BoardAsked, code: string) =>
    call<readonly YearPoint[]>("GET", `/api/board/years${query({ scope, party, region, year, month, line, code })}`),
  /** 指标口径 of a year. */
  set: (year: number) => call<IndicatorSet>("GET", `/api/indicator-sets${query({ year })}`),
  fill: (
    of: MonthAsked,
    kind: "reported" | "other_side",
    numbers: readonly NumberGiven[],
    command_id: string,
    draft = false,
  ) => call<Filled>("POST", "/api/numbers", { ...of, kind, numbers, command_id, draft }),
  handOn: (of: MonthAsked, to: HandedOn, command_id: string) =>
    call<Receipt>("POST", "/api/numbers/hand-on", { ...of, to, command_id }),
  comparison: (of: MonthAsked) => call<Comparison>("GET", `/api/comparison${query({ ...of })}`),
  settle: (
    of: MonthAsked,
    lines: readonly { readonly indicator: string; readonly how: Settled; readonly note?: string }[],
    command_id: string,
  ) => call<Receipt>("POST", "/api/comparison/settlements", { ...of, lines, command_id }),
  returned: (name: string, bytes: Blob) =>
    call<ReturnedSheet>("POST", `/api/comparison/returned${query({ name })}`, bytes),
  sheetAddress: (of: MonthAsked) => `/api/comparison/sheet${query({ ...of })}`,
  letterAddress: (of: MonthAsked) => `/api/comparison/letter${query({ ...of })}`,
  closings: (scope: string, year: number) =>
    call<readonly ClosedMonth[]>("GET", `/api/closings${query({ scope, year })}`),
  close: (
    of: MonthAsked,
    closing: {
      readonly choices: readonly {
        readonly indicator: string;
        readonly source: "ledger" | "reported" | "other_side";
        /** A number of one's own, with why it is another than its source. */
        readonly to_date?: string;
        readonly note?: string;
      }[];
      readonly submitted_to?: string;
      readonly command_id: string;
    },
  ) => call<Receipt>("POST", "/api/closings", { ...of, ...closing }),
  stamp: (scope: string, id: string, file: File, command_id: string) =>
    call<unknown>("POST", `/api/closings/${scope}/${id}/stamp${query({ name: file.name, command_id })}`, file),
};
