/** One file of other kinds than materials (templates, proofs, returned sheets), at most, in MB. */
export const maxDocumentMb = 50;

/** Files that come in at one moment, in MB together: a full roll beside some proofs. */
export const uploadRoomMb = 256;

/** One file of material where nothing else is set (SHANHAI_UPLOAD_MB), in MB: a roll of a million rows has 100. */
export const defaultUploadMb = 200;
