import type { DocumentLine } from "@shanhai/server";
import type { Tone } from "./components/Label.js";
import type { Words } from "./words/index.js";

const tones: { readonly [state in DocumentLine["state"]]: Tone } = {
  waiting: "doubt",
  checking: "sea",
  checked: "mountain",
  withdrawn: "plain",
  erased: "plain",
};

/** The state of a document as its list says it: the word, and the colour beside it. A workbook waits until its rows are written. */
export function documentState(line: DocumentLine, words: Words): { readonly tone: Tone; readonly word: string } {
  if (line.workbook && line.state === "checked")
    return line.imported
      ? { tone: "mountain", word: words.documents.workbookWritten }
      : { tone: "doubt", word: words.documents.workbookWaits };
  return { tone: tones[line.state], word: words.documents.states[line.state] };
}

/** A workbook opens at its preview, all else at its checking. */
export function documentAddress({ id, workbook }: DocumentLine): string {
  return workbook ? `/documents/${id}/import` : `/documents/${id}`;
}
