import type { Actor } from "../actor.js";

/** 日历: what is due, as a file that any calendar takes. */
export interface CalendarDesk {
  /** Tasks of the own side with their time limits, sheets to be collected, expected returns of posted people (RFC 5545). */
  calendar(actor: Actor): Promise<string>;
}
