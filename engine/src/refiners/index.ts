import type { Refiner } from "../annotator.js";

/** In this order. */
export const refiners: readonly Refiner[] = [];
