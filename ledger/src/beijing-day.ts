/** Today in China (`YYYY-MM-DD`), which has kept UTC+8 for all the years of this work. */
export function beijingToday(now: Date = new Date()): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
