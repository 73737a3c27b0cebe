import type { IndicatorDefinition } from "../counting/indicator-definition.js";
import { consumption } from "./consumption.js";
import { funds } from "./funds.js";
import { industry } from "./industry.js";
import { innovation } from "./innovation.js";
import { labour } from "./labour.js";
import { leadership } from "./leadership.js";
import { regional } from "./regional.js";
import { revitalisation } from "./revitalisation.js";
import { talent } from "./talent.js";

/** All indicators in the order of a board: groups A to I. */
export const indicators: readonly IndicatorDefinition[] = [
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
