import { lexicon } from "../lexicon.js";
import { Pattern, type Stretch } from "../patterns/pattern.js";

/** What kind of furniture (页面附属内容) a line is; `opensSection`: short lines that follow belong to it (相关新闻). */
export interface FurnitureMatch {
  readonly kind: string;
  readonly opensSection: boolean;
}

interface Row {
  readonly kind: string;
  readonly pattern: Pattern;
  readonly opensSection: boolean;
}

let patterns: readonly Row[] | undefined;

/** Longest line that can be furniture; longer ones are text whatever they begin with. */
const longestLine = 200;

/**
 * Whether a line of the repaired text is page furniture: breadcrumbs (当前位置), 听全文, 分享到, 字号, 打印, 上一篇, 扫一扫 …
 * The patterns are rows of lexicons/page-furniture.tsv. The line is still part of the text; it is only told apart.
 */
export function furnitureOf(line: Stretch): FurnitureMatch | null {
  if (line.text.length > longestLine) return null;
  patterns ??= lexicon("page-furniture").map((row) => ({
    kind: row.kind,
    pattern: new Pattern(new RegExp(row.pattern, "u")),
    opensSection: row.section === "yes",
  }));
  const found = patterns.find(({ pattern }) => pattern.test(line));
  return found === undefined ? null : { kind: found.kind, opensSection: found.opensSection };
}
