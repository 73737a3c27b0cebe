import { en } from "./en.js";
import { zh } from "./zh.js";

/** All words of the pages; both languages have this shape. */
export type Words = typeof zh;
export type Language = "zh" | "en";

/** Chinese first. */
export const languages: { readonly [language in Language]: Words } = { zh, en };
