import { lexicon } from "../lexicon.js";
import type { TextEdit, TextRepair } from "../repair-step.js";
import { mayChange, toSimplified } from "../script-converter.js";
import { scriptTable } from "../simplified-characters.js";

/** Characters that Simplified text may hold in names and in words of their own (通用规范汉字表): 毕昇, 乾县, 宫商角徵羽. */
const kept = new Set("昇淩乾於徵藉瞭濛祇");
/** 著 in these words is 著; elsewhere in a Traditional text it stands for 着 (看著, 隨著). */
const writtenWith = /[名作者書书稱称述錄录於于有文]/;
const writtenAfter = /[顯显名土卓昭巨論论專专原編编合所遺遗撰執执]/;

let variants: ReadonlyMap<string, string> | undefined;

/**
 * Traditional → Simplified by phrase, with the forms of Taiwan, Hong Kong and Japan (裡 裏 里, 説 說 说, 産 產 产, 衞).
 * Every line's conversion is compared with it character by character, so that places stay exact. A text that is
 * Simplified already keeps the characters that Simplified text may hold.
 */
export const traditional: TextRepair = {
  id: "traditional",
  family: "script",
  find(text) {
    if (!mayChange(text)) return { edits: [] };
    variants ??= new Map(lexicon("character-variants").map((row) => [row.variant, row.simplified]));
    const convert = toSimplified();
    const whole = isTraditional(text);
    const edits: TextEdit[] = [];
    let at = 0;
    for (const line of text.split("\n")) {
      if (mayChange(line)) {
        const plain = line.replace(/[\u4e00-\u9fff]/g, (char) => variants?.get(char) ?? char);
        const now = convert(whole ? withAspect(plain) : plain);
        if (now !== line) edits.push(...differences(line, now, at, whole));
      }
      at += line.length + 1;
    }
    return { edits };
  },
};

/** Whether the text as a whole is Traditional, not Simplified with a few Traditional characters. */
function isTraditional(text: string): boolean {
  const { script } = scriptTable();
  let traditionalOnly = 0;
  let simplifiedOnly = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = script[text.charCodeAt(at)];
    if (kind === 1) traditionalOnly++;
    else if (kind === 2) simplifiedOnly++;
  }
  return traditionalOnly > simplifiedOnly;
}

/** 著 as an aspect (看著) is 着 in Simplified; OpenCC's table leaves it. */
function withAspect(line: string): string {
  if (!line.includes("著")) return line;
  return line.replace(/著/g, (char, at: number) =>
    at === 0 ||
    writtenWith.test(line.charAt(at + 1)) ||
    writtenAfter.test(line.charAt(at - 1)) ||
    !/\p{Script=Han}/u.test(line.charAt(at - 1))
      ? char
      : "着",
  );
}

/** The edits that turn `was` into `now`: the changed characters where lengths agree, else the differing middle. */
function differences(was: string, now: string, at: number, whole: boolean): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  if (was.length === now.length) {
    for (let i = 0; i < was.length; i++) {
      if (was[i] === now[i] || (!whole && kept.has(was.charAt(i)))) continue;
      edits.push({ start: at + i, end: at + i + 1, text: now.charAt(i), aligned: true });
    }
    return edits;
  }
  let head = 0;
  while (head < was.length && was[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(was.length, now.length) - head && was.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return [{ start: at + head, end: at + was.length - tail, text: now.slice(head, now.length - tail) }];
}
