import { characterOfEntity } from "../page/html-entity.js";
import type { TextEdit, TextRepair } from "../text/repair-step.js";
import { sign } from "../text/text-signs.js";

/** Entities that were left in a pasted text: &ldquo;山海情&rdquo; is “山海情”. Unknown ones stay. */
export const htmlEntities: TextRepair = {
  id: "html-entities",
  family: "normalising",
  signs: sign.ampersand,
  find({ text }) {
    const edits: TextEdit[] = [];
    for (const match of text.matchAll(/&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});/g)) {
      const character = characterOfEntity(match[1] ?? "");
      if (character !== null) edits.push({ start: match.index, end: match.index + match[0].length, text: character });
    }
    return { edits };
  },
};
