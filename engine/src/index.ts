export { extract, repair } from "./extract.js";
export type * from "./extraction.js";
export type * from "./fact.js";
export type * from "./issue.js";
export { type MapRange, PositionMap } from "./position-map.js";
export type { Repaired } from "./repair.js";
export type { RawSpan, RepairedSpan } from "./span.js";
export { rawSpan, repairedSpan } from "./span.js";
export { engineVersion } from "./version.js";
