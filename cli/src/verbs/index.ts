import type { Verb } from "../verb.js";

/**
 * All verbs, in the order in which help lists them: the daily ones first. Each is loaded when it is asked for (help asks
 * for all), so that `extract` and `repair` start without a database.
 */
export const verbs: readonly { readonly name: string; readonly load: () => Promise<Verb> }[] = [
  { name: "serve", load: async () => (await import("./serve.js")).serve },
  { name: "link", load: async () => (await import("./link.js")).link },
  { name: "import", load: async () => (await import("./import.js")).importVerb },
  { name: "repair", load: async () => (await import("./repair.js")).repair },
  { name: "extract", load: async () => (await import("./extract.js")).extract },
  { name: "check-pack", load: async () => (await import("./check-pack.js")).checkPack },
  { name: "verify", load: async () => (await import("./verify.js")).verify },
  { name: "export", load: async () => (await import("./export.js")).exportVerb },
  { name: "erase", load: async () => (await import("./erase.js")).erase },
  { name: "password", load: async () => (await import("./password.js")).password },
];
