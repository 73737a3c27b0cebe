/** Who can stand in the queue. */
interface Waiting {
  /** Its next work is long and can wait: others who come go first. */
  readonly patient: boolean;
}

/**
 * The engine is left alone for so long after others' work before it is given to a patient client: a page asks three or four
 * things one after another, and between two of them nobody waits.
 */
const QUIET_MS = 3;

/** After this a patient client goes before the others, so that an import comes to its end beside any number of readers. */
const LONGEST_MS = 200;

/** Turns of others within a second that make a crowd: two or three pages. One who looks at how far an import is makes none. */
const CROWD = 12;
const CROWD_MS = 1000;

/**
 * Whose turn at the engine it is: who has waited longest; patient ones when nobody else has asked for a moment. Times are
 * milliseconds of any clock that only grows.
 */
export class Turns<T extends Waiting> {
  readonly #queue: { readonly who: T; readonly since: number }[] = [];
  /** When the last turns of others ended. */
  readonly #others: number[] = [];

  get length(): number {
    return this.#queue.length;
  }

  /** Stands at the end of the queue, once. */
  add(who: T, now: number): void {
    if (!this.#queue.some((one) => one.who === who)) this.#queue.push({ who, since: now });
  }

  remove(who: T): void {
    const at = this.#queue.findIndex((one) => one.who === who);
    if (at >= 0) this.#queue.splice(at, 1);
  }

  /** The engine is free again after a turn. */
  ended(patient: boolean, now: number): void {
    if (patient) return;
    this.#others.push(now);
    if (this.#others.length > CROWD) this.#others.shift();
  }

  /** Whether others come one after another: then long work is better cut smaller. */
  crowded(now: number): boolean {
    const [first] = this.#others;
    return first !== undefined && this.#others.length === CROWD && now - first <= CROWD_MS;
  }

  get #lastOther(): number {
    return this.#others.at(-1) ?? Number.NEGATIVE_INFINITY;
  }

  /** Who is next; null when nobody may go yet. */
  next(now: number): T | null {
    const patient = this.#queue.find(({ who }) => who.patient);
    if (patient !== undefined && now - patient.since >= LONGEST_MS) return patient.who;
    const other = this.#queue.find(({ who }) => !who.patient);
    if (other !== undefined) return other.who;
    return patient !== undefined && now - this.#lastOther >= QUIET_MS ? patient.who : null;
  }

  /** How long until somebody who waits may go though nobody else comes; null when nobody waits. */
  pause(now: number): number | null {
    return this.#queue.length === 0 ? null : Math.max(0, this.#lastOther + QUIET_MS - now);
  }
}
