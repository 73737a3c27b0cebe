import { accountsCodes } from "./accounts.js";
import { checkingCodes } from "./checking.js";
import { countingCodes } from "./counting.js";
import { databaseCodes } from "./database.js";
import { documentsCodes } from "./documents.js";
import { followupCodes } from "./followup.js";
import { holdingCodes } from "./holding.js";
import { inspectingCodes } from "./inspecting.js";
import { moneyCodes } from "./money.js";
import { recordsCodes } from "./records.js";
import { registeringCodes } from "./registering.js";
import { reportsCodes } from "./reports.js";
import { sheetsCodes } from "./sheets.js";
import { transferCodes } from "./transfer.js";
import { viewingCodes } from "./viewing.js";
import { wordingCodes } from "./wording.js";

/** What each refusal says, one file per part of the room. */
export const errorTexts = {
  ...databaseCodes,
  ...documentsCodes,
  ...checkingCodes,
  ...recordsCodes,
  ...registeringCodes,
  ...followupCodes,
  ...moneyCodes,
  ...accountsCodes,
  ...sheetsCodes,
  ...reportsCodes,
  ...transferCodes,
  ...countingCodes,
  ...inspectingCodes,
  ...viewingCodes,
  ...wordingCodes,
  ...holdingCodes,
} as const;
