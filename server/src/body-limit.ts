/** One file of other kinds than materials (templates, proofs, returned sheets), at most. */
export const maxDocumentBytes = 50 * 1024 * 1024;

/** One file of material where nothing else is set (SHANHAI_UPLOAD_MB), in MB: a roll of a million rows has 100. */
export const defaultUploadMb = 200;
