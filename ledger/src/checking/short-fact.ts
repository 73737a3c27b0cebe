/** A fact's id as texts for people name it: its first letters, enough to find it and no wall of digits. */
export function shortFact(id: string): string {
  return id.slice(0, 8);
}
