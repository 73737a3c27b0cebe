/** The last day of the month that has ended by the day. */
export function cutOff(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const last = (months: number) => new Date(Date.UTC(year, months, 0)).toISOString().slice(0, 10);
  return day === last(month) ? day : last(month - 1);
}
