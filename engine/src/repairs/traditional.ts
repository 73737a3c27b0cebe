import type { TextEdit, TextRepair } from "../repair-step.js";
import { toSimplified } from "../script-converter.js";

/** Traditional → Simplified by phrase. Lines are compared one by one, so that the places stay exact. */
export const traditional: TextRepair = {
  id: "traditional",
  family: "script",
  find(text) {
    const convert = toSimplified();
    const edits: TextEdit[] = [];
    let at = 0;
    for (const line of text.split("\n")) {
      const now = convert(line);
      if (now !== line) edits.push(...differences(line, now, at));
      at += line.length + 1;
    }
    return { edits };
  },
};

/** The edits that turn `was` into `now`: the changed characters where lengths agree, else the differing middle. */
function differences(was: string, now: string, at: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  if (was.length === now.length) {
    for (let i = 0; i < was.length; i++) {
      if (was[i] !== now[i]) edits.push({ start: at + i, end: at + i + 1, text: now.charAt(i), aligned: true });
    }
    return edits;
  }
  let head = 0;
  while (head < was.length && was[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(was.length, now.length) - head && was.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return [{ start: at + head, end: at + was.length - tail, text: now.slice(head, now.length - tail) }];
}
