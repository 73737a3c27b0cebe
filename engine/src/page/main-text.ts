import type { PageLine } from "./page-line.js";
import type { Containers, PageLines } from "./page-lines.js";
import { pageTitle } from "./page-title.js";

/** What is set apart: the kind of furniture by the line's number; absent for what belongs to the article and its head. */
export interface PageParts {
  readonly furniture: ReadonlyMap<number, string>;
  /** The title by the page's own words, null where it has none. */
  readonly title: string | null;
}

/** A line of links and little else leads to other pages. */
const linkShare = 0.8;
/** Below this weight no article is seen. */
const leastWeight = 40;
/** What an inner container must hold of the article's text so that the outer one is not needed. */
const mostOfIt = 0.75;
const namedShare = 0.35;
/** A note behind the article that belongs to it: who wrote it, where it came from, what is attached. */
const endNote =
  /^[（(【[\s]*(来源|信息来源|稿源|作者|文[字/:：|｜]|图[片/:：|｜]|记者|通讯员|供稿|撰稿|编辑|责任编辑|责编|校对|审核|初审|终审|监制|附件|原标题|摄影)/;
const headNote = /(来源|来自|发布|作者|日期|时间|记者|文号|索引号|\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2})/;
const labelled = /(来源|稿源|发布时间|发布日期|发布机构|发布单位|成文日期|时间|日期)\s*[:：]/;
/** Containers that are named as furniture and hold more of the text than this are misnamed. */
const mostNamed = 0.6;
const dateLine = /^\D{0,20}\d{4}\s?[-/年]\s?\d{1,2}\s?[-/月]\s?\d{1,2}日?[\s\S]{0,30}$/;
const none: PageLine = { cells: [], letters: 0, linked: 0, container: 0, heading: 0 };
/** How many lines around the article may be its own head and end notes. */
const headLines = 14;
const endLines = 8;

/**
 * Tells the article of a page from what is around it, by how much running text its containers hold against links, and
 * by their names. Everything else is furniture by kind. A page where no article stands out (a list, a search page) is
 * left whole, but for what is named or linked away.
 */
export function pageParts(page: PageLines): PageParts {
  const { lines, containers } = page;
  const apart = apartLines(lines, containers);
  const weights = weigh(lines, containers, apart);
  const furniture = new Map<number, string>();
  for (const [index, line] of lines.entries()) {
    const kind = apart[index] ?? (isLinks(line) ? "related" : null);
    if (kind !== null) furniture.set(index, kind);
  }
  const title = pageTitle(page, (index) => apart[index] != null);
  if (title.line !== null) furniture.delete(title.line);
  const main = mainContainer(containers, weights);
  if (main === null) return { furniture, title: title.text };

  const held = insideOf(main, containers);
  const inside = lines.map((line) => held[line.container] === true);
  const first = inside.indexOf(true);
  const last = inside.lastIndexOf(true);
  const begin = beginning(page, furniture, title, first);
  for (const [index, line] of lines.entries()) {
    if (inside[index] === true || index === title.line) continue;
    const text = textOf(line);
    const before = index < first;
    if (before && index >= begin) {
      // Source and date are the article's own wherever the page prints its tools.
      if (labelled.test(text) && furniture.get(index) !== "hidden" && line.letters <= 160) furniture.delete(index);
      continue;
    }
    if (index > last && index <= last + endLines && endNote.test(text) && !isLinks(line)) {
      if (furniture.get(index) !== "hidden") furniture.delete(index);
      continue;
    }
    // Between two stretches of the article everything stays that is not linked away.
    if (index > first && index < last) continue;
    if (!furniture.has(index)) furniture.set(index, before ? "page_head" : "page_foot");
  }
  return { furniture, title: title.text };
}

/** Whether a line is links and little else, beside the dates that lists print. */
function isLinks(line: PageLine): boolean {
  const dates = textOf(line).match(/\d{2,4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}-\d{1,2}/g) ?? [];
  const beside = dates.reduce((sum, date) => sum + date.length, 0);
  return line.linked > 0 && line.linked >= (line.letters - beside) * linkShare;
}

/** The kind of furniture of each line by the names of its containers, unless nearly all text would be gone with it. */
function apartLines(lines: readonly PageLine[], containers: Containers): readonly (string | null)[] {
  const kinds: (string | null)[] = [];
  for (const [at, role] of containers.role.entries()) {
    const around = at === 0 ? null : (kinds[containers.outer[at] ?? 0] ?? null);
    kinds.push(role === "main" ? null : (around ?? (role === "head" ? null : role)));
  }
  const apart = lines.map((line) => kinds[line.container] ?? null);
  let gone = 0;
  let all = 0;
  for (const [index, line] of lines.entries()) {
    const weight = weightOf(line);
    all += weight;
    if (apart[index] !== null) gone += weight;
  }
  return gone > all * mostNamed ? apart.map((kind) => (kind === "hidden" ? kind : null)) : apart;
}

/** Where the article's own head begins: at its title, or at the first note of source or date shortly before it. */
function beginning(
  { lines, containers }: PageLines,
  furniture: ReadonlyMap<number, string>,
  title: { readonly line: number | null },
  first: number,
): number {
  if (title.line !== null && title.line < first && first - title.line <= 3 * headLines) {
    // A newspaper prints its date over the title, in the same container; the page's own date stands elsewhere.
    const above = lines[title.line - 1] ?? none;
    const [here, there] = [lines[title.line]?.container ?? 0, above.container];
    const frames = [here, containers.outer[here]];
    const isNear = frames.includes(there) || frames.includes(containers.outer[there]);
    return isNear && dateLine.test(textOf(above)) ? title.line - 1 : title.line;
  }
  let begin = first;
  for (let index = first - 1; index >= Math.max(0, first - headLines); index--) {
    const line = lines[index];
    if (line === undefined || furniture.has(index)) continue;
    if (headNote.test(textOf(line)) && line.letters <= 120) begin = index;
  }
  return begin;
}

/** Weight of running text in each container with all that is in it. */
function weigh(
  lines: readonly PageLine[],
  { outer }: Containers,
  apart: readonly (string | null)[],
): readonly number[] {
  const weights = new Array<number>(outer.length).fill(0);
  for (const [index, line] of lines.entries()) {
    if (apart[index] != null) continue;
    weights[line.container] = (weights[line.container] ?? 0) + weightOf(line);
  }
  for (let at = outer.length - 1; at > 0; at--) {
    const around = outer[at] ?? 0;
    weights[around] = (weights[around] ?? 0) + (weights[at] ?? 0);
  }
  return weights;
}

/** Letters of running text: sentences count whole, short lines little, links nothing. */
function weightOf(line: PageLine): number {
  const plain = line.letters - line.linked;
  if (plain <= 0 || line.linked > plain) return 0;
  const isText = line.cells.length > 1 || /[。！!？?；;，,、]/.test(textOf(line));
  return isText ? plain : Math.min(plain, 20) * 0.2;
}

/** The innermost container that still holds most of the running text; one that is named as the article's is preferred. */
function mainContainer({ outer, role }: Containers, weights: readonly number[]): number | null {
  const all = weights[0] ?? 0;
  if (all < leastWeight) return null;
  const best = new Array<number>(outer.length).fill(0);
  for (let at = 1; at < outer.length; at++) {
    const around = outer[at] ?? 0;
    const before = best[around] ?? 0;
    if (before === 0 || (weights[at] ?? 0) > (weights[before] ?? 0)) best[around] = at;
  }
  let named = 0;
  for (let at = 1; at < outer.length; at++) {
    if (role[at] !== "main" || (weights[at] ?? 0) < all * namedShare) continue;
    if (named === 0 || (weights[at] ?? 0) >= (weights[named] ?? 0) * 0.9) named = at;
  }
  let main = named;
  for (let inner = best[main] ?? 0; inner !== 0; inner = best[main] ?? 0) {
    if ((weights[inner] ?? 0) < (weights[main] ?? 0) * mostOfIt) break;
    // Inside a container that is named as the article's, it takes nearly all to leave the rest out.
    if (named !== 0 && (weights[inner] ?? 0) < (weights[named] ?? 0) * 0.98) break;
    main = inner;
  }
  return main;
}

/** Which containers lie in the main one. */
function insideOf(main: number, { outer }: Containers): readonly boolean[] {
  const held: boolean[] = [];
  for (const [at, around] of outer.entries()) held.push(at === main || (at > 0 && held[around] === true));
  return held;
}

/** A line as one text. */
export function textOf(line: PageLine): string {
  return line.cells.length === 1 ? (line.cells[0]?.text ?? "") : line.cells.map(({ text }) => text).join("\t");
}
