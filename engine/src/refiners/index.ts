import type { Refiner } from "../annotator.js";
import { helperWithinProvince } from "./helper-within-province.js";
import { numberInName } from "./number-in-name.js";
import { placeAsPerson } from "./place-as-person.js";
import { postOfAnother } from "./post-of-another.js";
import { regionInName } from "./region-in-name.js";
import { toldHelpers } from "./told-helpers.js";

/** In this order. */
export const refiners: readonly Refiner[] = [
  placeAsPerson,
  regionInName,
  helperWithinProvince,
  toldHelpers,
  numberInName,
  postOfAnother,
];
