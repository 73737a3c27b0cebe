import type { Actor } from "../actor.js";
import type { Receipt } from "../command.js";

export type Side = "east" | "west";

/**
 * How an item of one's own side stands on a day: 逾期, 临期 (within a week), 正常, 办结, 终止. An item of the other side is
 * 推进中 or 办结 and nothing else: nobody is told that a partner is late.
 */
export type FollowupLight = "late" | "soon" | "on_track" | "moving" | "done" | "dropped";

export interface FollowupQuery {
  /** Whose view: that of the actor's office; only who has no office says it himself. */
  readonly side?: Side;
  readonly scope?: string;
  /** Own items, those of the other side, or both. */
  readonly whose?: "own" | "other";
  readonly lights?: readonly FollowupLight[];
  /** A unit by its name, alone or among several. */
  readonly unit?: string;
  readonly origin?: "minutes" | "agreement" | "instruction" | "manual";
  /** Only what needs a leader (需领导协调). */
  readonly coordination?: boolean;
  /** The day on which lateness is judged; today where none is given. */
  readonly day?: string;
  readonly after?: string;
  readonly limit?: number;
}

export interface FollowupLine {
  readonly scope_id: string;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly origin: string;
  readonly side: Side;
  readonly own: boolean;
  readonly owner_name: string | null;
  readonly due: string | null;
  readonly light: FollowupLight;
  /** Days past the time limit, where late. */
  readonly days_late: number | null;
  /** The step of an own item; null for one of the other side. */
  readonly status: string | null;
  /** Units of a duty that several share, each with its own state; `done_units` of them have finished. */
  readonly units: readonly {
    readonly id: string;
    readonly version: string;
    readonly name: string;
    readonly lead: boolean;
    readonly status: string;
  }[];
  readonly done_units: number;
  readonly lag_cause: string | null;
  readonly coordination: string | null;
  readonly progress: string | null;
  readonly proofs: number;
}

export interface FollowupBoard {
  /** Null: neither office nor query says whose view it is, so nothing is shown as late. */
  readonly side: Side | null;
  readonly day: string;
  readonly rows: readonly FollowupLine[];
  readonly next: string | null;
}

export interface FollowupCounts {
  readonly side: Side | null;
  /** The actor's office says the side; nobody is asked for it. */
  readonly side_fixed: boolean;
  readonly day: string;
  readonly own: { readonly [light in "late" | "soon" | "on_track" | "done" | "dropped"]: number };
  readonly other: { readonly moving: number; readonly done: number };
  /** Items agreed (议定) and statements (表态) that wait to be broken down. */
  readonly agreed_open: number;
  readonly statements_open: number;
  /** By unit of the own side, most open ones first; a shared duty counts once for each of its units. */
  readonly units: readonly {
    readonly name: string;
    readonly open: number;
    readonly late: number;
    readonly done: number;
  }[];
}

/** A task that a person has looked at; what the statement says stands in it already. */
export interface TaskDraft {
  readonly title: string;
  readonly side: Side;
  readonly owner_name: string | null;
  readonly owners: readonly string[];
  readonly due: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
}

/** What waits to be broken down (待分解), with the task that its words suggest. */
export interface OpenStatement {
  readonly scope_id: string;
  readonly id: string;
  readonly version: string;
  readonly text: string;
  readonly grade: string;
  readonly side: string | null;
  readonly said_on: string | null;
  readonly meeting: string | null;
  readonly drafts: readonly TaskDraft[];
}

export interface BreakDown {
  readonly scope_id: string;
  /** Statements with their versions, each with the tasks that it becomes. */
  readonly statements: readonly {
    readonly id: string;
    readonly version: string;
    readonly tasks: readonly (Omit<TaskDraft, "quantity" | "unit"> & {
      readonly quantity?: string | null;
      readonly unit?: string | null;
      readonly project?: string;
      readonly plan?: string;
    })[];
  }[];
  readonly command_id: string;
  readonly reason: string;
}

export interface Instruct {
  readonly scope_id: string;
  readonly text: string;
  readonly leader_name: string;
  readonly on?: string;
  readonly document?: string;
  readonly side: Side;
  readonly tasks: readonly { readonly title: string; readonly owner_name: string; readonly due: string }[];
  readonly command_id: string;
}

/** An ask of the own side that nobody has answered (未回应), for the own meeting papers only. */
export interface Unanswered {
  readonly record: "need" | "statement";
  readonly scope_id: string;
  readonly id: string;
  readonly text: string;
  readonly raised_on: string | null;
  readonly fields: readonly string[];
}

/** A promise to come again (回访), and the later visits that may be it. A person says whether one is. */
export interface ReturnVisit {
  readonly scope_id: string;
  readonly id: string;
  readonly version: string;
  readonly text: string;
  readonly said_on: string | null;
  readonly visits: readonly {
    /** The pair of the visit; that of the promise, or one of the party's at which it stands. */
    readonly scope_id: string;
    readonly id: string;
    readonly title: string;
    readonly start_date: string;
  }[];
}

/** 督办: from what was agreed to what is done. */
export interface FollowupDesk {
  /** Items by time limit, first due first, those without one last; keyset pages. */
  followupBoard(actor: Actor, query: FollowupQuery): Promise<FollowupBoard>;
  followupCounts(actor: Actor, query: Pick<FollowupQuery, "side" | "scope" | "day">): Promise<FollowupCounts>;
  /** Oldest first, 议定 before 表态; each with the task that its owners and time limit suggest. */
  openStatements(
    actor: Actor,
    query: { readonly scope?: string; readonly grade?: "agreed" | "statement" | "discussed"; readonly limit?: number },
  ): Promise<readonly OpenStatement[]>;
  /**
   * Breaks statements down to tasks, in one command: several units become a state each. A task with unit and time limit is
   * assigned (交办) at once, any other waits at 立项.
   */
  breakDown(actor: Actor, given: BreakDown): Promise<Receipt>;
  /** A leader's instruction and its tasks, in one command. */
  instruct(actor: Actor, given: Instruct): Promise<{ readonly receipt: Receipt; readonly instruction: string }>;
  unanswered(actor: Actor, query: { readonly side?: Side; readonly scope?: string }): Promise<readonly Unanswered[]>;
  returnVisits(actor: Actor, query: { readonly scope?: string }): Promise<readonly ReturnVisit[]>;
}
