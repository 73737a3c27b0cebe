import type { Actor } from "../actor.js";
import type { ReportAnswers, ReportName, ReportQuery } from "./report-answers.js";

/** 报表: reading only, each worked out in the database over what the actor may read. */
export interface ReportDesk {
  /** The reports there are. */
  reportNames(): readonly { readonly name: ReportName; readonly zh: string; readonly en: string }[];
  /** One report, `progress` telling how far it is where it is counted from the rows of a past day; refuses a name that is none with REPORT_UNKNOWN, a party that is not his to see with SCOPE_FORBIDDEN. */
  report<N extends ReportName>(
    actor: Actor,
    name: N,
    query?: ReportQuery,
    progress?: (done: number, of: number) => void,
  ): Promise<ReportAnswers[N]>;
}
