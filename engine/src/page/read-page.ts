import { RawLines } from "../files/raw-lines.js";
import type { RawText } from "../reader.js";
import { pageParts } from "./main-text.js";
import { type PageLines, pageLines } from "./page-lines.js";

/** A page as raw text: its lines, what of them is set apart, and what its head says of title, source and date. */
export interface ReadPage extends Required<Pick<RawText, "text" | "stated" | "furniture" | "parts" | "wholeLines">> {
  /** The page holds more than is read. */
  readonly full: boolean;
}

/** Reads a page's markup. */
export function readPage(html: string): ReadPage {
  const page = pageLines(html);
  const { furniture, title } = pageParts(page);
  const lines = new RawLines();
  for (const [index, line] of page.lines.entries()) lines.row(line.cells, furniture.get(index));
  return { ...lines.finish(), stated: statedHead(page, title), full: page.full || lines.full };
}

const sourceNames = ["contentsource", "source", "mediaid", "og:article:source", "author"];
const dateNames = [
  "pubdate",
  "publishdate",
  "publish_date",
  "publishtime",
  "article:published_time",
  "og:release_date",
  "weibo:article:create_at",
  "firstpublishedtime",
  "datepublished",
  "dc.date",
];

/** The head's own fields; government sites must give ArticleTitle, PubDate and ContentSource. */
function statedHead({ meta, scriptDate }: PageLines, title: string | null): RawText["stated"] {
  const dates = dateNames.flatMap(
    (name) => /^\s*(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})/.exec(meta.get(name) ?? "") ?? [],
  );
  const published =
    dates.length >= 4
      ? `${dates[1]}-${String(dates[2]).padStart(2, "0")}-${String(dates[3]).padStart(2, "0")}`
      : scriptDate;
  const source = sourceNames
    .map((name) => (meta.get(name) ?? "").replace(/^(信息)?来源\s*[:：]\s*/, ""))
    .find((value) => /\p{Script=Han}/u.test(value) && value.length <= 40);
  return {
    ...(title === null || title === "" ? {} : { title }),
    ...(source === undefined ? {} : { source }),
    ...(published === null || published === undefined ? {} : { published }),
  };
}
