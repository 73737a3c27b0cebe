/** Whether a trip or a meeting of some days was on that one. */
export function covers(visit: { readonly start: string | null; readonly end: string | null }, day: string): boolean {
  return visit.start !== null && visit.start <= day && day <= (visit.end ?? visit.start);
}
