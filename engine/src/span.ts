/**
 * A place (位置): half-open UTF-16 offsets. A place in the raw text and a place in the repaired text are
 * different types; only a PositionMap converts between them, so that nothing is ever found again by searching.
 */
declare const space: unique symbol;

export interface RawSpan {
  readonly start: number;
  readonly end: number;
  readonly [space]?: "raw";
}

export interface RepairedSpan {
  readonly start: number;
  readonly end: number;
  readonly [space]?: "repaired";
}

/** Makes a raw span; throws on a reversed or negative one, because that is a broken program, not bad input. */
export function rawSpan(start: number, end: number): RawSpan {
  if (!(start >= 0 && end >= start)) throw new RangeError(`raw span ${start}..${end}`);
  return { start, end };
}

/** Makes a repaired span, with the same checks as {@link rawSpan}. */
export function repairedSpan(start: number, end: number): RepairedSpan {
  if (!(start >= 0 && end >= start)) throw new RangeError(`repaired span ${start}..${end}`);
  return { start, end };
}
