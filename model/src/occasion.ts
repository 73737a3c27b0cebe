import type { CommitmentFact, EventFact, Fact } from "@shanhai/engine";
import type { DocumentFrame, DocumentPair, Home } from "./document-frame.js";
import { eventLegs } from "./event-legs.js";
import { pathWithin } from "./region-path.js";

/** On which occasion something was said, and of whom. */
export interface Occasion {
  readonly event: EventFact | null;
  readonly home: Home;
  /** The pairs it was said of; several when it is kept unsplit. */
  readonly pairs: readonly DocumentPair[];
}

/**
 * Where and of whom a statement was said, since a page says it by order: the nearest event told before it. Of an event
 * with several legs the speaker's own region or the names in the text pick one (立足罗甸所需); else it was said of all
 * and goes unsplit to the party they share, as does an order to four departments after visits to three counties.
 */
export function occasionOf(frame: DocumentFrame, fact: CommitmentFact): Occasion | null {
  const at = Math.min(...fact.evidence.map(({ start }) => start));
  const own = speakerPairs(frame, fact);
  const told = frame
    .of("event")
    .filter((event) => event.status === "held")
    .map((event) => ({ event, place: lastBefore(event, at), legs: pairsOf(frame, event) }))
    .filter(({ place, legs }) => place >= 0 && legs.length > 0)
    .filter(({ legs }) => own.length === 0 || legs.some((pair) => own.includes(pair)))
    .sort((a, b) => b.place - a.place || a.legs.length - b.legs.length);
  const nearest = told[0];
  const among = nearest?.legs ?? frame.pairs;
  const spoken = among.filter((pair) => own.includes(pair));
  const named = frame.named(fact.text, spoken.length > 0 ? spoken : among);
  const pairs = spoken.length === 1 ? spoken : named.length > 0 && among.length > 1 ? named : among;
  const home = frame.unsplitHome(pairs) ?? frame.unsplitHome(among) ?? frame.documentHome();
  return home ? { event: nearest?.event ?? null, home, pairs } : null;
}

function pairsOf(frame: DocumentFrame, event: EventFact): readonly DocumentPair[] {
  return eventLegs(frame, event).flatMap(({ home }) => (home.pair ? [home.pair] : []));
}

/** Pairs of a speaker whose place is the side that differs: 罗甸's secretary speaks of 罗甸, the district's of all. */
function speakerPairs(frame: DocumentFrame, fact: CommitmentFact): readonly DocumentPair[] {
  const speaker = frame.of("person").find((person) => person.name === fact.speaker);
  const path = speaker?.region ?? null;
  if (path === null) return [];
  const own = frame.pairs.filter((pair) => pathWithin(path, pair.east.path) || pathWithin(path, pair.west.path));
  return own.length < frame.pairs.length ? own : [];
}

/** Start of the event's last mention at or before a place; -1 when it is told only later. */
function lastBefore(fact: Fact, at: number): number {
  return Math.max(-1, ...fact.evidence.map(({ start }) => start).filter((start) => start <= at));
}
