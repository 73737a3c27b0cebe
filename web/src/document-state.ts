import type { DocumentLine } from "@shanhai/server";

/** How the state of a document looks beside its word. */
export const stateTones: { readonly [state in DocumentLine["state"]]: "mountain" | "sea" | "doubt" | "plain" } = {
  waiting: "doubt",
  checking: "sea",
  checked: "mountain",
  withdrawn: "plain",
  erased: "plain",
};
