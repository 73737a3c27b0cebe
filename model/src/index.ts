export type * from "./proposal.js";
export type * from "./record-definition.js";
export type * from "./review.js";
