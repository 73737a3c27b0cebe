import type { Report } from "../reporting/report.js";
import { network } from "./network.js";
import { onePage } from "./one-page.js";
import { overview } from "./overview.js";
import { parties } from "./parties.js";
import { waiting } from "./waiting.js";

/** All reports, in the order in which a list shows them. */
export const reports: readonly Report[] = [parties, waiting, overview, network, onePage];
