import { covers } from "./covers.js";
import { moreEvidence } from "./event-draft.js";
import type { EventDraft } from "./scene.js";

/** One trip told twice: printed days win over those of the scene, the longer span over the shorter. */
export function toldAgain(earlier: EventDraft, visit: EventDraft): EventDraft {
  const stated = !visit.inferred.includes("start") && visit.start !== null;
  const longer =
    earlier.start === null ||
    earlier.inferred.includes("start") ||
    (visit.start ?? "") < earlier.start ||
    (visit.end ?? "") > (earlier.end ?? "");
  const days = stated && longer ? { start: visit.start, end: visit.end } : { start: earlier.start, end: earlier.end };
  return {
    ...earlier,
    ...days,
    lead: earlier.lead ?? visit.lead,
    evidence: moreEvidence(earlier.evidence, visit.evidence),
  };
}

/** Each with a leader of its own, at another place, on days of its own: 副主任甲到太仆寺旗, 副主任乙到阿鲁科尔沁旗. */
function bothTold(a: EventDraft, b: EventDraft): boolean {
  const own = ({ lead, inferred }: EventDraft) => lead !== null && !inferred.some((field) => /start|host/.test(field));
  const near = (path: string, other: string) => path.startsWith(other) || other.startsWith(path);
  return (
    own(a) &&
    own(b) &&
    a.lead !== b.lead &&
    a.start !== null &&
    b.start !== null &&
    !a.host.some((path) => b.host.some((other) => near(path, other)))
  );
}

/** The same trip told again: overlapping days (or none told) and the same travellers. */
export function sameTrip(a: EventDraft, b: EventDraft): boolean {
  if (
    a.lead !== null &&
    a.lead === b.lead &&
    (a.start === null || b.start === null || covers(a, b.start) || covers(b, a.start))
  )
    return true;
  if (bothTold(a, b)) return false;
  // 四川省党政代表团 and 甘孜州党政代表团 are two, unless both went to one place.
  const oneHost = a.host.some((path) => b.host.includes(path));
  const travellers = a.visitor.some((path) =>
    b.visitor.some((other) => path === other || (oneHost && (path.startsWith(other) || other.startsWith(path)))),
  );
  if (!travellers) return false;
  if (a.start === null || b.start === null) return true;
  return covers(a, b.start) || covers(b, a.start);
}
