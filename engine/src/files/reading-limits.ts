/**
 * What one file may become while it is read, so that a small file cannot fill the memory (zip and stream bombs): bytes
 * unpacked from it altogether, characters of raw text, and entries, objects, pages or parts looked at. A file that
 * goes beyond is read up to there and says so. 50 MB, the largest file taken in, are inside all of them.
 */
export const readingLimits = {
  unpacked: 96_000_000,
  characters: 20_000_000,
  entries: 20_000,
} as const;
