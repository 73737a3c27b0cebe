import { isPrivateUse } from "./cp936.js";
import { scriptTable } from "./simplified-characters.js";

/** How a damaged page was made, told from the page itself: it decides which readings of its bytes are possible. */
export interface PageStyle {
  /** The page is written in Traditional characters. */
  readonly traditional: boolean;
  /** Full-width marks were folded to half-width ones. */
  readonly folded: boolean;
  /** Private-use characters were stripped, so that pairs of bytes may be missing. */
  readonly privateUseStripped: boolean;
  /** Paragraphs are parted by blank lines, so that a lone line end next to a fault was once two. */
  readonly blankLines: boolean;
}

/** Reads the style of a page. */
export function pageStyle(text: string): PageStyle {
  const { script } = scriptTable();
  let traditional = 0;
  let simplified = 0;
  let privateUse = false;
  let wide = 0;
  let narrow = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (script[unit] === 1) traditional++;
    else if (script[unit] === 2) simplified++;
    else if (unit === 0xff0c) wide++;
    else if (unit === 0x2c) narrow++;
    else if (isPrivateUse(unit)) privateUse = true;
  }
  const breaks = text.match(/\n+/g) ?? [];
  return {
    traditional: traditional > simplified,
    folded: narrow > wide,
    privateUseStripped: !privateUse,
    blankLines: breaks.filter((found) => found.length > 1).length * 5 > breaks.length,
  };
}
