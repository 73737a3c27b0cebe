import type { Actor } from "../actor.js";

/** 接待材料: what a visit is prepared with, made from the ledgers and kept short. */
export interface ReceiveDesk {
  /** Points that may be shown: the pair's projects, those under way or done first. */
  receptionPoints(actor: Actor, scope: string): Promise<readonly ReceptionPoint[]>;
  receptionPaper(actor: Actor, query: ReceptionQuery): Promise<ReceptionPaper>;
}

export interface ReceptionPoint {
  readonly id: string;
  readonly title: string;
  readonly plan_year: number | null;
}

export interface ReceptionQuery {
  readonly scope: string;
  /** Projects shown (点位), in the order of the visit. */
  readonly points: readonly string[];
  /** 截至日: today where nobody says another. */
  readonly day?: string;
  /** 来访单位 or occasion, for the title. */
  readonly occasion?: string;
}

/** The words of the paper; `POST /api/papers` makes the .docx of them. */
export interface ReceptionPaper {
  readonly title: string;
  readonly text: string;
  /** Pages of A4 in the layout of the .docx: at most four. */
  readonly pages: number;
  readonly agreed: number;
  readonly needs: number;
}
