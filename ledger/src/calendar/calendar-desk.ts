import type { Actor } from "../actor.js";

/** 日历: what is due, as a file that any calendar takes. */
export interface CalendarDesk {
  /** Tasks of the own side with their time limits, sheets to be collected, expected returns of posted people (RFC 5545). */
  calendar(actor: Actor): Promise<string>;
  /** 日历订阅 of the actor; null where he has none. */
  calendarFeed(actor: Actor): Promise<CalendarFeed | null>;
  /** Makes one for the post that he is in, in place of the one before; its token is told this once and kept as a hash only. */
  openCalendarFeed(actor: Actor): Promise<{ readonly token: string }>;
  closeCalendarFeed(actor: Actor): Promise<void>;
  /**
   * The same calendar for a program that cannot sign in: who has the token reads these due days and nothing else. Null for a
   * token that opens nothing (unknown, revoked, of a disabled account or a post that was taken away).
   */
  calendarByToken(token: string): Promise<string | null>;
}

export interface CalendarFeed {
  /** When it was made and last fetched, in Beijing, to the minute. */
  readonly made_at: string;
  readonly read_at: string | null;
  /** The office for whose post it speaks; null for the first account's own. */
  readonly office: string | null;
}
