import type { CharacterModel } from "./character-model.js";
import { isHan } from "./word-lattice.js";

/** Stretches beginning at a suspicious place are left out, as far as a fault usually reaches. */
const reach = 40;
/** So are the few characters before it: what stands only there says nothing about how it goes on. */
const leadIn = 4;
/** Share of the document's own words that a stretch of two to four characters stands for. */
const share = 0.2;
/** More text than this teaches nothing new about the document. */
const most = 60_000;

/**
 * The document as its own dictionary: stretches of two to four characters that stand in its undamaged parts. Names and
 * terms that no word list has are mostly printed more than once. `triggers` are the places where damage may begin.
 */
export function documentWords(
  text: string,
  triggers: readonly number[],
  simplified: Uint16Array,
  model: CharacterModel,
): (key: number) => number {
  const counts = new Map<number, number>();
  let total = 0;
  let next = 0;
  let cleanFrom = 0;
  const run: number[] = [];
  for (let at = 0; at < text.length && total < most; at++) {
    while ((triggers[next] ?? Number.POSITIVE_INFINITY) <= at + leadIn) {
      cleanFrom = (triggers[next] ?? 0) + reach;
      next++;
    }
    const unit = text.charCodeAt(at);
    if (unit === 0x28) {
      // A gloss in a bracket does not part a word.
      const close = text.indexOf(")", at);
      if (close > at && close - at < 9 && !isHan(text.charCodeAt(at + 1))) {
        at = close;
        continue;
      }
    }
    if (!isHan(unit) || at < cleanFrom) {
      run.length = 0;
      continue;
    }
    run.push(simplified[unit] ?? unit);
    if (run.length > 4) run.shift();
    total++;
    for (let length = 2; length <= run.length; length++) {
      let key = 0;
      for (let i = run.length - length; i < run.length; i++) key = model.add(key, run[i] ?? 0);
      if (!Number.isNaN(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const scale = share / Math.max(total, 300);
  return (key) => {
    const count = counts.get(key);
    return count === undefined ? Number.POSITIVE_INFINITY : -Math.log(count * scale);
  };
}
