import type { Duplicate, DuplicateYears, Sample, SpotCheck, SpotCheckLine, SpotResult } from "@shanhai/server";
import { call, query } from "./api.js";

/** What is drawn: the pair, the month, the indicator, how many, by which seed. */
export interface SampleAsked {
  readonly scope: string;
  readonly year: number;
  readonly month: number;
  readonly line: "west" | "east";
  readonly code: string;
  readonly size: number;
  readonly seed: string;
}

/** 核查: one function a route. */
export const inspectApi = {
  sample: (asked: SampleAsked) => call<Sample>("GET", `/api/spot-checks/sample${query({ ...asked })}`),
  start: (asked: SampleAsked, title: string, command_id: string) =>
    call<SpotCheck>("POST", "/api/spot-checks", { ...asked, title, command_id }),
  checks: () => call<readonly SpotCheckLine[]>("GET", "/api/spot-checks"),
  check: (scope: string, id: string) => call<SpotCheck>("GET", `/api/spot-checks/${scope}/${id}`),
  record: (
    { scope_id, id }: Pick<SpotCheck, "scope_id" | "id">,
    given: {
      readonly item: string;
      readonly version: string;
      readonly result: SpotResult | null;
      readonly note: string | null;
      readonly command_id: string;
    },
  ) => call<SpotCheck>("POST", `/api/spot-checks/${scope_id}/${id}/results`, given),
  sheetAddress: ({ scope_id, id }: Pick<SpotCheck, "scope_id" | "id">) =>
    `/api/spot-checks/${scope_id}/${id}/sheet.xlsx`,
  duplicateYears: () => call<DuplicateYears>("GET", "/api/duplicates/years"),
  duplicates: (year: number) => call<readonly Duplicate[]>("GET", `/api/duplicates${query({ year })}`),
};
