import type { Refiner } from "../annotator.js";
import { regionInName } from "./region-in-name.js";

/** In this order. */
export const refiners: readonly Refiner[] = [regionInName];
