import type { ProofFile } from "@shanhai/server";

/** How each strength of a proof (证明力) is coloured. */
export const proofTones = { A: "mountain", B: "sea", C: "plain" } as const satisfies {
  readonly [strength in ProofFile["strength"]]: string;
};
