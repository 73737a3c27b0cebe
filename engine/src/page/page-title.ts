import type { PageLines } from "./page-lines.js";

/** What parts a page's title from the site's name: _ | — - and the like. */
const parting = /\s*[_|｜–—－]+\s*|\s+-+\s+|-{2,}|-(?=[^-]*(网|政府|报|台|频道|门户|新闻)[^-]*$)/;
const siteName = /(人民政府|政府|门户网站|网站|官网|新闻网|网|日报|晚报|融媒体?中心|频道|首页|发布|办公室|局|报)$/;

/**
 * The article's title by the page's own words, and the line that shows it: the head's ArticleTitle, then the heading
 * that agrees with `<title>`, then the first heading. `isApart`: lines in navigation, footers and the like.
 */
export function pageTitle(
  { lines, title, meta }: PageLines,
  isApart: (index: number) => boolean,
): { readonly text: string | null; readonly line: number | null } {
  const stated = [meta.get("articletitle"), meta.get("og:title"), meta.get("twitter:title"), ...fromHead(title)].filter(
    (each) => each !== undefined && each !== "",
  );
  for (const wanted of stated) {
    const index = lines.findIndex(
      (line, at) => !isApart(at) && line.cells.length === 1 && sameTitle(line.cells[0]?.text ?? "", wanted ?? ""),
    );
    if (index >= 0) return { text: lines[index]?.cells[0]?.text ?? null, line: index };
  }
  const heading = lines.findIndex(
    (line, at) => !isApart(at) && line.heading > 0 && line.heading <= 2 && line.letters >= 6 && line.linked === 0,
  );
  if (heading >= 0) return { text: lines[heading]?.cells[0]?.text ?? null, line: heading };
  const words = stated[0] ?? null;
  return { text: words, line: null };
}

/** What `<title>` holds besides the site's name, the likeliest first. */
function fromHead(title: string | null): readonly string[] {
  if (title === null) return [];
  const pieces = title
    .split(parting)
    .filter((piece): piece is string => piece !== undefined && piece.trim().length > 0);
  const own = pieces.filter((piece) => piece.length >= 6 && !siteName.test(piece));
  return [title, ...own.sort((a, b) => b.length - a.length), ...pieces.slice(0, 1)];
}

/** Whether a line shows a title: equal but for spaces and marks, or one cut off at the other's length (… at the end). */
export function sameTitle(line: string, title: string): boolean {
  const a = plain(line);
  const b = plain(title);
  if (a.length < 4 || b.length < 4) return false;
  if (a === b) return true;
  // A long title is cut off in the head, or carries the site's name before or behind it.
  return (
    ((b.startsWith(a) || b.endsWith(a)) && a.length >= 10) ||
    (a.startsWith(b) && b.length >= 10 && a.length <= b.length * 2)
  );
}

function plain(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]/gu, "");
}
