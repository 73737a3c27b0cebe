import type { RecordDefinition } from "@shanhai/model";
import { ACCOUNT_RECORDS } from "../account/account-records.js";
import { DEFINITION_RECORDS } from "../defining/definition-records.js";
import { HELD_RECORDS } from "../holding/held-record.js";
import { DICTIONARY_RECORDS } from "../wording/dictionary-records.js";
import { DOCUMENT_RECORDS } from "./document-records.js";

/** Records beside those of the trade: who works here, what indicators and words mean here, the documents themselves. */
export const INTERNAL_RECORDS: readonly RecordDefinition[] = [
  ...ACCOUNT_RECORDS,
  ...DEFINITION_RECORDS,
  ...DICTIONARY_RECORDS,
  ...DOCUMENT_RECORDS,
  ...HELD_RECORDS,
];
