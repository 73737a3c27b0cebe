import type { Report } from "../reporting/report.js";
import { network } from "./network.js";
import { parties } from "./parties.js";

/** All reports, in the order in which a list shows them. */
export const reports: readonly Report[] = [parties, network];
