import type { TextEdit, TextRepair } from "../repair-step.js";

/** A bracket of pinyin with a tone mark behind a Chinese character, such as 協(xié)作. */
const bracket = /(?<=\p{Script=Han})[(（][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*[)）]/gu;

export const gloss: TextRepair = {
  id: "gloss",
  family: "gloss",
  find(text) {
    const edits: TextEdit[] = [];
    for (const match of text.matchAll(bracket))
      edits.push({ start: match.index, end: match.index + match[0].length, text: "" });
    return { edits };
  },
};
