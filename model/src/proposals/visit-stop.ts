import type { EventFact, Stop } from "@shanhai/engine";
import { DocumentFrame } from "../document-frame.js";
import { type EventLeg, eventLegs } from "../event-legs.js";
import { plain, projectHome } from "../project-home.js";
import type { Proposal } from "../proposal.js";
import { derived, known, rowOf, stated } from "../proposed-values.js";
import { pathWithin } from "../region-path.js";
import { rowKeys } from "../row-keys.js";

/**
 * 点位: each leg gets the stops that lie in it. A stop of no named place goes with the stop told before it, because an
 * itinerary is told county by county; at the very start with the first leg. It is never copied to every leg: two of
 * three counties would show a place that is not theirs.
 */
export const visitStopProposal: Proposal = {
  record: "visit_stop",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    return frame.held("visit").flatMap((event) => {
      const legs = eventLegs(frame, event);
      return placed(event, legs).map(({ stop, leg, position, index }) => {
        const visit = rowKeys.leg("visit", event.id, leg.home.key);
        // Rows point into their own scope: a project that several pairs share is not the pair's.
        const project = frame
          .of("project")
          .filter((fact) => projectHome(frame, fact)?.key === leg.home.key)
          .find((fact) => plain(fact.name) === plain(stop.project ?? ""));
        const region = frame.regionKey(stop.region);
        const projectKey = project ? rowKeys.project(project.id) : null;
        return {
          key: rowKeys.part("visit_stop", event.id, index),
          record: "visit_stop",
          scope: leg.home.scope,
          id: null,
          fact: event.id,
          needs: [visit, ...[projectKey, region].filter((key) => key !== null)],
          values: known({
            visit: derived(rowOf(visit)),
            position: derived(position),
            name: stated(event, stop.name, stop.name, stop.evidence),
            type: stated(event, stop.type, stop.name, stop.evidence),
            place: stated(event, stop.region, stop.name, stop.evidence),
            project: derived(rowOf(projectKey)),
            region: derived(rowOf(region)),
          }),
        };
      });
    });
  },
};

interface Placed {
  readonly stop: Stop;
  readonly leg: EventLeg;
  /** Place in the whole document's list of stops, from 0; stable, used for the key. */
  readonly index: number;
  /** Place in the leg's own itinerary, from 1. */
  readonly position: number;
}

function placed(event: EventFact, legs: readonly EventLeg[]): readonly Placed[] {
  const rows: Placed[] = [];
  let last = legs[0];
  event.stops.forEach((stop, index) => {
    const region = stop.region;
    const own = region === null ? undefined : legs.find((leg) => leg.host.some((host) => pathWithin(region, host)));
    last = own ?? last;
    if (!last) return;
    const leg = last;
    rows.push({ stop, leg, index, position: 1 + rows.filter((row) => row.leg === leg).length });
  });
  return rows;
}
