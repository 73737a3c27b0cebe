import { zh } from "./zh.js";

/** All words of the pages; both languages have this shape. */
export type Words = typeof zh;
export type Language = "zh" | "en";

/** Chinese is there at once; English is read when it is chosen, so that the first page carries one language only. */
export const chinese: Words = zh;

export async function english(): Promise<Words> {
  return (await import("./en.js")).en;
}
