import type { IndicatorQuery } from "../counting/indicator-query.js";
import { consumption } from "./consumption.js";
import { funds } from "./funds.js";
import { industry } from "./industry.js";
import { innovation } from "./innovation.js";
import { labour } from "./labour.js";
import { leadership } from "./leadership.js";
import { regional } from "./regional.js";
import { revitalisation } from "./revitalisation.js";
import { talent } from "./talent.js";

/**
 * What the ledgers count, by group. An indicator that none of them counts (D2, E3, E4, F2, H2 …) has no ledger of its own
 * yet: its number is the bureau's (部门报送数).
 */
export const indicatorQueries: readonly IndicatorQuery[] = [
  ...leadership,
  ...funds,
  ...talent,
  ...industry,
  ...labour,
  ...consumption,
  ...regional,
  ...revitalisation,
  ...innovation,
];
