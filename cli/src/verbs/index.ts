import type { Verb } from "../verb.js";
import { erase } from "./erase.js";
import { exportVerb } from "./export.js";
import { extract } from "./extract.js";
import { importVerb } from "./import.js";
import { link } from "./link.js";
import { password } from "./password.js";
import { repair } from "./repair.js";
import { serve } from "./serve.js";
import { verify } from "./verify.js";

/** All verbs, in the order in which help lists them: the daily ones first. */
export const verbs: readonly Verb[] = [serve, link, importVerb, repair, extract, verify, exportVerb, erase, password];
