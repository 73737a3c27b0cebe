export type * from "./actor.js";
export type * from "./command.js";
export type * from "./ledger.js";
