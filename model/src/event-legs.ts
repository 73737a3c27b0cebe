import type { EventFact } from "@shanhai/engine";
import type { DocumentFrame, Home } from "./document-frame.js";
import type { ProposedValue } from "./proposal.js";
import { derived, known, rowOf, rowsOf, stated, statedDay } from "./proposed-values.js";
import { pathWithin, regionName } from "./region-path.js";
import { rowKeys } from "./row-keys.js";
import { happeningId } from "./values/ids.js";
import { isPartialDate } from "./values/partial-date.js";

/** One row's share of an event: where it lives and who stood on which side there. */
export interface EventLeg {
  readonly home: Home;
  /** Region paths of the two sides of this leg. */
  readonly visitor: readonly string[];
  readonly host: readonly string[];
}

/**
 * Splits an event by pairs: one tour to three counties is three legs, one county visiting four towns and a zone is
 * five. Hosts that are in no pair with the visitor make one leg in the visitor's scope, so that nothing is lost; a
 * host that merely lies around another (黔南州 beside its counties) makes none.
 */
export function eventLegs(frame: DocumentFrame, event: EventFact): readonly EventLeg[] {
  const pairs = frame.eventLegs(event);
  const legs = pairs.map((pair): EventLeg => {
    const eastVisits = event.visitor.some((path) => pathWithin(path, pair.east.path));
    const westVisits = event.visitor.some((path) => pathWithin(path, pair.west.path));
    const home = frame.pairHome(pair);
    if (eastVisits === westVisits) return { home, visitor: [], host: [pair.east.path, pair.west.path] };
    return eastVisits
      ? { home, visitor: [pair.east.path], host: [pair.west.path] }
      : { home, visitor: [pair.west.path], host: [pair.east.path] };
  });
  const covered = legs.flatMap((leg) => leg.host);
  const rest = event.host.filter((path) => !covered.some((host) => pathWithin(path, host) || pathWithin(host, path)));
  if (pairs.length > 0 && (rest.length === 0 || frame.legs(event.visitor, event.host).length === 0)) return legs;
  const keeper = event.visitor[0] ?? event.host[0];
  if (keeper === undefined || (pairs.length > 0 && event.visitor.length === 0)) return legs;
  const home = frame.partyHome(frame.party(keeper));
  return [...legs, { home, visitor: event.visitor, host: pairs.length > 0 ? rest : event.host }];
}

/** One leg for an event whose sum or number must not be split (签约, 捐赠, 培训): the pair, or the party in common. */
export function unsplitLeg(frame: DocumentFrame, event: EventFact): EventLeg | null {
  const keeper = event.visitor[0] ?? event.host[0];
  const home =
    frame.unsplitHome(frame.eventLegs(event)) ?? (keeper === undefined ? null : frame.partyHome(frame.party(keeper)));
  return home === null ? null : { home, visitor: event.visitor, host: event.host };
}

/** Names of regions for a row's name: 罗甸县、平塘县. */
export function namesOf(paths: readonly string[]): string {
  return paths.map(regionName).join("、");
}

/** References to party rows. */
export function partiesOf(paths: readonly string[]): ProposedValue | null {
  return derived(rowsOf(paths.map(rowKeys.party)));
}

/** Keys of the rows that an event's row refers to: those of its scope, its parties, the visit around it. */
export function legNeeds(frame: DocumentFrame, event: EventFact, leg: EventLeg): readonly string[] {
  const around = visitKey(frame, event, leg.home);
  const parties = [...leg.visitor, ...leg.host].map(rowKeys.party);
  return [...new Set([...leg.home.needs, ...parties, ...(around === null ? [] : [around])])];
}

/** Key of the visit row that an event is part of, in the same scope; else null. */
export function visitKey(frame: DocumentFrame, event: EventFact, home: Home): string | null {
  const visit = frame.held("visit").find((other) => other.id === event.within);
  const legs = visit ? eventLegs(frame, visit) : [];
  const same = legs.find((leg) => leg.home.key === home.key);
  return visit && same ? rowKeys.leg("visit", visit.id, home.key) : null;
}

/** What every event row holds: the shared happening, dates with the mark of an inferred year, place, visit around it. */
export function eventValues(frame: DocumentFrame, event: EventFact, home: Home): ReturnType<typeof known> {
  const day = (date: string | null) => (date !== null && isPartialDate(date) ? date : null);
  const within = visitKey(frame, event, home);
  return known({
    happening_id: derived(happeningId(event.id)),
    start_date: statedDay(event, day(event.start)),
    end_date: statedDay(event, day(event.end)),
    date_inferred: derived(["start", "end", "year"].some((field) => event.inferred.includes(field)) ? true : null),
    place: stated(event, event.place, event.place),
    visit: derived(rowOf(within)),
  });
}
