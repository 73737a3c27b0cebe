export type * from "./actor.js";
export type * from "./command.js";
export type { DatabaseOptions } from "./database.js";
export type { ErrorCode, ErrorParams } from "./error-codes.js";
export { ERROR_CODES, LedgerError } from "./error-codes.js";
export type * from "./ledger.js";
export { openLedger, openReader } from "./open-ledger.js";
