import { cost } from "./fault-costs.js";
import type { PageStyle } from "./page-style.js";
import type { ReadingNode } from "./reading-agenda.js";
import type { PageSearch } from "./reading-step.js";
import { costWith, isHan, stemsOf } from "./word-lattice.js";

/** Stands for a character that is lost for good. */
export const lost = "□";

/**
 * What a swallowed ASCII character may have been: a line's end, or a digit, a letter, a blank, which nothing tells.
 * Where lines are parted by blank ones, a line that goes on lost no end.
 */
export function swallowedAt(line: string, index: number, style: PageStyle): readonly string[] {
  if (index >= line.length) return style.blankLines ? ["\n"] : [lost, "\n"];
  const unit = line.charCodeAt(index);
  // An indented line begins: the line's end it was.
  if (unit === 0x3000 || (unit === 0x20 && line.charCodeAt(index + 1) === 0x20)) return ["\n"];
  return [lost, "\n"];
}

/** Of these characters every mark, and the likeliest of the others: what follows a swallowed one costs the same after all. */
export function likeliestOf(chars: string, node: ReadingNode, page: PageSearch): readonly string[] {
  const found: string[] = [];
  let best = "";
  let least = Number.POSITIVE_INFINITY;
  node.stems ??= stemsOf(node.lattice, page.words);
  for (let at = 0; at < chars.length; at++) {
    const unit = chars.charCodeAt(at);
    if (!isHan(unit)) {
      found.push(chars.charAt(at));
      continue;
    }
    const plain = page.scripts.simplified[unit] ?? unit;
    const own = costWith(node.lattice, node.stems, plain, page.words) + scriptCost(page, unit);
    if (own >= least) continue;
    least = own;
    best = chars.charAt(at);
  }
  if (best !== "") found.push(best);
  return found;
}

/** What a character costs that is not of the page's script. */
export function scriptCost({ scripts, style }: PageSearch, unit: number): number {
  return scripts.script[unit] === (style.traditional ? 2 : 1) ? cost.wrongScript : 0;
}
