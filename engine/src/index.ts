export type * from "./extraction.js";
export type * from "./fact.js";
export type * from "./issue.js";
export type { RawSpan, RepairedSpan } from "./span.js";
export { rawSpan, repairedSpan } from "./span.js";
