import { isPrivateUse } from "../decoding/cp936.js";
import { scriptTable } from "../text/simplified-characters.js";

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

/** Kinds of characters: those of one script only, full-width and half-width commas, private use, a line's end; 0 for all others. */
const kind = { traditional: 1, simplified: 2, wide: 3, narrow: 4, privateUse: 5, lineEnd: 6 } as const;
let kinds: Uint8Array | undefined;

/** Reads the style of a page. */
export function pageStyle(text: string): PageStyle {
  kinds ??= kindsOf();
  const counts = new Int32Array(8);
  let breaks = 0;
  let blank = 0;
  let ends = 0;
  for (let at = 0; at < text.length; at++) {
    const found = kinds[text.charCodeAt(at)] ?? 0;
    counts[found] = (counts[found] ?? 0) + 1;
    if (found !== kind.lineEnd) ends = 0;
    else if (++ends === 1) breaks++;
    else if (ends === 2) blank++;
  }
  const [, traditional = 0, simplified = 0, wide = 0, narrow = 0, privateUse = 0] = counts;
  return {
    traditional: traditional > simplified,
    folded: narrow > wide,
    privateUseStripped: privateUse === 0,
    blankLines: blank * 5 > breaks,
  };
}

function kindsOf(): Uint8Array {
  const table = Uint8Array.from(scriptTable().script, (script, unit) =>
    script === 1 ? kind.traditional : script === 2 ? kind.simplified : isPrivateUse(unit) ? kind.privateUse : 0,
  );
  table[0xff0c] = kind.wide;
  table[0x2c] = kind.narrow;
  table[0x0a] = kind.lineEnd;
  return table;
}
