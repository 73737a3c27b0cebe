import type { Refiner } from "../annotator.js";
import { numberInName } from "./number-in-name.js";
import { regionInName } from "./region-in-name.js";

/** In this order. */
export const refiners: readonly Refiner[] = [regionInName, numberInName];
