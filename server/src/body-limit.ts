/** One file, at most. The same number stands in the texts of the refusal. */
export const maxDocumentBytes = 50 * 1024 * 1024;
