/** A table as columns of numbers, which can be kept as bytes. */
export type Columns = Readonly<Record<string, Int32Array | Uint8Array | Uint16Array | Uint32Array>>;

/**
 * Whether tables lie ready instead of being made: in the filter's bundle, whose build runs the very program over our
 * samples and keeps what `prepared` made (scripts/bundle-line-worker.mjs has functions of its own in this module's place).
 */
export const madeAhead: boolean = false;

/** A table that takes some milliseconds to make and is the same for every text: made here, read in the bundle. */
export function prepared<C extends Columns>(_name: string, make: () => C): C {
  return make();
}
