import type { IndicatorQuery } from "../counting/indicator-query.js";
import { consumption } from "./consumption.js";
import { funds } from "./funds.js";
import { industry } from "./industry.js";
import { innovation } from "./innovation.js";
import { labour } from "./labour.js";
import { leadership } from "./leadership.js";
import { months } from "./months.js";
import { regional } from "./regional.js";
import { revitalisation } from "./revitalisation.js";
import { talent } from "./talent.js";

/** What the ledgers count, by group: every indicator that is no rate has a query (a test holds them to it). */
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

/** All that is kept added up (`rollup`): the indicators, and what the wall of 总览 draws by month. */
export const rolledUp: readonly IndicatorQuery[] = [...indicatorQueries, ...months];
