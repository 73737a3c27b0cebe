/** Trouble in the input is data: what, where, how bad, and a text for the user in both languages. Never thrown. */
export interface Issue {
  /** From the engine's table of codes (issue-codes.ts), such as `reader/empty`. */
  readonly code: string;
  readonly severity: "error" | "warning" | "note";
  /** In the raw text; null when it is about the whole document. */
  readonly span: { readonly start: number; readonly end: number } | null;
  readonly message: { readonly zh: string; readonly en: string };
}
