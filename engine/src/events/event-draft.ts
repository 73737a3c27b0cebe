import type { EventType, Side } from "../fact.js";
import { behindMark } from "../patterns/behind-mark.js";
import { type RepairedSpan, repairedSpan } from "../span.js";
import { partiesAt } from "./event-parties.js";
import type { Days, EventDraft, Scene, Scenes } from "./scene.js";

/** What a rule says of an event; days, sides and the trip that it belongs to follow from the scene. */
export interface Telling {
  readonly type: EventType;
  readonly scene: Scene;
  /** Offset of the word that tells it. */
  readonly at: number;
  /** The words about it, as offsets into the statement. */
  readonly from: number;
  readonly to: number;
  readonly subtype?: string | null;
  readonly lead?: string | null;
  readonly place?: string | null;
  readonly object?: string | null;
  readonly days?: Days;
  /** Both sides as the event's own name says them. */
  readonly own?: Readonly<Record<Side, readonly string[]>> | null;
}

/** One happening as a draft; null where the text tells no day that it could have (a summary, not an event). */
export function eventDraft(scenes: Scenes, telling: Telling): EventDraft | null {
  const { scene } = telling;
  const days = telling.days ?? scenes.daysAt(scene, telling.at) ?? scenes.undated(scene);
  if (days === null) return null;
  const trip = scenes.tripOf(scene, days);
  // 5日至7日 at the head of the sentence are the trip's days; the meeting told beside it was on one of them.
  const tripsOwn = trip !== null && days.start !== days.end && days.start === trip.start && days.end === trip.end;
  const stated = days.stated && !tripsOwn;
  const sides = partiesAt(
    scenes,
    scene,
    { towns: telling.type === "signing" || telling.type === "donation", ...telling },
    trip ?? scenes.gatheringOf(days),
  );
  if (sides.visitor.length === 0 && sides.host.length === 0) return null;
  return {
    kind: "event",
    key: `${telling.type}:${scene.start + telling.at}`,
    type: telling.type,
    subtype: telling.subtype ?? null,
    start: days.start,
    end: days.end,
    visitor: sides.visitor,
    host: sides.host,
    lead: telling.lead ?? null,
    place: telling.place ?? null,
    object: telling.object ?? null,
    stops: [],
    within: trip?.key ?? null,
    projects: [],
    status: ahead(scenes, days.start) ? "planned" : "held",
    confidence: strength(stated, sides.stated),
    inferred: [...(stated ? [] : ["start", "end"]), ...(sides.stated ? [] : ["visitor", "host"])],
    evidence: [scene.utterance.unit.span],
  };
}

/** How strong the evidence is: a day and both sides printed beside the deed, one of the two, or neither. */
function strength(day: boolean, sides: boolean): number {
  return day ? (sides ? 0.9 : 0.85) : sides ? 0.8 : 0.7;
}

/** A day after the page's own date is still to come: a notice announces what it names. */
export function ahead(scenes: Scenes, start: string | null): boolean {
  const { published } = scenes.article;
  return published !== null && start !== null && !start.startsWith("--") && start > published;
}

/** A deed is told within so many characters around its verb; a longer stretch is a list of something else. */
const SEGMENT = 600;

/** The words between semicolons around an offset: one deed of a sentence that tells several. */
export function segment(text: string, at: number): { readonly from: number; readonly to: number } {
  const before = text.slice(Math.max(0, at - SEGMENT), at);
  const after = text.slice(at, at + SEGMENT);
  // …揭牌，这是继某某之后…: what it is among others.
  const stop = /[；;]|[，,]这(?:也|已)?是/.exec(after);
  return { from: at - before.length + behindMark(before, "；"), to: at + (stop?.index ?? after.length) };
}

/** Two tellings of one event as one: the stated day and sides win, evidence adds up. */
export function joined(a: EventDraft, b: EventDraft): EventDraft {
  const better = a.inferred.includes("start") && !b.inferred.includes("start") ? b : a;
  const named = a.inferred.includes("visitor") && !b.inferred.includes("visitor") ? b : a;
  return {
    ...a,
    start: better.start,
    end: better.end,
    within: better.within ?? a.within,
    // 广东省粤黔协作工作队…，黄埔区某局捐赠: a province gives way to whom it stands for.
    visitor:
      a.type !== "meeting" && /(?:省|自治区)$/.test(named.visitor[0] ?? "")
        ? finer(named.visitor, named === a ? b.visitor : a.visitor)
        : named.visitor,
    host: a.type === "meeting" ? named.host : finer(named.host, named === a ? b.host : a.host),
    subtype: a.subtype ?? b.subtype,
    lead: a.lead ?? b.lead,
    place: a.place ?? b.place,
    object: joinedObject(a.object, b.object),
    confidence: Math.max(a.confidence, b.confidence),
    inferred: [
      ...new Set([
        ...better.inferred.filter((field) => /start|end/.test(field)),
        ...named.inferred.filter((field) => /visitor|host/.test(field)),
      ]),
    ],
    evidence: moreEvidence(a.evidence, b.evidence),
  };
}

/** 仪式在临夏县某中学举行，州委宣传部部长揭牌: where it was held lies within the region that a title names. */
function finer(host: readonly string[], other: readonly string[]): readonly string[] {
  const [wide] = host;
  const within = other.every((path) => wide !== undefined && path !== wide && path.startsWith(wide));
  return host.length === 1 && other.length === 1 && within && /[县区旗市]$/.test(other[0] ?? "") ? other : host;
}

function joinedObject(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a.includes(b) ? a : b.includes(a) ? b : `${a}、${b}`;
}

/** What is told again so often needs no further place: 全文 repeated a thousand times costs no square. */
const MOST_EVIDENCE = 100;

/** The places of both, once each; beyond many they add nothing. */
export function moreEvidence(a: readonly RepairedSpan[], b: readonly RepairedSpan[]): readonly RepairedSpan[] {
  return a.length >= MOST_EVIDENCE ? a : distinctSpans([...a, ...b]);
}

function distinctSpans(spans: readonly RepairedSpan[]): readonly RepairedSpan[] {
  return [...new Map(spans.map((span) => [span.start, span])).values()].map(({ start, end }) =>
    repairedSpan(start, end),
  );
}

/** An event is told again within this many others. */
const TOLD_AGAIN = 40;

/** Joins tellings of the same event, in the order told. */
export function joinSame(
  found: readonly EventDraft[],
  same: (a: EventDraft, b: EventDraft) => boolean,
): readonly EventDraft[] {
  const out: EventDraft[] = [];
  for (const event of found) {
    const since = Math.max(0, out.length - TOLD_AGAIN);
    const index = since + out.slice(since).findIndex((earlier) => same(earlier, event));
    const earlier = index < since ? undefined : out[index];
    if (earlier === undefined) out.push(event);
    else out[index] = joined(earlier, event);
  }
  return out;
}

/** Marks days whose year the text does not print beside them (4月8日 in a text that only its anniversary dates). */
export function yearMarked(scenes: Scenes, event: EventDraft): EventDraft {
  if (event.start === null || event.inferred.includes("start")) return event;
  const dates = event.evidence.flatMap((span) => scenes.article.within("date", span));
  const found = dates.filter((date) => date.value.start === event.start || date.value.end === event.end);
  if (found.length === 0 || found.some((date) => !date.value.inferred)) return event;
  return { ...event, inferred: [...event.inferred, "start", "end"] };
}

/** The same day, or one of the two has only the trip's. */
export function sameDay(a: EventDraft, b: EventDraft): boolean {
  return a.start === b.start || a.inferred.includes("start") || b.inferred.includes("start");
}

/** Both name nothing different: a party in common, or one of the two takes its parties from the scene. */
export function sameParties(a: EventDraft, b: EventDraft): boolean {
  if (a.inferred.includes("visitor") || b.inferred.includes("visitor")) return true;
  return [...a.visitor, ...a.host].some((path) => b.visitor.includes(path) || b.host.includes(path));
}
