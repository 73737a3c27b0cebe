import type { ComponentType } from "react";

interface PageEntry {
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
}

/** The pages, each loaded when it is first opened; the last one answers every other address. */
export const pages: readonly PageEntry[] = [
  { path: "documents", load: async () => (await import("./DocumentsPage.js")).DocumentsPage },
  { path: "check", load: async () => (await import("./WaitingPage.js")).WaitingPage },
  { path: "*", load: async () => (await import("./NotFoundPage.js")).NotFoundPage },
];
