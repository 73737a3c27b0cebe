import type { OnePagePiece } from "@shanhai/server";

/** A piece as it is shown, in one language. */
export type ShownPiece = Omit<OnePagePiece, "en">;

interface Sections {
  readonly sections: readonly {
    readonly heading: string;
    readonly lines: readonly (readonly { readonly text: string }[])[];
  }[];
}

/** The page as it is edited, saved and exported: a heading or a line a line. */
export function plainText({ sections }: Sections): string {
  return sections
    .flatMap(({ heading, lines }) => [heading, ...lines.map((line) => line.map(({ text }) => text).join(""))])
    .join("\n");
}

/** Characters as a leader counts them: spaces and line ends are none. */
export function countCharacters(text: string): number {
  return [...text.replace(/\s/gu, "")].length;
}

/**
 * Saved words with the pieces that still stand in them as the data have them: a number that was not changed still opens
 * its rows, wherever it stands; what was reworded is plain.
 */
export function piecesOfSaved(line: string, pieces: readonly ShownPiece[]): readonly ShownPiece[] {
  const telling = pieces.filter(
    ({ rows, row, figure, late }) => (rows ?? row ?? figure) !== undefined || late === true,
  );
  const found: ShownPiece[] = [];
  for (let from = 0; from < line.length; ) {
    const next = telling
      .map((piece) => ({ piece, at: line.indexOf(piece.text, from) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.piece.text.length - a.piece.text.length)[0];
    if (next === undefined || next.at > from) found.push({ text: line.slice(from, next?.at) });
    if (next !== undefined) found.push(next.piece);
    from = next === undefined ? line.length : next.at + next.piece.text.length;
  }
  return found;
}
